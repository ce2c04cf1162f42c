import type { Tier } from '../document/document.ts';

/** Who may sit in the courtroom. A profile gives each seat its title («fiscal», «claimant's counsel»). */
export const seats = ['judge', 'prosecutor', 'defender', 'secretary', 'witness'] as const;
export type Seat = (typeof seats)[number];

/** The two sides: `prosecutor` speaks for the claimant in a civil case, `defender` for the respondent. */
export type Side = 'prosecutor' | 'defender';

/** An exact place in a source: `quote` is the source's canonical text from `start` to `end`. */
export type Anchor = {
  /** Id of an exhibit (`E3`) or of an article of law (`work/article@version`). */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

export const proposalKinds = ['fact', 'law', 'argument', 'hypothetical', 'procedural'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** What a proposal would show, if it holds. */
export type Conclusion =
  /** An element of the cause (or an allegation, where no cause fits) is proved, or it is not. */
  | { readonly about: 'element'; readonly element: string; readonly position: Position }
  /** An earlier statement (`S4`) does not count, for the reason that a critical question names. */
  | { readonly about: 'statement'; readonly statement: string; readonly question: string }
  /** It moves no label: an opening, a question, a procedural remark. */
  | { readonly about: 'nothing' };

export type Position = 'proved' | 'not-proved';

/** What a mind or a person puts before the gate. Nothing reaches the transcript but through it. */
export type Proposal = {
  readonly kind: ProposalKind;
  readonly role: Seat;
  readonly text: string;
  readonly anchors: readonly Anchor[];
  /** Id of a scheme of the jurisdiction. */
  readonly scheme: string;
  /** Values for the variables of the scheme. */
  readonly bindings: Readonly<Record<string, string>>;
  readonly conclusion: Conclusion;
  /** How sure its own speaker is. It can make a statement count for less, never for more. */
  readonly sureness?: Tier;
};
