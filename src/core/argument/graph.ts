/**
 * An argument graph: statements, arguments for them, issues among them (Gordon and Walton,
 * «Formalizing balancing arguments», COMMA 2016, the model called CAES). Everything is named by id.
 */
export type Graph = {
  readonly statements: ReadonlyMap<string, Statement>;
  /** Statements taken as true without an argument. */
  readonly assumptions: ReadonlySet<string>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly arguments: ReadonlyMap<string, Argument>;
  /** Whether the strongest argument for a position counts, or independent sources add up. */
  readonly accrual: Accrual;
};

export type Label = 'in' | 'out' | 'undecided';

export type Accrual = 'strongest' | 'independent';

export type Statement = { readonly text: string };

/** A question with its possible answers; a statement is a position of at most one issue. */
export type Issue = { readonly positions: readonly string[]; readonly standard: Standard };

export const standardKinds = ['scintilla', 'dialectical-validity', 'PE', 'CCE', 'BRD'] as const;
export type StandardKind = (typeof standardKinds)[number];

/** A standard of proof with its thresholds, all weights from 0 to 1. */
export type Standard = {
  readonly kind: StandardKind;
  /** A position wins only with a weight above this (α). */
  readonly least: number;
  /** CCE and BRD: it must be ahead of every rival by more than this (β). */
  readonly margin: number;
  /** BRD: every rival must weigh less than this (γ). */
  readonly contrary: number;
};

/** A standard with the thresholds of the 2016 model: α 0, β 0.5, γ 0.3. */
export function standardOf(kind: StandardKind): Standard {
  return { kind, least: 0, margin: 0.5, contrary: 0.3 };
}

export type Premise = { readonly role?: string; readonly statement: string };

export type Argument = {
  readonly conclusion: string;
  readonly premises: readonly Premise[];
  /** The statement that takes the argument out of play while it is `in`. */
  readonly undercutter: string | null;
  readonly scheme: string | null;
  readonly weighing: Weighing;
  /** Under independent accrual, arguments of one source count once; without it each is its own. */
  readonly source?: string;
  /** Where the weight comes from, in words for a reader. */
  readonly because?: string;
  /** Properties of the scheme or rule that it applies, which preferences compare. */
  readonly properties?: ReadonlyMap<string, string | number>;
};

/** How an applicable argument gets its weight, from 0 to 1. */
export type Weighing =
  /** 1 if all premises are `in`. */
  | { readonly kind: 'linked' }
  /** 1 if some premise is `in`. */
  | { readonly kind: 'convergent' }
  /** Share of premises that are `in`. */
  | { readonly kind: 'cumulative' }
  /** Premises over the distinct premises of all arguments of the issue, if all are `in`. */
  | { readonly kind: 'factorized' }
  /** A fixed weight if all premises are `in`. */
  | { readonly kind: 'constant'; readonly weight: number }
  | Criteria
  | Preference;

/** Hard constraints that must hold, then a weighted sum of soft ones. */
export type Criteria = {
  readonly kind: 'criteria';
  /** Premises that must be `in`: 0-based index, role, or predicate of the statement. */
  readonly hard: ReadonlyArray<number | string>;
  /** By role or predicate of a premise: its share in the sum and the worth of each value. */
  readonly soft: ReadonlyMap<string, SoftConstraint>;
};

export type SoftConstraint = {
  /** Any positive number; only its share in the sum of factors counts. */
  readonly factor: number;
  /** Worth from 0 to 1 of each value (last argument of the term); values not listed are worth 0. */
  readonly values: ReadonlyMap<string, number>;
};

/** Rank among the arguments of the issue by properties, the first property first. */
export type Preference = { readonly kind: 'preference'; readonly by: readonly PropertyOrder[] };

export type PropertyOrder = {
  readonly property: string;
  /** `ascending`: a greater value is stronger. A list runs from weakest to strongest. */
  readonly order: 'ascending' | 'descending' | readonly string[];
};
