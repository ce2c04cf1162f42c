import { fold } from '../language/fold.ts';
import type { Span } from '../language/span.ts';

/** A word as search knows it: letters and digits between marks, folded, at most `longestWord` of them. */
export type Token = Span & {
  readonly word: string;
  /** Written like a name: with a capital, or with a digit. */
  readonly isName: boolean;
};

export const longestWord = 60;

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const { 0: raw, index: start } of text.matchAll(wordPattern)) {
    const word = fold(raw).slice(0, longestWord);
    found.push({ word, start, end: start + raw.length, isName: /[\p{Lu}\p{N}]/u.test(raw) });
  }
  return found;
}

const numberPattern = /[A-Za-z0-9]{1,20}(?:[-/.][A-Za-z0-9]{1,20}){1,6}/g;

/** Docket numbers and the like, as one word each: `C-1234-2024` is `c12342024`. */
export function joinedNumbers(text: string): Token[] {
  const found: Token[] = [];
  for (const { 0: raw, index: start } of text.matchAll(numberPattern)) {
    if (!/\d/.test(raw)) continue;
    const word = raw.replaceAll(/[-/.]/g, '').toLowerCase().slice(0, longestWord);
    found.push({ word, start, end: start + raw.length, isName: true });
  }
  return found;
}
