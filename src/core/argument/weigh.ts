import { readAtom } from './atom.ts';
import type { Argument, Criteria, Label, Premise, PropertyOrder } from './graph.ts';

/** What a weight may depend on beside the argument itself. */
export type Surroundings = {
  label(statement: string): Label;
  /** Number of distinct premises of all arguments about what the argument is about. */
  distinctPremises(argument: Argument): number;
  /** Rank over number of ranks among all arguments of the issue; 1 where nothing is at issue. */
  rank(argument: Argument, by: readonly PropertyOrder[]): number;
  /** The statement itself where it is `in`, else the position of its issue that is; or nothing. */
  answer(statement: string): string | null;
};

/**
 * The weight, from 0 to 1, of an argument that is applicable and not undercut, `premisesIn` of whose
 * premises are `in`.
 */
export function weigh(argument: Argument, premisesIn: number, around: Surroundings): number {
  const { premises, weighing } = argument;
  const all = premisesIn === premises.length;

  switch (weighing.kind) {
    case 'linked':
      return all ? 1 : 0;
    case 'convergent':
      return premisesIn > 0 ? 1 : 0;
    case 'cumulative':
      return share(premisesIn, premises.length);
    case 'factorized':
      return all ? share(distinct(premises), around.distinctPremises(argument)) : 0;
    case 'constant':
      return all ? weighing.weight : 0;
    case 'criteria':
      return byCriteria(weighing, argument, around);
    case 'preference':
      return all ? around.rank(argument, weighing.by) : 0;
  }
}

/**
 * Whether the argument reads the answers to the questions that its premises belong to, and not only
 * its premises: a criterion takes its value from the answer.
 */
export function readsAnswers({ weighing }: Argument): boolean {
  return weighing.kind === 'criteria';
}

/** A part of nothing is all of it: an argument that asks for no premise lacks none. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function distinct(premises: readonly Premise[]): number {
  return new Set(premises.map((premise) => premise.statement)).size;
}

function byCriteria({ hard, soft }: Criteria, { premises }: Argument, around: Surroundings) {
  const called = premises.map(({ role, statement }, index) => ({
    statement,
    names: new Set<number | string | undefined>([index, role, readAtom(statement)?.predicate]),
  }));
  const named = (name: number | string) => called.filter(({ names }) => names.has(name));
  const isIn = (statement: string) => around.label(statement) === 'in';

  for (const name of hard) {
    const constraints = named(name);
    if (constraints.length === 0 || !constraints.every((premise) => isIn(premise.statement))) {
      return 0;
    }
  }

  let sum = 0;
  let factors = 0;
  for (const [name, { factor, values }] of soft) {
    const answer = named(name)
      .map(({ statement }) => around.answer(statement))
      .find((found) => found !== null);
    if (answer === undefined) return 0;
    sum += factor * (values.get(valueOf(answer)) ?? 0);
    factors += factor;
  }
  return share(sum, factors);
}

/** `medium` of `price(volvo,medium)`; an id that is no term is its own value. */
function valueOf(statement: string): string {
  return readAtom(statement)?.arguments.at(-1) ?? statement;
}
