import type { Argument, PropertyOrder } from './graph.ts';

/**
 * Ranks arguments by their properties, the first property first, as in lex superior and lex
 * posterior: rank over number of ranks, so the strongest weigh 1 and none weighs 0. A value that is
 * missing or not listed is the weakest; numbers come before words.
 */
export function rank(
  rivals: readonly Argument[],
  by: readonly PropertyOrder[],
): Map<Argument, number> {
  const ranks = new Map<Argument, number>();
  let previous: Argument | null = null;
  let highest = 0;
  for (const argument of rivals.toSorted((a, b) => compare(by, a, b))) {
    if (previous === null || compare(by, previous, argument) !== 0) highest += 1;
    ranks.set(argument, highest);
    previous = argument;
  }
  return new Map([...ranks].map(([argument, place]) => [argument, place / highest]));
}

function compare(by: readonly PropertyOrder[], a: Argument, b: Argument): number {
  for (const { property, order } of by) {
    const difference = compareValues(
      order,
      a.properties?.get(property),
      b.properties?.get(property),
    );
    if (difference !== 0) return difference;
  }
  return 0;
}

type Value = string | number | undefined;

function compareValues(order: PropertyOrder['order'], a: Value, b: Value): number {
  if (typeof order !== 'string') return order.indexOf(String(a)) - order.indexOf(String(b));
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const ascending = order === 'ascending' ? 1 : -1;
  const [x, y] = [comparable(a), comparable(b)];
  if (typeof x === typeof y) return x < y ? -ascending : x > y ? ascending : 0;
  return typeof x === 'number' ? -ascending : ascending;
}

/** Figures are compared as numbers, also where they stand as text; anything else by its letters. */
function comparable(value: string | number): string | number {
  return value === '' || Number.isNaN(Number(value)) ? value : Number(value);
}
