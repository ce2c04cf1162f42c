import { readAtom } from './atom.ts';

/**
 * A term as in logic programs: `volvo`, `price(Car,low)`, `¬known(S)`. A word that begins with a
 * capital letter is a variable where the term is a pattern, and a name where it is a statement.
 */
export type Term = {
  readonly text: string;
  readonly functor: string;
  readonly arguments: readonly Term[];
};

/** Values of variables by name. */
export type Bindings = ReadonlyMap<string, Term>;

const deepest = 50;

/** Reads any id; what has no inner form, or is nested deeper than 50, stands for itself. */
export function readTerm(text: string, depth = 0): Term {
  if (text.startsWith('¬') && text.length > 1 && depth < deepest) {
    return { text, functor: '¬', arguments: [readTerm(text.slice(1), depth + 1)] };
  }
  const atom = depth < deepest ? readAtom(text) : null;
  if (atom === null) return { text, functor: text, arguments: [] };
  const parts = atom.arguments.map((part) => readTerm(part, depth + 1));
  return { text, functor: atom.predicate, arguments: parts };
}

export function isVariable(pattern: Term): boolean {
  return pattern.arguments.length === 0 && /^[\p{Lu}_][\p{L}\p{N}_]*$/u.test(pattern.text);
}

/** Names of the variables of a pattern, in order. */
export function variablesOf(pattern: Term): string[] {
  if (isVariable(pattern)) return [pattern.text];
  return [...new Set(pattern.arguments.flatMap(variablesOf))];
}

/** The bindings, with more where needed, under which the pattern is the term; null if there are none. */
export function match(pattern: Term, term: Term, bindings: Bindings): Bindings | null {
  if (isVariable(pattern)) {
    const bound = bindings.get(pattern.text);
    if (bound === undefined) return new Map([...bindings, [pattern.text, term]]);
    return bound.text === term.text ? bindings : null;
  }
  if (pattern.functor !== term.functor) return null;
  if (pattern.arguments.length > term.arguments.length) return null;

  let extended = bindings;
  for (const [index, argument] of term.arguments.entries()) {
    const inner = pattern.arguments[index];
    const matched = inner === undefined ? null : match(inner, argument, extended);
    if (matched === null) return null;
    extended = matched;
  }
  return extended;
}

/** The text of the pattern with values for its variables; unbound ones stay. */
export function substitute(pattern: Term, bindings: Bindings): string {
  if (isVariable(pattern)) return bindings.get(pattern.text)?.text ?? pattern.text;
  const parts = pattern.arguments.map((part) => substitute(part, bindings));
  if (parts.length === 0) return pattern.text;
  return pattern.functor === '¬' ? `¬${parts.join('')}` : `${pattern.functor}(${parts.join(',')})`;
}
