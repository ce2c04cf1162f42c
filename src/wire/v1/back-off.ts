export type BackOff = {
  /** First and longest pause, in milliseconds. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** Between 0 and 1: spreads the pauses, so that not all come back in the same moment. */
  readonly random: () => number;
};

/** The pause before try `n` (from 0): twice as long each time, and somewhere between half of it and all. */
export function pauseBefore(n: number, { firstMs, longestMs, random }: BackOff): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(n, 30)) * (0.5 + random() / 2);
}
