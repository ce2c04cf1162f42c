/**
 * A weight to twelve decimals. Sums and products of the same numbers in another order differ in the
 * last bits; a case must not turn on them, nor on the order of the evidence.
 */
export function round(weight: number): number {
  return Math.round(weight * 1e12) / 1e12;
}
