import { accrue } from './accrue.ts';
import type { Graph, Label } from './graph.ts';
import {
  known,
  listed,
  situationOf,
  type ArgumentNode,
  type IssueNode,
  type LabelRule,
  type Situation,
  type StatementNode,
} from './situation.ts';
import { winners } from './standard.ts';
import { surroundingsOf } from './surroundings.ts';
import { weigh, type Surroundings } from './weigh.ts';

/** The outcome of an evaluation. Asking about an id that the graph does not hold throws. */
export type Labelling = {
  /** Every statement with its label, in the order of the graph. */
  labels(): ReadonlyMap<string, Label>;
  label(statement: string): Label;
  /** Why the statement has its label. */
  rule(statement: string): LabelRule;
  applicable(argument: string): boolean;
  /** 0 while undercut or not applicable. */
  weight(argument: string): number;
  /** The weight of each position. */
  weights(issue: string): ReadonlyMap<string, number>;
  /** The one position that is `in`; null where none or (assumed, or scintilla) more than one is. */
  winner(issue: string): string | null;
};

/** Which of so many waiting statements to look at next, from 0. No choice changes a label. */
export type Order = (waiting: number) => number;

const latestFirst: Order = (waiting) => waiting - 1;

/**
 * Labels a graph that `checkGraph` has nothing against (Gordon and Walton, CAES 2016). Each statement
 * is labelled at most once, and an argument looked at when something it reads was decided.
 */
export function evaluate(graph: Graph, order: Order = latestFirst): Labelling {
  const situation = situationOf(graph);
  const evaluation: Evaluation = {
    graph,
    around: surroundingsOf(situation),
    waiting: withoutArguments(situation),
  };

  assume(situation, evaluation);
  for (const argument of situation.arguments) tryApply(argument, evaluation);

  const { waiting } = evaluation;
  for (let last = waiting.pop(); last !== undefined; last = waiting.pop()) {
    const place = order(waiting.length + 1);
    const next = waiting[place] ?? last;
    if (place < waiting.length) waiting[place] = last;
    look(next, evaluation);
  }
  return labellingOf(graph, situation);
}

/** Where to begin: every other statement is looked at when an argument for it becomes applicable. */
function withoutArguments({ statements }: Situation): StatementNode[] {
  const found: StatementNode[] = [];
  for (const node of statements.values()) if (node.open === 0) found.push(node);
  return found;
}

type Evaluation = {
  readonly graph: Graph;
  readonly around: Surroundings;
  /** The worklist: statements to look at. */
  readonly waiting: StatementNode[];
};

/** Assumed statements are `in`, also inconsistent ones; they settle the issues they belong to. */
function assume({ statements, issues }: Situation, evaluation: Evaluation): void {
  for (const id of evaluation.graph.assumptions) {
    settle(known(statements, id), 'in', 'assumed', evaluation);
  }
  for (const { positions } of issues.values()) {
    if (!positions.some((position) => position.label === 'in')) continue;
    for (const position of positions.filter(isUndecided)) {
      settle(position, 'out', 'rival-assumed', evaluation);
    }
  }
}

/** Labels what can be labelled by looking at this statement. */
function look(node: StatementNode, evaluation: Evaluation): void {
  if (isUndecided(node) && isUnsupported(node)) settle(node, 'out', 'unsupported', evaluation);

  if (node.issue !== null) resolve(node.issue, evaluation);
  else if (isUndecided(node) && node.supported) settle(node, 'in', 'supported', evaluation);
}

/** Decides an issue once every argument of every position is applicable. */
function resolve(issue: IssueNode, evaluation: Evaluation): void {
  if (issue.open > 0 || issue.undecided === 0) return;
  const winning = winners(issue.issue.standard, weightsOf(issue, evaluation.graph));
  for (const position of issue.positions.filter(isUndecided)) {
    if (winning.has(position.id)) settle(position, 'in', 'issue-resolved', evaluation);
    else if (position.supported) settle(position, 'out', 'issue-resolved', evaluation);
    else settle(position, 'out', 'unsupported', evaluation);
  }
}

function isUndecided(node: StatementNode): boolean {
  return node.label === 'undecided';
}

function isUnsupported(node: StatementNode): boolean {
  return node.open === 0 && !node.supported;
}

function settle(
  node: StatementNode,
  label: 'in' | 'out',
  rule: LabelRule,
  evaluation: Evaluation,
): void {
  node.label = label;
  node.rule = rule;
  for (let link = node.readers; link !== null; link = link.next) {
    if (label === 'in') link.node.premisesIn += 1;
    link.node.waiting -= 1;
    tryApply(link.node, evaluation);
  }
  for (let link = node.undercuts; link !== null; link = link.next) tryApply(link.node, evaluation);
  if (node.issue !== null) answered(node.issue, evaluation);
}

/** Counts down the positions of the issue, and tells who waits for the answer. */
function answered(issue: IssueNode, evaluation: Evaluation): void {
  issue.undecided -= 1;
  if (issue.undecided > 0) return;
  for (let link = issue.readers; link !== null; link = link.next) {
    link.node.waiting -= 1;
    tryApply(link.node, evaluation);
  }
}

/**
 * An argument is applicable once it is undercut, or cannot be undercut any more and all it reads is
 * decided. What it reads never changes again, so neither does its weight.
 */
function tryApply(node: ArgumentNode, { around, waiting }: Evaluation): void {
  const undercut = node.undercutter === null ? 'out' : node.undercutter.label;
  if (node.applicable || undercut === 'undecided') return;
  if (undercut === 'out' && node.waiting > 0) return;

  node.applicable = true;
  node.weight = undercut === 'in' ? 0 : weigh(node.argument, node.premisesIn, around);
  const { conclusion } = node;
  conclusion.open -= 1;
  if (conclusion.issue !== null) conclusion.issue.open -= 1;
  if (node.weight > 0) conclusion.supported = true;
  waiting.push(conclusion);
}

function weightsOf({ positions }: IssueNode, { accrual }: Graph): Map<string, number> {
  return new Map(positions.map(({ id, pro }) => [id, accrue(accrual, listed(pro))]));
}

function labellingOf(graph: Graph, situation: Situation): Labelling {
  const { statements, issues } = situation;
  const argument = later(() => new Map(situation.arguments.map((node) => [node.id, node])));
  return {
    labels: () => new Map([...statements].map(([id, node]) => [id, node.label])),
    label: (statement) => known(statements, statement).label,
    rule: (statement) => known(statements, statement).rule,
    applicable: (id) => known(argument(), id).applicable,
    weight: (id) => known(argument(), id).weight,
    weights: (issue) => weightsOf(known(issues, issue), graph),
    winner(issue) {
      const [winner, second] = known(issues, issue).positions.filter(({ label }) => label === 'in');
      return winner !== undefined && second === undefined ? winner.id : null;
    },
  };
}

/** Work that is done when first asked for, and once. */
function later<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | null = null;
  return () => (done ??= { value: work() }).value;
}
