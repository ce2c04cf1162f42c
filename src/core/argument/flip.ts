import { coneOf } from './cone.ts';
import { evaluate } from './evaluate.ts';
import type { Graph } from './graph.ts';

export type FlipBounds = {
  /** Most sets to look for. */
  readonly most: number;
  /** Greatest size of a set. */
  readonly size: number;
  /** Most sets to try. */
  readonly tries?: number;
};

export type FlipSets = {
  /** Sets of groups whose loss turns the label, while that of no proper subset does. */
  readonly sets: readonly (readonly string[])[];
  /** Whether a bound ended the search, so that there may be more. */
  readonly cut: boolean;
};

/**
 * The smallest sets of groups (an exhibit, a premise) without whose assumptions the target has another
 * label, found by evaluating anew, smaller sets first.
 */
export function flipSets(
  graph: Graph,
  target: string,
  removable: ReadonlyMap<string, readonly string[]>,
  { most, size, tries = 2000 }: FlipBounds,
): FlipSets {
  const cone = coneOf(graph, target);
  const before = evaluate(cone).label(target);
  const flips = (groups: readonly Group[]) => {
    const lost = new Set(groups.flatMap(([, statements]) => statements));
    return evaluate(without(cone, lost)).label(target) !== before;
  };

  const relevant: readonly Group[] = [...removable].filter(([, statements]) =>
    statements.some((statement) => cone.assumptions.has(statement)),
  );
  const found: Array<readonly Group[]> = [];
  const result = (cut: boolean) => ({
    sets: found.map((groups) => groups.map(([name]) => name)),
    cut,
  });

  let tried = 0;
  let pool = relevant;
  for (let next = 1; next <= Math.min(size, pool.length); next += 1) {
    for (const groups of combinations(pool, next)) {
      if (found.length === most || tried === tries) return result(true);
      tried += 1;
      const known = found.some((set) => set.every((group) => groups.includes(group)));
      if (!known && flips(groups)) found.push(groups);
    }
    // What flips alone is in no larger set.
    pool = pool.filter((group) => !found.some((set) => set.length === 1 && set.includes(group)));
  }
  return result(pool.length > size);
}

type Group = readonly [name: string, statements: readonly string[]];

function without(graph: Graph, lost: ReadonlySet<string>): Graph {
  const assumptions = [...graph.assumptions].filter((statement) => !lost.has(statement));
  return { ...graph, assumptions: new Set(assumptions) };
}

/** All choices of `size` of the items, in the order of the items. */
function* combinations<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, item] of items.entries()) {
    for (const rest of combinations(items.slice(index + 1), size - 1)) yield [item, ...rest];
  }
}
