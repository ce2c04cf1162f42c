import type { RecordStore } from './record-store.ts';

/** What a hearing was begun with. Whoever goes on has to bring the same. */
export type HearingInputs = {
  /** SHA-256, hex, of the names and bytes of the papers and the case page. */
  readonly papers: string;
  /** Id of the jurisdiction. */
  readonly jurisdiction: string;
  /** Public key of the court, hex; `null` where it was made for this hearing. */
  readonly key: string | null;
  /** Instant at which the clock stands still, ISO 8601; `null` where it goes. */
  readonly clock: string | null;
};

export type BegunHearing = {
  readonly inputs: HearingInputs;
  /** The case in the record. */
  readonly case: string;
  /** The secret from which a key made for this hearing grows, 64 hex digits; else `null`. */
  readonly seed: string | null;
};

/**
 * Where one hearing is kept while it is heard, so that whoever is stopped at any moment can go on.
 *
 * Contract (hearing-folder.contract.ts holds every adapter to it):
 * - HF1 nothing waits before the record of a hearing has begun.
 * - HF2 then it waits: what it was begun with, its record and its documents, as they were given.
 * - HF3 `begin` throws away what waited before.
 * - HF4 after `finish` nothing waits.
 */
export interface HearingFolder {
  /** As a person would name it. */
  readonly name: string;
  /** The record of the hearing; to be written to after `begin`, or where one waits. */
  readonly store: RecordStore;
  waiting(): Promise<BegunHearing | null>;
  /** With the bytes of the documents by SHA-256, hex. */
  begin(hearing: BegunHearing, documents: ReadonlyMap<string, Uint8Array>): Promise<void>;
  documents(): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Its papers are written: nothing of it is needed any more. */
  finish(): Promise<void>;
  /** Gives the folder up; what waits there waits. */
  close(): Promise<void>;
}
