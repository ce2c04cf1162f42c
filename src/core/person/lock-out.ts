/** Failed attempts in a row of one subject; `lastAt` in milliseconds since 1970. */
export type Failures = { readonly failures: number; readonly lastAt: number };

/** What is guessed at: an account, a second factor, or anything at all from one address. */
export type GuessedAt = 'account' | 'factor' | 'address';

/** Attempts that cost nothing. An address may be that of a whole court. */
const free: Readonly<Record<GuessedAt, number>> = { account: 5, factor: 5, address: 30 };

const firstWait = 2_000;
/** Anybody may fail in another's name: so an account is never shut for longer than this. */
const longestWait = 15 * 60_000;

/** After so long without a failure all are forgotten, in milliseconds. */
export const failuresForgottenAfter = 24 * 60 * 60_000;

/**
 * Milliseconds until the next attempt is looked at; 0: now. Each failure beyond the free ones doubles the wait,
 * from 2 s to 15 min, so that a day has room for some 100 guesses (NIST SP 800-63B-4, 3.2.2).
 */
export function waitBefore(kind: GuessedAt, past: Failures | null, now: number): number {
  if (past === null || now - past.lastAt >= failuresForgottenAfter) return 0;
  const beyond = past.failures - free[kind];
  if (beyond < 0) return 0;
  const wait = Math.min(firstWait * 2 ** Math.min(beyond, 20), longestWait);
  return Math.max(0, past.lastAt + wait - now);
}
