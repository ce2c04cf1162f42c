import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outOfOrder } from './out-of-order.ts';

const strays = (ranks: readonly number[]): readonly number[] => outOfOrder(ranks, (rank) => rank);

test('nothing is out of order in a rising run', () => {
  expect(strays([])).toEqual([]);
  expect(strays([1, 2, 5])).toEqual([]);
});

test('a moved item is found alone, and two that changed places both', () => {
  expect(strays([1, 5, 2, 3, 4, 6])).toEqual([5]);
  expect(strays([1, 5, 3, 4, 2, 6])).toEqual([5, 2]);
});

test('what is left rises, and no fewer could be taken out', () => {
  const lengthOf = (ranks: readonly number[]): number => {
    const best = ranks.map(() => 1);
    ranks.forEach((rank, at) => {
      for (let i = 0; i < at; i += 1) {
        if ((ranks[i] ?? 0) < rank) best[at] = Math.max(best[at] ?? 1, (best[i] ?? 0) + 1);
      }
    });
    return Math.max(0, ...best);
  };
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(99), { maxLength: 12 }), (ranks) => {
      const out = new Set(strays(ranks));
      const kept = ranks.filter((rank) => !out.has(rank));
      expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      expect(kept).toHaveLength(lengthOf(ranks));
    }),
  );
});
