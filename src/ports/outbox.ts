import type { Payload } from './jobs.ts';
import type { Transaction } from './transaction.ts';

/** Something that happened in a case, for those who have to hear of it. */
export type NewNotice = {
  readonly caseId: string;
  /** As in `events.appended`: lower case, dots and dashes, at most 63 characters. */
  readonly kind: string;
  readonly payload: Payload;
};

export type Notice = NewNotice & {
  /** Grows from notice to notice over all cases, without a hole that fills later. */
  readonly position: number;
};

/** A follower's right to read and to move its position, until it runs out or another takes it. */
export type Turn = {
  readonly follower: string;
  readonly turn: number;
  /** Those after the follower's position, in order. */
  readonly notices: readonly Notice[];
};

export type TurnRequest = {
  readonly follower: string;
  /** Which of the follower's replicas asks. */
  readonly worker: string;
  readonly most: number;
  readonly leaseMs: number;
};

/**
 * News of the record, written with it and told at least once.
 *
 * Contract (outbox.contract.ts holds every adapter to it):
 * - OB1 a notice is there when its transaction commits, and never was when it does not.
 * - OB2 each follower gets every notice, those of one case in the order in which they were announced.
 * - OB3 a follower stands where it said that it stands, and what it did not confirm it gets again.
 * - OB4 of a follower's replicas one at a time has the turn, until it gives it back or it runs out.
 * - OB5 a turn that ran out and was taken by another moves nothing and hears `lost`.
 * - OB6 notices are pruned when every follower is past them, and no others.
 * - OB7 `news` resolves soon after something was announced, or after the time given, or at the signal.
 */
export interface Outbox {
  announce(notices: readonly NewNotice[], within: Transaction): Promise<void>;
  /**
   * `null` while another replica has the turn, or nothing is to be told. A follower that was never heard of
   * begins at the first notice that is kept.
   */
  take(request: TurnRequest): Promise<Turn | null>;
  /** Confirms all up to this position and gives the turn back. */
  confirm(turn: Turn, position: number): Promise<'held' | 'lost'>;
  positions(): Promise<ReadonlyMap<string, number>>;
  /** Says how many. */
  prune(): Promise<number>;
  news(longestMs: number, signal: AbortSignal): Promise<void>;
}
