import type { Refusal } from '../refusal.ts';
import type { Argument, Criteria, Graph, Issue, Preference } from './graph.ts';
import type { ArgumentRule } from './rules.ts';

type Place = Refusal['at'];

/** Everything that keeps a graph from being evaluated, each with its place in the graph. */
export function checkGraph(graph: Graph): Refusal[] {
  return [
    ...checkIds(graph),
    ...checkReferences(graph),
    ...checkIssues(graph),
    ...checkWeighings(graph),
  ];
}

function* checkIds({ statements, issues, arguments: all }: Graph): Generator<Refusal> {
  for (const [kind, ids] of Object.entries({ statements, issues, arguments: all })) {
    if (ids.has('')) yield refusal('AG8', [kind], `Among the ${kind}, one has an empty id.`);
  }
}

function* checkReferences(graph: Graph): Generator<Refusal> {
  const { statements } = graph;
  for (const statement of graph.assumptions) {
    if (!statements.has(statement)) yield unknown(['assumptions'], 'The assumption', statement);
  }
  for (const [id, { positions }] of graph.issues) {
    for (const [index, position] of positions.entries()) {
      if (statements.has(position)) continue;
      yield unknown(['issues', id, 'positions', index], `The position of issue ${id}`, position);
    }
  }
  for (const [id, { conclusion, premises, undercutter }] of graph.arguments) {
    const at = ['arguments', id];
    if (!statements.has(conclusion)) {
      yield unknown([...at, 'conclusion'], `The conclusion of argument ${id}`, conclusion);
    }
    for (const [index, { statement }] of premises.entries()) {
      if (statements.has(statement)) continue;
      yield unknown([...at, 'premises', index], `The premise of argument ${id}`, statement);
    }
    if (undercutter !== null && !statements.has(undercutter)) {
      yield unknown([...at, 'undercutter'], `The undercutter of argument ${id}`, undercutter);
    }
  }
}

function* checkIssues({ issues }: Graph): Generator<Refusal> {
  const issueOf = new Map<string, string>();
  for (const [id, issue] of issues) {
    const at = ['issues', id];
    if (issue.positions.length === 0) {
      yield refusal('AG2', [...at, 'positions'], `Issue ${id} has no position.`);
    }
    for (const [index, position] of issue.positions.entries()) {
      const other = issueOf.get(position);
      issueOf.set(position, id);
      if (other === undefined) continue;
      const both = other === id ? `twice in issue ${id}` : `in the issues ${other} and ${id}`;
      yield refusal('AG3', [...at, 'positions', index], `«${position}» is a position ${both}.`);
    }
    yield* checkStandard(id, issue);
  }
}

function* checkStandard(id: string, { standard }: Issue): Generator<Refusal> {
  const bounds = { least: 1, margin: 1, contrary: Number.MAX_VALUE };
  for (const name of ['least', 'margin', 'contrary'] as const) {
    const value = standard[name];
    if (isBetween(value, 0, bounds[name])) continue;
    yield refusal(
      'AG5',
      ['issues', id, 'standard', name],
      `The standard of issue ${id} has ${value} as its threshold «${name}».`,
    );
  }
}

function* checkWeighings(graph: Graph): Generator<Refusal> {
  for (const [id, argument] of graph.arguments) yield* checkWeighing(id, argument);
}

function* checkWeighing(id: string, { weighing, premises }: Argument): Generator<Refusal> {
  const at = ['arguments', id, 'weight'];
  if (weighing.kind === 'constant' && !isBetween(weighing.weight, 0, 1)) {
    yield refusal('AG4', at, `Argument ${id} has the weight ${weighing.weight}.`);
  }
  if (weighing.kind === 'criteria') yield* checkCriteria(id, weighing, premises.length, at);
  if (weighing.kind === 'preference') yield* checkPreference(id, weighing, at);
}

function* checkCriteria(
  id: string,
  { hard, soft }: Criteria,
  premises: number,
  at: Place,
): Generator<Refusal> {
  for (const name of hard) {
    if (typeof name === 'string' || (Number.isInteger(name) && isBetween(name, 0, premises - 1))) {
      continue;
    }
    const says = `Argument ${id} has the hard constraint ${name}, but ${premises} premises from 0.`;
    yield refusal('AG6', [...at, 'hard'], says);
  }
  for (const [name, { factor, values }] of soft) {
    if (factor <= 0 || !Number.isFinite(factor)) {
      const says = `In argument ${id} the criterion «${name}» has the factor ${factor}.`;
      yield refusal('AG6', [...at, 'soft', name, 'factor'], says);
    }
    for (const [value, worth] of values) {
      if (isBetween(worth, 0, 1)) continue;
      const says = `In argument ${id} the value «${value}» of «${name}» is worth ${worth}.`;
      yield refusal('AG6', [...at, 'soft', name, 'values', value], says);
    }
  }
}

function* checkPreference(id: string, { by }: Preference, at: Place): Generator<Refusal> {
  const properties = by.map(({ property }) => property);
  if (properties.length > 0 && new Set(properties).size === properties.length) return;
  const says = `Argument ${id} prefers by ${properties.join(', ') || 'nothing'}.`;
  yield refusal('AG7', at, says);
}

/** False for NaN too. */
function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function unknown(at: Place, what: string, statement: string): Refusal {
  return refusal('AG1', at, `${what}, «${statement}», is no statement of the graph.`);
}

function refusal(rule: ArgumentRule, at: Place, says: string): Refusal {
  return { rule, at, says };
}
