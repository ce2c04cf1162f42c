import type { Tier } from '../document/document.ts';

/** A passage that bears on an element, the side it takes, and everything that was read from it. */
export type Finding = {
  /** Id of the element. */
  readonly element: string;
  readonly position: 'proved' | 'not-proved' | 'open';
  /** Index in the documents handed in. */
  readonly document: number;
  readonly name: string;
  readonly passage: number;
  /** Offsets in the canonical text of the document. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly tier: Tier;
  /** Orders findings of one element; says nothing across elements. */
  readonly score: number;
  /** What made it a finding, as sentences: cues, shared words, signs. */
  readonly reasons: readonly string[];
  readonly speaker: string | null;
  readonly speaksFor: PartySide | null;
  /** The side that the finding helps; nobody where it is open. */
  readonly helps: PartySide | null;
  readonly scheme: SchemeName;
  readonly hearsay: boolean;
  readonly attacks: readonly Attack[];
};

export type PartySide = 'claimant' | 'respondent';

export type SchemeName =
  | 'testimony'
  | 'admission'
  | 'document'
  | 'expert-opinion'
  | 'machine-record'
  | 'record'
  | 'rule';

/** A critical question that the data of the file raises against a finding. */
export type Attack = {
  readonly question:
    | 'interested'
    | 'hearsay'
    | 'late'
    | 'promise'
    | 'about-something-else'
    | 'original-missing'
    | 'contradicted'
    | 'direct-proof-missing'
    | 'doubt';
  readonly because: string;
  /** The place that raises it, where there is one. */
  readonly at: { readonly document: number; readonly start: number; readonly end: number } | null;
};

/** What is told where an element has no finding. */
export type NothingFound = {
  readonly element: string;
  readonly searchedFor: readonly string[];
  readonly passages: number;
  /** The nearest passage, which is not relied on. */
  readonly nearest: {
    readonly name: string;
    readonly passage: number;
    readonly quote: string;
  } | null;
  readonly usuallyProvedBy: string;
};
