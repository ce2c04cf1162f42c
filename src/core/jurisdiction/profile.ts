import type { DocumentKind, Language } from '../document/document.ts';
import type { Seat, Side } from '../gate/proposal.ts';

/** A jurisdiction as data: everything that a court of that place decides by, and nothing of code. */
export type Profile = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly language: Language;
  /** Works of law it rests on, by id, with their titles and usual abbreviations. */
  readonly works: readonly Work[];
  /** Articles by which nobody is punished under a law that was not in force; none is named where no cause is criminal. */
  readonly legality: readonly LawReference[];
  readonly standards: readonly Standard[];
  /** Whether independent sources for one position add up, or the strongest counts. */
  readonly accrual: 'strongest' | 'independent';
  readonly evidenceClasses: readonly EvidenceClass[];
  readonly schemes: readonly Scheme[];
  readonly objections: readonly ObjectionGround[];
  readonly procedures: readonly Procedure[];
  readonly causes: readonly Cause[];
};

export type Matter = 'civil' | 'criminal';

/** An article of a work: `{ work: 'codigo-penal', article: '446' }`. */
export type LawReference = { readonly work: string; readonly article: string };

export type Work = {
  readonly id: string;
  readonly title: string;
  readonly abbreviations: readonly string[];
  /** Substance follows the date of the facts, procedure that of the act, penal law the milder one. */
  readonly nature: 'substance' | 'procedure' | 'penal';
};

/**
 * A standard of proof (Gordon and Walton 2007, CAES 2016). A position wins when its weight is above
 * `least`, above every rival's, by more than `margin`, and no rival reaches `contrary`.
 */
export type Standard = {
  readonly id: string;
  readonly name: string;
  readonly least: number;
  readonly margin: number;
  readonly contrary: number;
  readonly law: readonly LawReference[];
};

export type EvidenceClass = {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. */
  readonly weight: number;
  /** Kinds of document that fall into this class unless a passage says otherwise. */
  readonly kinds: readonly DocumentKind[];
  /** Why this weight, in a sentence that the draft prints. */
  readonly because: string;
  readonly law: readonly LawReference[];
};

export type Scheme = {
  readonly id: string;
  readonly name: string;
  /** Names of the values that a proposal must bind. */
  readonly variables: readonly string[];
  /** Fewest and most anchors that the scheme takes. */
  readonly anchors: { readonly least: number; readonly most: number };
  readonly premises: readonly string[];
  readonly questions: readonly CriticalQuestion[];
};

export type CriticalQuestion = {
  readonly id: string;
  readonly asks: string;
  /** Who must show it once asked: the proponent (assumption) or the opponent (exception). */
  readonly burden: 'proponent' | 'opponent';
};

export type ObjectionGround = {
  readonly id: string;
  readonly name: string;
  readonly against: 'exhibit' | 'question' | 'statement';
  readonly law: readonly LawReference[];
};

export type Procedure = {
  readonly id: string;
  readonly matter: Matter;
  readonly name: string;
  /** What each seat is called here. */
  readonly titles: Readonly<Record<Seat, string>>;
  readonly phases: readonly Phase[];
};

export const acts = [
  'open',
  'appear',
  'state-case',
  'offer',
  'object',
  'rule',
  'examine',
  'cross-examine',
  'answer',
  'argue',
  'raise-question',
  'answer-question',
  'concede',
  'pass',
  'close',
  'deliberate',
  'reweigh',
  'draft',
] as const;
export type Act = (typeof acts)[number];

export type Phase = {
  readonly id: string;
  readonly name: string;
  /** Which seat may do what while it has the floor; `object` needs no floor. */
  readonly may: Readonly<Partial<Record<Seat, readonly Act[]>>>;
  /** Order in which seats get the floor; after the last the first again, until all pass. */
  readonly order: readonly Seat[];
  /** Most acts that a seat may do in the phase. */
  readonly limit: number;
  readonly law: readonly LawReference[];
};

/** An offence, a claim or a defence. */
export type Cause = {
  readonly id: string;
  readonly matter: Matter;
  readonly name: string;
  /** Words and phrases (cue patterns) that name the cause in a complaint. */
  readonly names: readonly string[];
  readonly law: readonly LawReference[];
  readonly elements: readonly Element[];
  /** What defeats the cause though its elements are proved, with the opposite burden. */
  readonly exceptions: readonly Element[];
  /** What the court does, in the words of the operative part. */
  readonly disposition: { readonly granted: string; readonly denied: string };
};

export type Element = {
  readonly id: string;
  /** The proposition to be proved, as a sentence with `{claimant}` and `{respondent}`. */
  readonly text: string;
  readonly actor: 'claimant' | 'respondent' | 'anyone';
  /** What kind of thing proves it. */
  readonly proof: 'speech' | 'act' | 'state' | 'amount' | 'norm' | 'time';
  /** Words of the matter, for finding passages. */
  readonly terms: readonly string[];
  readonly cuesFor: readonly Cue[];
  readonly cuesAgainst: readonly Cue[];
  readonly burden: { readonly produce: Side; readonly persuade: Side };
  readonly standard: string;
  readonly law: readonly LawReference[];
  /** «Usually proved by …», told when nothing was found. */
  readonly usuallyProvedBy: string;
};

/**
 * Words that betray an element. `pattern`: words, matched without case or accents at word bounds; `*`
 * ends a stem, `(a|b)` alternatives, `..` up to five words between, `<actor>`, `<other>`, `<amount>`,
 * `<date>` stand for a name of the actor, of the other side, an amount, a date. All in one clause.
 */
export type Cue = {
  readonly pattern: string;
  /** A sentence in which it fires, and one in which it must not. */
  readonly fires: string;
  readonly not: string;
};
