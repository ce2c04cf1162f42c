import type { DocumentKind, Language } from '../core/document/document.ts';
import type { Quota, Used } from '../core/document/quota.ts';
import type { Page } from './docket.ts';
import type { RecordStore } from './record-store.ts';

/**
 * The documents of cases, as one caller may see and change them. What a caller may not see is not there.
 *
 * Papers come and go while the case is not filed; from then on they are sealed and erased, and nothing else.
 *
 * @throws DocumentShelfFault where the store behind it failed
 */
export interface DocumentShelf {
  /** As they came. */
  list(caseId: string, asked: ShelfAsked): Promise<Page<ShelvedDocument>>;
  one(id: string): Promise<ShelvedDocument | null>;
  /** In the order of the text. */
  passages(documentId: string, asked: ShelfAsked): Promise<Page<ShelvedPassage>>;
  /** Everything that lies there, in the order of filing: by name, after each what came inside it. */
  papers(caseId: string): Promise<readonly ShelvedPaper[]>;
  /** Room that is taken and may be taken, counting also what the caller may not see. */
  room(courtId: string, caseId: string): Promise<{ readonly used: Used; readonly quota: Quota }>;
  /** Whether the caller may write to the case, and whether it is filed. */
  standing(caseId: string): Promise<'open' | 'filed' | 'refused'>;
  /** All of them or none. With `replace`, papers of the same names leave in the same moment. */
  add(
    caseId: string,
    papers: readonly NewPaper[],
    options: { readonly replace: boolean; readonly quota: Quota },
  ): Promise<Added>;
  /** Takes a paper off the shelf, and what came inside it. Answers where its bytes lay. */
  remove(id: string): Promise<Removed>;
  /** With what came inside it. */
  seal(id: string, sealed: boolean): Promise<'changed' | 'refused'>;
  /** Destroys the key and what the record and the shelf hold of its words; answers where the bytes lie. */
  erase(
    id: string,
    reason: string,
  ): Promise<
    | { readonly kind: 'erased'; readonly storageKey: string }
    | { readonly kind: 'unfiled' | 'inside' | 'refused' }
  >;
  /**
   * The record of the case for the append that files it: with it, in one transaction, the shelf learns which
   * paper is which exhibit. `stale` where the case was filed meanwhile or other papers lie on the shelf.
   */
  filing(caseId: string, papers: readonly FiledPaper[]): RecordStore;
}

/** A row of `court.documents`, column by column. */
export type ShelvedDocument = ShelvedPaper | ErasedPaper;

/** A document that is there. */
export type ShelvedPaper = Shelved & {
  readonly erased_at: null;
  readonly name: string;
  /** Lower-case hex, of the original. */
  readonly sha256: string;
  readonly wrapped_key: Uint8Array;
  readonly key_version: number;
};

/** What stays of one whose key was destroyed. */
export type ErasedPaper = Shelved & {
  /** ISO 8601. */
  readonly erased_at: string;
  readonly name: null;
  readonly sha256: null;
  readonly wrapped_key: null;
  readonly key_version: null;
};

type Shelved = {
  readonly id: string;
  readonly court_id: string;
  readonly case_id: string;
  /** `E3`, from the filing on. */
  readonly exhibit: string | null;
  readonly kind: DocumentKind | null;
  readonly language: Language | null;
  readonly pages: number | null;
  /** Plain sentences on what a person should know of the reading. */
  readonly warnings: readonly string[];
  readonly media_type: string;
  readonly size: number;
  readonly storage_key: string;
  readonly chunk_size: number;
  readonly sealed: boolean;
  readonly scan: 'clean' | 'not-configured';
  /** The document that it came in with. */
  readonly inside: string | null;
  /** ISO 8601. */
  readonly filed_at: string;
};

export type ShelvedPassage = {
  /** 1-based. */
  readonly n: number;
  readonly page: number | null;
  /** UTF-16 code units of the canonical text. */
  readonly starts: number;
  readonly ends: number;
  readonly text: string;
  readonly evidential: boolean;
};

/** A paper that was read and kept, ready for its row. */
export type NewPaper = {
  readonly id: string;
  readonly court_id: string;
  readonly case_id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly media_type: string;
  readonly storage_key: string;
  readonly wrapped_key: Uint8Array;
  readonly key_version: number;
  readonly chunk_size: number;
  readonly sealed: boolean;
  readonly scan: 'clean' | 'not-configured';
  readonly kind: DocumentKind;
  readonly language: Language | null;
  readonly pages: number;
  readonly warnings: readonly string[];
  readonly inside: string | null;
  readonly passages: readonly ShelvedPassage[];
};

export type Added =
  /** Where the bytes of papers lay that were replaced. */
  | { readonly kind: 'added'; readonly replaced: readonly string[] }
  /** Names that other papers of the case have. */
  | { readonly kind: 'taken'; readonly names: readonly string[] }
  | { readonly kind: 'filed' | 'full' | 'refused' };

export type Removed =
  | { readonly kind: 'removed'; readonly storageKeys: readonly string[] }
  | { readonly kind: 'filed' | 'inside' | 'refused' };

export type FiledPaper = {
  readonly id: string;
  readonly sha256: string;
  readonly exhibit: string;
  readonly kind: DocumentKind;
};

export type ShelfAsked = { readonly limit: number; readonly cursor: string | null };

export class DocumentShelfFault extends Error {
  readonly port = 'document-shelf';
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'DocumentShelfFault';
    this.retryable = retryable;
  }
}
