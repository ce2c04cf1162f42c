import type { Language, Passage } from '../document/document.ts';
import type { Scheme } from '../jurisdiction/profile.ts';
import type { Refusal } from '../refusal.ts';
import type { Proposal, Seat } from './proposal.ts';

/** What a quotation may rest on: an exhibit of the case, or an article of law in one version. */
export type Source = {
  /** `E3`, or `work/article@from`. */
  readonly id: string;
  /** For a person: `E3 confession.txt`, `Model Penal Code, art. 12`. */
  readonly label: string;
  /** Canonical text. */
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly standing: Standing;
  readonly seenBy: readonly Seat[] | 'everyone';
};

export type Standing =
  /** An admitted exhibit: it may prove facts. */
  | { readonly kind: 'evidence' }
  /** Filed and not admitted (yet): it may be spoken of, and proves nothing. */
  | { readonly kind: 'filed' }
  /** Complaint and answer say what is claimed; they prove nothing. */
  | { readonly kind: 'pleading' }
  /** Excluded by a ruling. */
  | { readonly kind: 'excluded'; readonly because: string }
  /** An article of law, and whether this version was in force on the date that matters. */
  | { readonly kind: 'law'; readonly inForce: boolean; readonly because: string };

/** All that the gate knows of the courtroom at this moment. */
export type Courtroom = {
  /** In which it gives its reasons. */
  readonly language: Language;
  source(id: string): Source | undefined;
  scheme(id: string): Scheme | undefined;
  /** Whether the element (or allegation) is in issue. */
  inIssue(element: string): boolean;
  /** The critical questions of an admitted statement, or `undefined` where there is no such statement. */
  questionsOf(statement: string): readonly string[] | undefined;
  /** The statement that said the same before, if any. */
  saidBefore(proposal: Proposal): string | undefined;
  /** Why this seat may not advance this conclusion now (phase, floor, burden), or nothing. */
  mayAdvance(proposal: Proposal): readonly Refusal[];
};
