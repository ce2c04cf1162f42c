import type { Tip } from '../core/record/chain.ts';
import type { Content } from './object-storage.ts';

/**
 * What a backup takes: one moment of a whole database, however long the taking lasts.
 *
 * @throws DatabaseFault where the database failed
 */
export interface DatabaseSnapshot {
  /** ISO 8601. */
  readonly takenAt: string;
  /** Versions of the migrations that were applied, in order. */
  readonly migrations: readonly string[];
  /** In an order in which they can be filled. */
  readonly tables: readonly CopiedTable[];
  /** The rows of a table as JSON texts, some at a time; never very many bytes at once. */
  rows(table: CopiedTable): AsyncIterable<readonly string[]>;
  /** The end of the chain of every case that has one, by the name of its record. */
  heads(): AsyncIterable<ChainHead>;
  /** Keys in the object storage that documents name whose keys are not destroyed. */
  storageKeys(): AsyncIterable<string>;
  close(): Promise<void>;
}

/** `schema.name`, and the columns whose values a backup keeps. */
export type CopiedTable = { readonly name: string; readonly columns: readonly string[] };

export type ChainHead = Tip & { readonly record: string };

/** A migrated database in which nothing is, filled in one transaction: all of it or nothing. */
export interface DatabaseToFill {
  readonly migrations: readonly string[];
  readonly tables: readonly CopiedTable[];
  /** A table in which something is; `null` where the database is empty. */
  filled(): Promise<string | null>;
  fill(table: CopiedTable, rows: readonly string[]): Promise<void>;
  /** Ends the filling: foreign keys hold, numbers go on after the highest. */
  settle(): Promise<void>;
  /** What is in the database now: the lines of the record, case after case, as `heads` of the snapshot orders them. */
  lines(): AsyncIterable<readonly RecordLine[]>;
  commit(): Promise<void>;
  /** Undoes what was not committed, and lets go. */
  close(): Promise<void>;
}

export type RecordLine = {
  readonly record: string;
  readonly line: string;
  /** What the docket shows: number of events, and the hash of the last one. */
  readonly shown: Tip;
};

/** A file that is written part by part, and is there whole or not at all. */
export interface BackupFile {
  add(name: string, size: number, content: Content): Promise<Part>;
  /** Texts, one a line, compressed. */
  addLines(name: string, lines: readonly string[]): Promise<Part>;
  /** Gives the file its name; `false` where something has it. */
  finish(): Promise<boolean>;
  /** Removes what was written, unless it was finished. */
  close(): Promise<void>;
}

/** `size` in bytes and SHA-256 in lower-case hex of what lies in the file. */
export type Part = { readonly name: string; readonly size: number; readonly sha256: string };

/** A part as it is read: once, before the next one. */
export type FoundPart = {
  readonly name: string;
  readonly size: number;
  readonly content: () => AsyncIterable<Uint8Array>;
  /** @throws BackupFault where the part is not lines */
  lines(): Promise<readonly string[]>;
};

/** The parts of a file in their order. @throws BackupFault where the file breaks off, or is no backup. */
export type ReadParts = () => AsyncIterable<FoundPart>;

/** A file that cannot be read as what it is held for. */
export class BackupFault extends Error {
  readonly port = 'backup';
  readonly retryable = false;
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BackupFault';
  }
}
