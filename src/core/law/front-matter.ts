import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Refusal } from '../refusal.ts';
import { isIsoDate } from './iso-date.ts';

/** What the head of a file says of the text. Keys of publishers that say other things are left alone. */
export type FrontMatter = {
  readonly title: string | null;
  readonly date: string | null;
  /** ISO date on which the work itself came into force. */
  readonly inForceSince: string | null;
  readonly standing: 'official' | 'summary' | null;
  readonly language: 'en' | 'es' | null;
  readonly nature: 'substance' | 'procedure' | 'penal' | null;
};

export type Split = {
  readonly kind: 'split';
  readonly front: FrontMatter;
  readonly body: string;
  /** Line of the file, from 1, at which the body begins. */
  readonly bodyLine: number;
};

const none: FrontMatter = {
  title: null,
  date: null,
  inForceSince: null,
  standing: null,
  language: null,
  nature: null,
};

/** Longest head that is read, in UTF-16 code units. */
const longest = 20_000;

/** LAW3: the head between two lines `---` is YAML, and its known keys hold what they should. */
export function splitFrontMatter(
  text: string,
): Split | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] } {
  const start = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0];
  if (start === undefined) return { kind: 'split', front: none, body: text, bodyLine: 1 };
  const head = text.slice(start.length, start.length + longest);
  const end = /^---[ \t]*\r?$/m.exec(head);
  if (end === null) {
    return refusedAt(1, 'the head opens with «---» and is never closed by a second one.');
  }
  const source = head.slice(0, end.index);
  const bodyAt = start.length + end.index + end[0].length;
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true });
  const lineOf = (offset: number) => counter.linePos(offset).line + 1;

  const [trouble] = document.errors;
  if (trouble !== undefined) {
    return refusedAt(lineOf(trouble.pos[0]), `${trouble.message.split('\n')[0]}`);
  }
  const values = new Map<string, { value: string; line: number }>();
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key) || !isScalar(value)) continue;
      values.set(String(key.value), {
        value: String(value.value),
        line: lineOf(key.range[0]),
      });
    }
  } else if (source.trim() !== '') {
    return refusedAt(2, 'the head is no list of «key: value».');
  }
  const refusals: Refusal[] = [];
  const oneOf = <Word extends string>(key: string, words: readonly Word[]): Word | null => {
    const found = values.get(key);
    const word = words.find((known) => known === found?.value);
    if (found !== undefined && word === undefined) {
      const says = `«${key}» is one of ${words.join(', ')}, and not «${found.value.slice(0, 60)}».`;
      refusals.push(refusal(found.line, says));
    }
    return word ?? null;
  };
  const dateIn = (key: string): string | null => {
    const found = values.get(key);
    if (found !== undefined && !isIsoDate(found.value)) {
      const says = `«${key}» is a date such as 2026-08-12, and not «${found.value.slice(0, 60)}».`;
      refusals.push(refusal(found.line, says));
    }
    return found?.value ?? null;
  };
  const front: FrontMatter = {
    title: (values.get('title') ?? values.get('titulo_norma'))?.value ?? null,
    date: dateIn('version_date'),
    inForceSince: dateIn('work_in_force_since'),
    standing: oneOf('status', ['official', 'summary']),
    language: oneOf('language', ['en', 'es']),
    nature: oneOf('nature', ['substance', 'procedure', 'penal']),
  };
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const bodyLine = text.slice(0, bodyAt).split('\n').length;
  return { kind: 'split', front, body: text.slice(bodyAt), bodyLine };
}

function refusal(line: number, says: string): Refusal {
  return { rule: 'LAW3', at: ['line', line], says: `Line ${line}: ${says}` };
}

function refusedAt(
  line: number,
  says: string,
): { readonly kind: 'refused'; readonly refusals: readonly Refusal[] } {
  return { kind: 'refused', refusals: [refusal(line, says)] };
}
