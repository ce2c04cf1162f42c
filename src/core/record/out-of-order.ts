/**
 * The fewest items whose removal leaves the others in rising order: those outside a longest rising
 * run (patience sorting, n log n).
 */
export function outOfOrder<Item>(
  items: readonly Item[],
  rank: (item: Item) => number,
): readonly Item[] {
  const ranks = items.map(rank);
  if (ranks.every((value, at) => at === 0 || value > (ranks[at - 1] ?? value))) return [];
  // `ends[k]`: where a rising run of k + 1 items with the least end ends; `before`: its item before.
  const ends: number[] = [];
  const before: number[] = [];
  ranks.forEach((value, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranks[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return items.filter((_, at) => !kept.has(at));
}
