type Run<Item> = {
  readonly item: Item;
  readonly rank: number;
  readonly before: Run<Item> | undefined;
};

/**
 * The fewest items whose removal leaves the others in rising order: those outside a longest rising
 * run (patience sorting, n log n).
 */
export function outOfOrder<Item>(
  items: readonly Item[],
  rank: (item: Item) => number,
): readonly Item[] {
  // `ends[k]`: the rising run of k + 1 items that ends lowest.
  const ends: Run<Item>[] = [];
  for (const item of items) {
    const own = rank(item);
    const at = countBelow(ends, own);
    ends[at] = { item, rank: own, before: ends[at - 1] };
  }
  const kept = new Set<Item>();
  for (let run = ends.at(-1); run !== undefined; run = run.before) kept.add(run.item);
  return items.filter((item) => !kept.has(item));
}

/** How many runs end below a rank; the runs are in order of their ends. */
function countBelow(ends: readonly Run<unknown>[], rank: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends.slice(middle, middle + 1).some((run) => run.rank < rank)) low = middle + 1;
    else high = middle;
  }
  return low;
}
