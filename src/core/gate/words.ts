import { fold } from '../language/fold.ts';

const word = /[\p{L}\p{N}]+/gu;

/** The words and numbers of a text, without case or accents, in order. */
export function foldedWords(text: string): readonly string[] {
  return fold(text).match(word) ?? [];
}
