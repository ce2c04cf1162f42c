import type { GuessedAt } from '../../core/person/lock-out.ts';

/** What is guessed at, by a hash, and from where. */
export type Attempt = {
  readonly kind: Exclude<GuessedAt, 'address'>;
  readonly subject: string;
  readonly address: string;
};

/**
 * Failed attempts in a row, as core/person/lock-out counts them. An attempt on an account counts as failed from
 * the moment it is let in, so that many at once are no way around.
 */
export interface FailedAttempts {
  /** Milliseconds to wait; 0: it was let in. */
  attempt(attempt: Attempt, now: Date): Promise<number>;
  /** It failed: that counts for its address too. */
  failed(attempt: Attempt, now: Date): Promise<void>;
  /** It succeeded: all of its subject are forgotten, those of the address are not. */
  succeeded(attempt: Attempt): Promise<void>;
}
