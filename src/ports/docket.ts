import type { DocketEntry, Stage } from '../core/case/docket-entry.ts';
import type { Language } from '../core/document/document.ts';
import type { CaseRole } from '../core/person/roles.ts';

/**
 * Courts and their cases, as one caller may see and change them. What a caller may not see is not there:
 * it is never told apart from what does not exist.
 *
 * @throws DocketFault where the store behind it failed
 */
export interface Docket {
  courts(): Promise<readonly CourtRow[]>;
  court(id: string): Promise<CourtRow | null>;
  /** Most recently changed first. */
  cases(courtId: string, asked: CasesAsked): Promise<Page<CaseRow>>;
  case(id: string): Promise<CaseRow | null>;
  /** Opens an empty case; the caller is of it from the beginning in `role`. `null`: not the caller's to do. */
  begin(courtId: string, opened: CaseBegun): Promise<CaseRow | null>;
  change(id: string, expected: number, changes: CaseChanges): Promise<CaseRow | NotChanged | null>;
  members(caseId: string): Promise<readonly CaseMember[]>;
  admit(
    member: CaseMember & { readonly courtId: string },
  ): Promise<'admitted' | 'known' | 'refused' | 'nobody'>;
  dismiss(caseId: string, personId: string, role: CaseRole): Promise<boolean>;
}

export type CourtRow = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly language: Language;
};

export type CaseRow = DocketEntry & {
  readonly id: string;
  /** The name that its events carry. */
  readonly record: string;
  readonly courtId: string;
  readonly number: string | null;
  readonly jurisdiction: string;
  readonly language: Language;
  readonly sealed: boolean;
  /** Number of events in its record. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly filedAt: string;
  readonly updatedAt: string;
};

export type CaseBegun = {
  readonly caption: string;
  readonly sealed: boolean;
  readonly role: 'prosecutor' | 'defender' | 'party' | null;
};

export type CaseChanges = {
  readonly number?: string | undefined;
  readonly sealed?: boolean | undefined;
};

/** Why a change was not made: it rests on another version, another case has the number, it is not the caller's. */
export type NotChanged = 'stale' | 'taken' | 'refused';

export type CaseMember = {
  readonly caseId: string;
  readonly personId: string;
  readonly role: CaseRole;
  readonly party: string | null;
};

export type CasesAsked = {
  readonly limit: number;
  readonly cursor: string | null;
  readonly stage: Stage | null;
  readonly text: string | null;
};

/** `next`: the cursor of the page after this one. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export class DocketFault extends Error {
  readonly port = 'docket';
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'DocketFault';
    this.retryable = retryable;
  }
}
