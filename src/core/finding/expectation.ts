import type { Tier } from '../document/document.ts';

/** What a careful reader found in one folder. «for» supports the claimant or the prosecution. */
export type Expectation = {
  readonly cause: string;
  readonly elements: readonly ExpectedElement[];
  readonly keys: readonly Key[];
  /** Passages that a reader later marked as useful though they are no keys. */
  readonly alsoGood: readonly { readonly file: string; readonly quote: string }[];
};

export type ExpectedElement = {
  readonly id: string;
  readonly text: string;
  readonly expected: 'proved' | 'not proved' | 'no evidence' | 'contested';
};

export type Key = {
  readonly element: string;
  readonly side: 'for' | 'against' | 'both';
  readonly file: string;
  /** Exact words, white space folded. */
  readonly quote: string;
};

/**
 * An anchor that a hearing admitted, and the side that the argument speaks for that uses it; `open` where it
 * was noted as bearing on the element and nobody argues it.
 */
export type Admitted = {
  readonly element: string;
  readonly side: 'for' | 'against' | 'open';
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly tier: Tier;
};

export type ElementOutcome = {
  readonly element: string;
  readonly text: string;
  readonly outcome: 'proved' | 'not proved';
};

/** What a court made of a folder: `texts` are the canonical texts of its files by name. */
export type Heard = {
  readonly admitted: readonly Admitted[];
  readonly outcomes: readonly ElementOutcome[];
  readonly texts: ReadonlyMap<string, string>;
};
