import type { Transaction } from './transaction.ts';

/** What a job carries: plain JSON. Ids rather than contents, which may have changed when it is done. */
export type Payload =
  | string
  | number
  | boolean
  | null
  | readonly Payload[]
  | { readonly [name: string]: Payload };

export type NewJob = {
  /** What is to be done, as in `mail.send`: lower case, dots and dashes, at most 63 characters. */
  readonly kind: string;
  /** A second job of this kind with this key is the same job. At most 255 characters. */
  readonly key: string;
  readonly payload: Payload;
  /** Not before so many milliseconds; at once unless told. */
  readonly delayMs?: number;
  /** How often it is tried before it is dead; 8 unless told, at most 100. */
  readonly mostAttempts?: number;
};

export type LeasedJob = {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: Payload;
  /** With the id the name of this lease; it only grows. */
  readonly lease: number;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  readonly mostAttempts: number;
};

export type DeadJob = Omit<LeasedJob, 'lease' | 'attempt'> & {
  /** Why it was given up. */
  readonly reason: string;
};

export type LeaseRequest = {
  readonly kinds: readonly string[];
  /** Most jobs at once. */
  readonly most: number;
  readonly leaseMs: number;
  /** Who takes them, for whoever looks. */
  readonly worker: string;
};

/** `lost`: the lease ran out and somebody else took the job, or it is over. */
export type LeaseAnswer = 'held' | 'lost';

export type JobCounts = { readonly open: number; readonly done: number; readonly dead: number };

/** How often a job is tried unless it says otherwise. */
export const usualAttempts = 8;

/** The reason of a job that was taken as often as it may be and never finished. */
export const leaseRanOut = 'The lease of the last attempt ran out.';

/**
 * Work that is done later, by some worker, at least once.
 *
 * Contract (jobs.contract.ts holds every adapter to it):
 * - JQ1 what was enqueued is leased by one worker at a time, those due longest first, of the kinds asked for.
 * - JQ2 of one kind and key there is one job, however often it is enqueued, done and dead ones included.
 * - JQ3 a delayed job is not leased before its time.
 * - JQ4 a job whose lease ran out is leased again, with the next attempt.
 * - JQ5 only the newest lease completes, fails or extends its job; an older one hears `lost`.
 * - JQ6 a failed job comes back after the pause it was given, and is dead with its reason where it was given
 *   none or has no attempts left.
 * - JQ7 a job enqueued in a transaction is there when that commits, and never was when it does not.
 * - JQ8 a dead job can be opened again and has all its attempts before it.
 * - JQ9 `news` resolves soon after something was enqueued, or after the time given, or at the signal.
 * - JQ10 jobs that ended are pruned when they are old enough, and no others.
 */
export interface Jobs {
  /** @param within the caller's transaction; without one the job is enqueued at once. */
  enqueue(job: NewJob, within?: Transaction): Promise<'enqueued' | 'known'>;
  lease(request: LeaseRequest): Promise<readonly LeasedJob[]>;
  extend(job: LeasedJob, leaseMs: number): Promise<LeaseAnswer>;
  complete(job: LeasedJob): Promise<LeaseAnswer>;
  /** @param retryInMs pause before the next attempt; `null` where none would help. */
  fail(job: LeasedJob, reason: string, retryInMs: number | null): Promise<LeaseAnswer>;
  /** The newest first. */
  dead(most: number): Promise<readonly DeadJob[]>;
  /** Opens a dead job again. */
  revive(id: string): Promise<'revived' | 'not-dead'>;
  counts(): Promise<JobCounts>;
  /** Forgets done jobs that ended so long ago, and their keys. Dead ones stay. Says how many. */
  prune(olderThanMs: number): Promise<number>;
  news(longestMs: number, signal: AbortSignal): Promise<void>;
}
