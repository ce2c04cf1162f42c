import type { Position, Seat, Side } from '../gate/proposal.ts';
import type { WorkedOut } from '../case/case-event.ts';
import type { Norm } from '../evidence/ground.ts';
import type { Language, Tier } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';

/**
 * A draft resolution: computed from the record, for a person to sign, edit or reject. Plain data, so
 * that its canonical JSON is the same byte for byte whenever it is computed again.
 */
export type Draft = {
  readonly format: 'first-court-draft/1';
  readonly court: { readonly profile: string; readonly version: string; readonly name: string };
  readonly language: Language;
  readonly matter: Matter;
  readonly procedure: string;
  /** What each seat is called in this procedure. */
  readonly titles: Readonly<Record<Seat, string>>;
  readonly caption: string;
  readonly factsOn: string | null;
  readonly filedOn: string | null;
  readonly actOn: string;
  readonly parties: readonly DraftParty[];
  readonly cause: DraftCause;
  readonly accrual: 'strongest' | 'independent';
  readonly standards: readonly DraftStandard[];
  /** The classes of evidence that gave weight, with the weight of each. */
  readonly classes: readonly {
    readonly id: string;
    readonly name: string;
    readonly weight: number;
  }[];
  readonly workedOut: readonly {
    readonly what: WorkedOut['what'];
    readonly tier: Tier;
    readonly because: string;
  }[];
  readonly allegations: readonly DraftAllegation[];
  readonly issues: readonly DraftIssue[];
  readonly factsFound: readonly Fact[];
  readonly exhibits: readonly DraftExhibit[];
  readonly law: readonly DraftLaw[];
  /** The law on which the cause rests; `null` where it rests on no article. */
  readonly ground: DraftGround | null;
  readonly disposition: { readonly granted: boolean; readonly text: string };
  readonly flips: readonly Flip[];
  readonly objections: readonly DraftObjection[];
  readonly rejected: readonly Rejected[];
  readonly minds: readonly DraftMind[];
  readonly completeness: readonly Gap[];
};

export type DraftParty = {
  readonly name: string;
  readonly role: string;
  readonly side: Side | 'none';
};

export type DraftCause = {
  readonly id: string | null;
  readonly name: string;
  readonly tier: Tier;
  readonly because: string;
};

export type DraftStandard = {
  readonly id: string;
  readonly name: string;
  readonly least: number;
  readonly margin: number;
  readonly contrary: number;
};

export type DraftAllegation = {
  readonly n: number;
  readonly text: string;
  readonly place: string;
  /** Issues under which it is answered, with what was found. */
  readonly answers: readonly { readonly element: string; readonly outcome: Outcome }[];
};

/**
 * What is not `in` is not proved. `no-evidence`: nobody offered anything for it, which is another thing than
 * evidence that fell short.
 */
export type Outcome = 'proved' | 'not-proved' | 'no-evidence';

export type DraftIssue = {
  readonly element: string;
  readonly nature: 'element' | 'exception' | 'allegation';
  readonly decisive: boolean;
  readonly text: string;
  readonly outcome: Outcome;
  readonly standard: string;
  readonly persuade: Side;
  /** The side that loses the point because of the burden, where it is not proved. */
  readonly goesAgainst: Side | null;
  readonly weights: { readonly proved: number; readonly notProved: number };
  readonly arguments: readonly DraftArgument[];
  readonly conceded: boolean;
  readonly search: DraftSearch | null;
  /** Passages that bear on it, for whom is left open; nothing rests on them. */
  readonly noted: readonly Means[];
  readonly usuallyProvedBy: string;
  readonly law: readonly string[];
};

export type DraftArgument = {
  readonly statement: string;
  readonly by: Seat;
  readonly position: Position;
  readonly text: string;
  readonly means: readonly Means[];
  readonly scheme: string;
  readonly class: string;
  readonly weight: number;
  readonly because: string;
  /** What became of it. */
  readonly fate: Fate;
  readonly open: readonly string[];
  /** Critical questions that the other side put to it, in its words. */
  readonly questions: readonly { readonly question: string; readonly text: string }[];
};

/**
 * `relied-on`: it stands for the position that prevailed; `outweighed`: it stands, for the other;
 * `undercut`: an exception was proved; `unanswered`: a question that it had to answer stayed open.
 */
export type Fate = 'relied-on' | 'outweighed' | 'undercut' | 'unanswered' | 'weightless';

/** A passage, by the name that people give its place, and its words. */
export type Means = { readonly place: string; readonly quote: string };

/** What was looked for on an issue on which nobody showed anything. */
export type DraftSearch = {
  readonly words: readonly string[];
  readonly passages: number;
  readonly nearest: Means | null;
};

export type Fact = {
  readonly element: string;
  readonly statement: string;
  readonly text: string;
  readonly means: readonly Means[];
};

export type DraftExhibit = {
  readonly exhibit: string;
  readonly name: string;
  readonly kind: string;
  readonly use: ExhibitUse;
  /** Statements that rest on it. */
  readonly statements: readonly string[];
  readonly detail: string;
};

export type ExhibitUse =
  | 'relied-on'
  | 'pleading'
  | 'excluded'
  | 'not-offered'
  | 'not-preferred'
  | 'never-cited';

export type DraftLaw = {
  readonly source: string;
  readonly title: string;
  readonly article: string;
  readonly from: string;
  readonly status: 'official' | 'summary';
  readonly inForce: boolean;
  readonly because: string;
};

/**
 * Whether law in force carries the cause: it `stands`; it stands `on-condition` that articles were in
 * force of which that is not known; or it `fails`, and then nothing is granted.
 */
export type DraftGround = {
  readonly standing: 'stands' | 'on-condition' | 'fails';
  readonly norms: readonly DraftNorm[];
  /** Articles by which nobody is punished without law, where that is why it fails. */
  readonly legality: readonly string[];
};

/** An article on which the cause rests: see evidence/ground.ts. */
export type DraftNorm = Pick<Norm, 'title' | 'article' | 'standing' | 'on' | 'rule' | 'because'>;

export type Flip = {
  /** An issue, or `granted`. */
  readonly target: string;
  /** Smallest sets of exhibits without which its label turns. */
  readonly sets: readonly (readonly string[])[];
  /** Whether the search was stopped at its bound. */
  readonly cut: boolean;
};

export type DraftObjection = {
  readonly objection: string;
  readonly by: Seat;
  readonly against: string;
  /** As the jurisdiction calls it. */
  readonly ground: string;
  readonly overruled: boolean;
  readonly reason: string;
};

/** What was refused, by its rules; the words themselves reach neither graph, transcript nor draft. */
export type Rejected = {
  readonly seat: Seat;
  readonly act: string;
  readonly refusals: readonly { readonly rule: string; readonly says: string }[];
};

export type DraftMind = {
  readonly seat: Seat;
  readonly mind: string;
  readonly actor: 'person' | 'mind';
  readonly models: readonly string[];
  readonly calls: number;
};

/** What a draft still owes its reader, and about what: an exhibit, an issue, a statement, an allegation. */
export type Gap = {
  readonly kind: 'not-offered' | 'proved-by-nothing' | 'no-means' | 'unanswered';
  readonly about: string;
};
