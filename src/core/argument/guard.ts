import { readTerm, substitute, variablesOf, type Bindings, type Term } from './term.ts';

/** A comparison of two terms, as in `X \= Y`. */
export type Guard = { readonly left: Term; readonly holds: Comparison; readonly right: Term };

type Comparison = (left: string, right: string) => boolean;

/** Longer signs first, so that `=<` is not read as `=`. */
const comparisons: ReadonlyArray<readonly [sign: string, holds: Comparison]> = [
  ['=:=', (left, right) => Number(left) === Number(right)],
  ['=\\=', (left, right) => Math.abs(Number(left) - Number(right)) > 0],
  ['\\==', (left, right) => left !== right],
  ['\\=', (left, right) => left !== right],
  ['==', (left, right) => left === right],
  ['=<', (left, right) => Number(left) <= Number(right)],
  ['>=', (left, right) => Number(left) >= Number(right)],
  ['<', (left, right) => Number(left) < Number(right)],
  ['>', (left, right) => Number(left) > Number(right)],
  ['=', (left, right) => left === right],
];

/** Null where the text is no comparison that is known here. */
export function readGuard(text: string): Guard | null {
  for (const [sign, holds] of comparisons) {
    const at = text.indexOf(sign);
    if (at < 1) continue;
    const left = readTerm(text.slice(0, at).trim());
    return { left, holds, right: readTerm(text.slice(at + sign.length).trim()) };
  }
  return null;
}

export function guardVariables({ left, right }: Guard): string[] {
  return [...variablesOf(left), ...variablesOf(right)];
}

export function passes({ left, holds, right }: Guard, bindings: Bindings): boolean {
  return holds(substitute(left, bindings), substitute(right, bindings));
}
