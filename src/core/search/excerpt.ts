import type { Span } from '../language/span.ts';
import { joinedNumbers, tokens } from './tokens.ts';

/** A piece of a text that shows what was found; highlights are UTF-16 code units of `text`. */
export type Excerpt = {
  readonly text: string;
  /** Where it begins in the passage, in UTF-16 code units. */
  readonly starts: number;
  readonly highlights: readonly Span[];
};

const longest = 480;
const before = 120;
const mostHighlights = 50;

/** The piece around the first words that `isFound` knows, with all of those in it. */
export function excerptOf(text: string, isFound: (word: string) => boolean): Excerpt {
  const found = [...tokens(text), ...joinedNumbers(text)].filter(({ word }) => isFound(word));
  const spans = merged(found.toSorted((one, other) => one.start - other.start));
  const first = spans[0]?.start ?? 0;
  const start = text.length <= longest ? 0 : wordStart(text, Math.max(0, first - before));
  const end = text.length <= longest ? text.length : wordEnd(text, start + longest);
  return {
    text: text.slice(start, end),
    starts: start,
    highlights: spans
      .filter((span) => span.start >= start && span.end <= end)
      .slice(0, mostHighlights)
      .map((span) => ({ start: span.start - start, end: span.end - start })),
  };
}

function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { start, end } of spans) {
    const last = whole.at(-1);
    if (last !== undefined && start < last.end)
      whole.splice(-1, 1, { start: last.start, end: Math.max(end, last.end) });
    else whole.push({ start, end });
  }
  return whole;
}

/** The next space from there on, if one is near; a long run of letters is cut where it may be. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + before).search(/\s/);
  return space < 0 ? whole(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at - before, at).search(/\s\S*$/);
  return space < 0 ? whole(text, at) : at - before + space;
}

/** Never between the two halves of one character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc_00 && code <= 0xdf_ff ? at - 1 : at;
}
