/** The parts of an id of the form `predicate(argument, …)`, where it has one. */
export type Atom = { readonly predicate: string; readonly arguments: readonly string[] };

/** Splits `price(volvo,medium)` at its outer brackets and commas; null where it has another form. */
export function readAtom(id: string): Atom | null {
  const open = id.indexOf('(');
  if (open < 1 || !id.endsWith(')')) return null;

  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < id.length; at += 1) {
    const character = id.charAt(at);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0 && at < id.length - 1) return null;
    if ((character === ',' && depth === 1) || depth === 0) {
      parts.push(id.slice(start, at).trim());
      start = at + 1;
    }
  }
  return depth === 0 ? { predicate: id.slice(0, open).trim(), arguments: parts } : null;
}
