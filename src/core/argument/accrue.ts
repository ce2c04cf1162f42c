import type { Accrual, Argument } from './graph.ts';
import { round } from './round.ts';

export type Weighed = { readonly id: string; readonly argument: Argument; readonly weight: number };

/**
 * The weight of a position from those of the arguments for it: the greatest or, where independent
 * sources add up, 1 − Π(1 − wᵢ) with each source counted once, by its greatest weight.
 */
export function accrue(accrual: Accrual, pro: Iterable<Weighed>): number {
  const bySource = new Map<string, number>();
  let greatest = 0;
  for (const { id, argument, weight } of pro) {
    greatest = Math.max(greatest, weight);
    const source = argument.source === undefined ? `argument ${id}` : `source ${argument.source}`;
    bySource.set(source, Math.max(bySource.get(source) ?? 0, weight));
  }
  if (accrual === 'strongest') return round(greatest);

  let doubt = 1;
  for (const weight of bySource.values()) doubt *= 1 - weight;
  return round(1 - doubt);
}
