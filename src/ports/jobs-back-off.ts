const firstMs = 1_000;
const longestMs = 15 * 60_000;

/**
 * Pause before the next attempt, in milliseconds: doubling from one second to a quarter of an hour, and
 * anywhere between half of that and all of it, so that jobs that failed together do not come back together.
 *
 * @param attempt the attempt that failed, from 1
 * @param jitter between 0 and 1
 */
export function backOff(attempt: number, jitter: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return Math.round(whole * (0.5 + jitter / 2));
}
