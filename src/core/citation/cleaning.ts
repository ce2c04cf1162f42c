import type { Span } from './citation.ts';
import { readPage } from './markup.ts';

/** A text made ready for reading, with the way back to the one that was given. */
export type Cleaned = {
  readonly text: string;
  /** For each UTF-16 unit of `text` its place in the text that was given, and one more for the end. */
  readonly origin: readonly number[];
  /** Spans of `text` set in italics. */
  readonly emphasised: readonly Span[];
};

export const cleaningSteps = [
  'html',
  'xml',
  'inline_whitespace',
  'all_whitespace',
  'underscores',
] as const;

export type CleaningStep = (typeof cleaningSteps)[number];

/**
 * The steps by which texts are made ready, in order: `html` keeps what a reader sees, `xml` drops
 * the declaration, `inline_whitespace` and `all_whitespace` leave single blanks, `underscores` drops
 * runs of two and more.
 */
export function clean(text: string, steps: readonly CleaningStep[]): Cleaned {
  let cleaned: Cleaned = {
    text,
    origin: Array.from({ length: text.length + 1 }, (_, at) => at),
    emphasised: [],
  };
  for (const step of steps) cleaned = cleaners[step](cleaned);
  return cleaned;
}

const cleaners: { readonly [step in CleaningStep]: (cleaned: Cleaned) => Cleaned } = {
  html: ({ text, origin }) => {
    const page = readPage(text);
    return { ...page, origin: page.origin.map((at) => Number(origin[at])) };
  },
  xml: (cleaned) => replaceAll(cleaned, /^<\?xml[^>]*\?>/g, ''),
  inline_whitespace: (cleaned) => replaceAll(cleaned, /[ \t]+/g, ' '),
  all_whitespace: (cleaned) => replaceAll(cleaned, /[\u200B\s]+/g, ' '),
  underscores: (cleaned) => replaceAll(cleaned, /__+/g, ''),
};

/** Whether the text holds tags of a page, as a file saved from a site does. */
export function looksLikeMarkup(text: string): boolean {
  return /<\/(?:p|i|em|b|strong|span|div|a|u|cite|body|opinion)>/i.test(text);
}

/** A place of the cleaned text in the text that was given. */
export function originOf(cleaned: Cleaned, { start, end }: Span): Span {
  return { start: Number(cleaned.origin[start]), end: Number(cleaned.origin[end - 1]) + 1 };
}

function replaceAll(cleaned: Cleaned, expression: RegExp, replacement: '' | ' '): Cleaned {
  const origin: number[] = [];
  let at = 0;
  const moved: number[] = [];
  const keepUntil = (end: number): void => {
    for (; at < end; at += 1) {
      moved.push(origin.length);
      origin.push(Number(cleaned.origin[at]));
    }
  };
  for (const match of cleaned.text.matchAll(expression)) {
    keepUntil(match.index);
    for (; at < match.index + match[0].length; at += 1) moved.push(origin.length);
    if (replacement !== '') origin.push(Number(cleaned.origin[match.index]));
  }
  keepUntil(cleaned.text.length);
  moved.push(origin.length);
  origin.push(Number(cleaned.origin[at]));
  return {
    text: cleaned.text.replaceAll(expression, replacement),
    origin,
    emphasised: cleaned.emphasised.map(({ start, end }) => ({
      start: Number(moved[start]),
      end: Number(moved[end]),
    })),
  };
}
