/** The parts of an id of the form `predicate(argument,…)`, where it has that form. */
export type Atom = { readonly predicate: string; readonly arguments: readonly string[] };

/** Splits `price(volvo,medium)` at its outer brackets and commas; null where it has another form. */
export function readAtom(id: string): Atom | null {
  const open = id.indexOf('(');
  const predicate = id.slice(0, open);
  if (open < 1 || !id.endsWith(')') || /\s/u.test(predicate)) return null;

  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < id.length; at += 1) {
    const character = id.charAt(at);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0 && at < id.length - 1) return null;
    if (depth === 0 || (depth === 1 && character === ',')) {
      parts.push(id.slice(start, at).trim());
      start = at + 1;
    }
  }
  return depth === 0 ? { predicate, arguments: parts } : null;
}

/** One spelling for one id: `lt(0, 1)` is `lt(0,1)`; in other ids runs of white space are one space. */
export function canonicalId(id: string): string {
  const folded = id.trim().replaceAll(/\s+/gu, ' ');
  return readAtom(folded) === null ? folded : folded.replaceAll(/ ?([(),]) ?/gu, '$1');
}
