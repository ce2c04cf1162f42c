import { fold } from './fold.ts';
import type { Span } from './span.ts';

/** A word with its place; `folded` is the form that words are compared by. */
export type Word = Span & { readonly folded: string; readonly raw: string };

const word =
  /(?:[$€£¥]\s?)?\d(?:[.,:/-]?\d)*(?:%|st|nd|rd|th)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)?/gu;

const contractions: ReadonlyMap<string, readonly string[]> = new Map([
  ['cannot', ['can', 'not']],
  ["can't", ['can', 'not']],
  ["won't", ['will', 'not']],
  ["shan't", ['shall', 'not']],
  ["it's", ['it', 'is']],
  ["that's", ['that', 'is']],
  ["there's", ['there', 'is']],
  ["let's", ['let', 'us']],
]);

const endings: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'m", 'am'],
];

/**
 * The words of a text. An amount keeps its sign and a number its separators; a contraction gives its
 * two words with one place («didn't»: did, not); a possessive ending is dropped («Peter's»: peter).
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const { 0: raw, index: start } of text.matchAll(word)) {
    const end = start + raw.length;
    const folded = fold(raw);
    if (/['’]/u.test(raw) || folded === 'cannot') {
      for (const part of parts(folded.replace('’', "'")))
        found.push({ raw, start, end, folded: part });
    } else found.push({ raw, start, end, folded });
  }
  return found;
}

function parts(folded: string): readonly string[] {
  const whole = contractions.get(folded);
  if (whole !== undefined) return whole;
  for (const [ending, full] of endings) {
    if (folded.endsWith(ending)) return [folded.slice(0, -ending.length), full];
  }
  return folded.endsWith("'s") ? [folded.slice(0, -2)] : [folded.replace("'", '')];
}

/** The folded word at a place of a clause, empty before its first and after its last. */
export function foldedAt(found: readonly Word[], at: number): string {
  return found[at]?.folded ?? '';
}
