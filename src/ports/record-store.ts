import type { DocketEntry } from '../core/case/docket-entry.ts';
import type { Batch } from '../core/record/batch.ts';
import type { RecordedEvent } from '../core/record/event.ts';
import type { StoredText } from '../core/record/seal.ts';

/**
 * Where the record lives: one append-only stream of events per case, their texts beside them.
 *
 * Contract (record-store.contract.ts holds every adapter to it):
 * - RS1 `read` gives the events in order, from `from` (1-based) on, and none for an unknown case.
 * - RS2 `append` is all or nothing, events and texts; what it acknowledged is there for good.
 * - RS3 `append` with a stale `expected` version appends nothing and says `'stale'`.
 * - RS4 `append` of events whose ids are all known appends nothing and says `'repeated'`.
 * - RS5 of appends at one version exactly one is appended, however many come at once.
 * - RS6 a batch that does not carry on the chain, or takes a used id, throws and appends nothing.
 * - RS7 `texts` gives every text of the case that was appended with its events, at least of those from `from` on.
 * - RS8 `follow` gives every event from `from` on once, in order, past then live, until aborted.
 * - RS9 cases are apart, whatever their ids look like; `cases` names them in order.
 */
export interface RecordStore {
  /** `shown`: the case's row in the docket after the batch, for stores that keep a docket. */
  append(caseId: string, batch: Batch, expected: number, shown?: DocketEntry): Promise<Appended>;
  read(caseId: string, from?: number): Promise<readonly RecordedEvent[]>;
  texts(caseId: string, from?: number): Promise<readonly StoredText[]>;
  follow(caseId: string, from: number, signal: AbortSignal): AsyncIterable<RecordedEvent>;
  cases(): Promise<readonly string[]>;
  /** Gives up what the store holds open; afterwards it is not used again. */
  close(): Promise<void>;
}

export type Appended = 'appended' | 'stale' | 'repeated';

/** The thing behind the store failed: a full disk, a lost connection, a damaged file. */
export class RecordStoreFault extends Error {
  readonly port = 'record-store';
  /** Whether the same call may succeed later without anybody mending something. */
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'RecordStoreFault';
    this.retryable = retryable;
  }
}
