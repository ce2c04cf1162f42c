/** One measured figure beside the peer or the limit that it is judged by. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly against: string;
  /** Whether a great value is the good one; rates are so by their unit. */
  readonly better?: 'higher' | 'lower';
};

/** Rates and ratios are good when high; times, sizes and costs when low. The unit tells which. */
export function isMet({ value, limit, unit, better }: Figure): boolean {
  const isHigher = better === 'higher' || (better === undefined && unit.endsWith('/s'));
  return isHigher ? value >= limit : value <= limit;
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
