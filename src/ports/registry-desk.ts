import type { CasePage } from '../core/case/case-page.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import type { DocumentKind, Language } from '../core/document/document.ts';
import type { QuoteClaim, QuoteStatus } from '../core/law/check-quote.ts';
import type { WorkVersion } from '../core/law/work-version.ts';
import type { Refusal } from '../core/refusal.ts';
import type { RawFile } from './document-reader.ts';
import type { LawFile } from './profile-source.ts';

/**
 * The secretary's heavy work, done aside so that nobody waits for it who did not ask: a task may be slow,
 * or made to be.
 *
 * Contract:
 * - RG1 a task that takes too long or too much memory is given up: FL7, and the next one is done.
 * - RG2 where more tasks wait than may, the answer is a `RegistryDeskFault` that says to try again.
 */
export interface RegistryDesk {
  /** Reads one file, and what came inside it. */
  read(file: RawFile): Promise<FileRead | No>;
  /** Works out the first events of a record. Nothing is written. */
  workOut(asked: FilingTask): Promise<FilingWorkedOut | No>;
  /** What a work of law says it is. */
  readLaw(file: LawFile): Promise<LawRead | No>;
  /** The works that a jurisdiction brings along. */
  shippedLaw(jurisdiction: string): Promise<LawListed | No>;
  /** What became of quotations of law, claim by claim. */
  checkQuotes(asked: QuotesTask): Promise<QuotesChecked | No>;
}

export type No = { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** A paper as it was read; `passages` with their words. */
export type PaperRead = {
  readonly name: string;
  readonly sha256: string;
  readonly kind: DocumentKind;
  readonly language: Language | 'unknown';
  readonly pages: number;
  readonly warnings: readonly string[];
  readonly passages: readonly PassageRead[];
};

export type PassageRead = {
  readonly n: number;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly evidential: boolean;
};

export type FileRead = {
  readonly kind: 'read';
  readonly paper: PaperRead;
  /** What came inside the file, each with its bytes. */
  readonly inside: readonly (PaperRead & { readonly bytes: Uint8Array })[];
  /** Why something that came inside was left out. */
  readonly leftOut: readonly Refusal[];
};

export type FilingTask = {
  /** In the order of filing. */
  readonly files: readonly RawFile[];
  readonly page: CasePage;
  readonly jurisdiction: string;
  /** ISO date. */
  readonly today: string;
  /** Works that the court imported. */
  readonly law: readonly LawFile[];
};

export type FilingWorkedOut = {
  readonly kind: 'worked-out';
  readonly events: readonly CaseEvent[];
  /** SHA-256 of every paper that was read, in the order of reading. */
  readonly papers: readonly string[];
};

export type WorkListed = Pick<WorkVersion, 'work' | 'title' | 'from' | 'standing'> & {
  readonly articles: number;
};

export type LawRead = { readonly kind: 'law'; readonly version: WorkListed };
export type LawListed = { readonly kind: 'laws'; readonly versions: readonly WorkListed[] };

export type QuotesTask = {
  readonly jurisdiction: string;
  readonly law: readonly LawFile[];
  readonly claims: readonly QuoteClaim[];
};

export type QuotesChecked = { readonly kind: 'checked'; readonly found: readonly QuoteStatus[] };

/** A task with the name of what is to be done. */
export type RegistryTask =
  | { readonly task: 'read'; readonly asked: RawFile }
  | { readonly task: 'work-out'; readonly asked: FilingTask }
  | { readonly task: 'read-law'; readonly asked: LawFile }
  | { readonly task: 'shipped-law'; readonly asked: string }
  | { readonly task: 'check-quotes'; readonly asked: QuotesTask };

export type RegistryAnswer = FileRead | FilingWorkedOut | LawRead | LawListed | QuotesChecked | No;

export class RegistryDeskFault extends Error {
  readonly port = 'registry-desk';
  readonly retryable = true;
  constructor(message: string) {
    super(message);
    this.name = 'RegistryDeskFault';
  }
}
