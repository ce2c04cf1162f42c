import type { Stage } from '../core/case/docket-entry.ts';
import type { DocumentKind, Language } from '../core/document/document.ts';
import type { Excerpt } from '../core/search/excerpt.ts';
import type { SearchQuery } from '../core/search/read-query.ts';

/**
 * Search in the documents, the law and the captions that one caller may see. What the caller may not see is
 * in no hit, count, facet, correction or suggestion, moves no score, and costs no time.
 *
 * Contract (search.contract.ts holds every adapter to it):
 * - SR1 finds passages by any form of their words, in English and Spanish, with and without accents, the best first.
 * - SR2 words in quotes stand together, as written.
 * - SR3 finds names and docket numbers in spite of a slip, and says what it took them for.
 * - SR4 counts and facets are of what the caller may see under the filters, and of nothing else.
 * - SR5 pages follow each other without a gap and without a repetition.
 * - SR6 what is sealed or erased is gone from the next answer on.
 * - SR7 any question has an answer, and be it an empty one.
 *
 * @throws SearchFault where the store behind it failed
 */
export interface Search {
  find(asked: SearchAsked): Promise<Found>;
  /** Completes the last word of what somebody is writing. */
  suggest(asked: SuggestionsAsked): Promise<readonly Suggestion[]>;
}

export type SearchAsked = {
  readonly query: SearchQuery;
  readonly filters: SearchFilters;
  /** 1 to 50. */
  readonly limit: number;
  /** `next` of the page before; any other finds nothing. */
  readonly cursor: string | null;
};

export type SearchFilters = {
  readonly courtId: string | null;
  readonly caseId: string | null;
  /** Of the text. */
  readonly language: Language | null;
  readonly kind: FoundKind | null;
  /** The name of a side, as a facet gives it. */
  readonly party: string | null;
  readonly phase: Stage | null;
  /** ISO dates, both included: of the filing, or from when the law is in force. */
  readonly from: string | null;
  readonly to: string | null;
};

export const noFilters: SearchFilters = {
  courtId: null,
  caseId: null,
  language: null,
  kind: null,
  party: null,
  phase: null,
  from: null,
  to: null,
};

/** `paper`: a document whose kind nobody told yet. `case`: the caption and the number of a case. */
export type FoundKind = DocumentKind | 'paper' | 'law' | 'case';

export type Found = {
  readonly hits: readonly Hit[];
  /** How many passages there are on all pages. */
  readonly total: number;
  readonly next: string | null;
  readonly facets: Facets;
  readonly corrections: readonly Correction[];
};

export type Hit = {
  readonly courtId: string;
  /** Higher is better; comparable within one answer. */
  readonly score: number;
  readonly excerpt: Excerpt;
} & HitPlace;

export type HitPlace =
  | {
      readonly type: 'document';
      readonly caseId: string;
      readonly documentId: string;
      readonly name: string;
      readonly exhibit: string | null;
      readonly kind: DocumentKind | null;
      /** 1-based, and its page where the document has pages. */
      readonly passage: number;
      readonly page: number | null;
    }
  | {
      readonly type: 'law';
      readonly work: string;
      /** ISO date from which this text is in force. */
      readonly from: string;
      readonly article: string;
      readonly label: string;
    }
  | {
      readonly type: 'case';
      readonly caseId: string;
      readonly number: string | null;
      readonly caption: string;
    };

/** Counts of passages, the greatest first, at most `mostFacets` of each. */
export type Facets = {
  readonly kinds: readonly Facet[];
  readonly phases: readonly Facet[];
  readonly parties: readonly Facet[];
  readonly years: readonly Facet[];
};

export type Facet = { readonly value: string; readonly count: number };

export const mostFacets = 20;

/** A word that nothing has, and the one that was taken for it; both folded. */
export type Correction = { readonly asked: string; readonly found: string };

export type SuggestionsAsked = {
  readonly text: string;
  readonly courtId: string | null;
  /** 1 to 20. */
  readonly limit: number;
};

export type Suggestion =
  | { readonly type: 'word'; readonly text: string }
  | {
      readonly type: 'case';
      readonly text: string;
      readonly caseId: string;
      readonly number: string | null;
    };

export class SearchFault extends Error {
  readonly port = 'search';
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'SearchFault';
    this.retryable = retryable;
  }
}
