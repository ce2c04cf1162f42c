import type { Weighing } from './graph.ts';

/**
 * An argumentation scheme: a pattern of argument with variables (words that begin with a capital
 * letter) and its critical questions (Walton, Reed and Macagno 2008).
 */
export type ArgumentScheme = {
  readonly id: string;
  readonly title: string;
  readonly variables: readonly string[];
  readonly premises: readonly Pattern[];
  /** Questions that the proponent answers once asked: premises taken as true until then. */
  readonly assumptions: readonly Pattern[];
  /** Questions that the opponent proves: each undercuts the argument. */
  readonly exceptions: readonly Pattern[];
  /** Comparisons that the values must pass, such as `X \= Y`. */
  readonly guards: readonly string[];
  readonly conclusions: readonly string[];
  readonly weighing: Weighing;
  readonly properties: ReadonlyMap<string, string | number>;
};

/** A term with variables, and the role it plays in the scheme. */
export type Pattern = { readonly role: string; readonly term: string };

/**
 * Which statements answer one question: `[holds(F,T), fails(F,T)]` for the same values, or
 * `[buy(O1), …, buy(On)]` for any values of the variables that end in a digit.
 */
export type IssueScheme = { readonly id: string; readonly patterns: readonly string[] };

/** What arguments and issues can be made of. */
export type Theory = {
  readonly schemes: ReadonlyMap<string, ArgumentScheme>;
  readonly issueSchemes: readonly IssueScheme[];
  /** By `predicate/arity`, a sentence with `%v` or `%s` for each argument. */
  readonly language: ReadonlyMap<string, string>;
};
