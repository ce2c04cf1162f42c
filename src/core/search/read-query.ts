import type { Refusal } from '../refusal.ts';
import { joinedNumbers, tokens } from './tokens.ts';

/** What a person asks for, taken apart. */
export type SearchQuery = {
  /** Distinct folded words in the order of the question, those of phrases included. */
  readonly words: readonly string[];
  /** Folded words between quotes, which must stand together. */
  readonly phrases: readonly (readonly string[])[];
  /** Docket numbers and the like, each as one word. */
  readonly numbers: readonly string[];
};

export const longestQuery = 400;
/** Words beyond these are not asked for. */
export const mostWords = 24;

/**
 * Reads a question. It has no operators but quotes: whatever else is written is words or marks between them.
 * SQ1: it is at most `longestQuery` characters long.
 */
export function readQuery(text: string): SearchQuery | Refusal {
  if (text.length > longestQuery) {
    const says = `The question is ${text.length} characters long; a search takes at most ${longestQuery}.`;
    return { rule: 'SQ1', at: ['query', 'text'], says };
  }
  const parts = text.replaceAll(/[“”«»„]/g, '"').split('"');
  // Every second part stands between quotes; one that is opened and never closed reaches to the end.
  const phrases = parts
    .filter((_, at) => at % 2 === 1)
    .map((part) => tokens(part).map(({ word }) => word))
    .filter((words) => words.length > 1)
    .slice(0, 4);
  const words = [...new Set(tokens(text).map(({ word }) => word))].slice(0, mostWords);
  const numbers = [...new Set(joinedNumbers(text).map(({ word }) => word))].slice(0, 4);
  return { words, phrases, numbers };
}
