import { readTerm } from './term.ts';

/**
 * A statement in words: the sentence of its predicate with its arguments, each in words, for `%v` and
 * `%s`. Null where the language has no sentence for it.
 */
export function sentence(statement: string, language: ReadonlyMap<string, string>): string | null {
  if (language.size === 0) return null;
  const { functor, arguments: parts } = readTerm(statement);
  const template = language.get(`${functor}/${parts.length}`);
  if (template === undefined) return null;
  const values = parts.map(({ text }) => sentence(text, language) ?? text).values();
  return template.replaceAll(/%[vs]/gu, (gap) => values.next().value ?? gap);
}
