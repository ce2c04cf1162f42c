import { describe, expect, test } from 'vitest';
import { argument, graphOf } from '../../../test/argument-graphs.ts';
import { checkGraph } from './graph-rules.ts';
import { standardOf, type Graph, type Standard, type Weighing } from './graph.ts';
import { argumentRules } from './rules.ts';

const sound = graphOf({
  assumptions: ['p'],
  issues: new Map([['i', { positions: ['c', 'd'], standard: standardOf('BRD') }]]),
  arguments: { a: argument('c', ['p'], { undercutter: 'u' }) },
});

function weighing(value: Weighing): Graph {
  return { ...sound, arguments: new Map([['a', argument('c', ['p'], { weighing: value })]]) };
}

function standard(change: Partial<Standard>): Graph {
  const issue = { positions: ['c'], standard: { ...standardOf('PE'), ...change } };
  return { ...sound, issues: new Map([['i', issue]]) };
}

function only(one: ReturnType<typeof argument>): Graph {
  return { ...sound, arguments: new Map([['a', one]]) };
}

function soft(factor: number, worth: number): Weighing {
  const values = new Map([['low', worth]]);
  return { kind: 'criteria', hard: [], soft: new Map([['price', { factor, values }]]) };
}

const by = { property: 'date', order: 'ascending' } as const;
const pe = standardOf('PE');

// prettier-ignore
const cases: { rule: string; what: string; graph: Graph; at: (string | number)[] }[] = [
  { rule: 'AG1', what: 'an assumption',   graph: { ...sound, assumptions: new Set(['x']) }, at: ['assumptions'] },
  { rule: 'AG1', what: 'a position',      graph: { ...sound, issues: new Map([['i', { positions: ['c', 'x'], standard: pe }]]) }, at: ['issues', 'i', 'positions', 1] },
  { rule: 'AG1', what: 'a conclusion',    graph: only(argument('x')), at: ['arguments', 'a', 'conclusion'] },
  { rule: 'AG1', what: 'a premise',       graph: only(argument('c', ['p', 'x'])), at: ['arguments', 'a', 'premises', 1] },
  { rule: 'AG1', what: 'an undercutter',  graph: only(argument('c', [], { undercutter: 'x' })), at: ['arguments', 'a', 'undercutter'] },
  { rule: 'AG2', what: 'an empty issue',  graph: { ...sound, issues: new Map([['i', { positions: [], standard: pe }]]) }, at: ['issues', 'i', 'positions'] },
  { rule: 'AG3', what: 'two issues',      graph: { ...sound, issues: new Map([['i', { positions: ['c'], standard: pe }], ['j', { positions: ['c'], standard: pe }]]) }, at: ['issues', 'j', 'positions', 0] },
  { rule: 'AG3', what: 'the same twice',  graph: { ...sound, issues: new Map([['i', { positions: ['c', 'c'], standard: pe }]]) }, at: ['issues', 'i', 'positions', 1] },
  { rule: 'AG4', what: 'above 1',         graph: weighing({ kind: 'constant', weight: 1.1 }), at: ['arguments', 'a', 'weight'] },
  { rule: 'AG4', what: 'below 0',         graph: weighing({ kind: 'constant', weight: -0.1 }), at: ['arguments', 'a', 'weight'] },
  { rule: 'AG4', what: 'NaN',             graph: weighing({ kind: 'constant', weight: Number.NaN }), at: ['arguments', 'a', 'weight'] },
  { rule: 'AG5', what: 'least',           graph: standard({ least: 1.5 }), at: ['issues', 'i', 'standard', 'least'] },
  { rule: 'AG5', what: 'margin',          graph: standard({ margin: -1 }), at: ['issues', 'i', 'standard', 'margin'] },
  { rule: 'AG5', what: 'contrary',        graph: standard({ contrary: Number.POSITIVE_INFINITY }), at: ['issues', 'i', 'standard', 'contrary'] },
  { rule: 'AG6', what: 'hard beyond',     graph: weighing({ kind: 'criteria', hard: ['p', 0, 1], soft: new Map() }), at: ['arguments', 'a', 'weight', 'hard'] },
  { rule: 'AG6', what: 'half an index',   graph: weighing({ kind: 'criteria', hard: [0.5], soft: new Map() }), at: ['arguments', 'a', 'weight', 'hard'] },
  { rule: 'AG6', what: 'a factor of 0',   graph: weighing(soft(0, 1)), at: ['arguments', 'a', 'weight', 'soft', 'price', 'factor'] },
  { rule: 'AG6', what: 'no end of it',    graph: weighing(soft(Number.POSITIVE_INFINITY, 1)), at: ['arguments', 'a', 'weight', 'soft', 'price', 'factor'] },
  { rule: 'AG6', what: 'worth above 1',   graph: weighing(soft(1, 2)), at: ['arguments', 'a', 'weight', 'soft', 'price', 'values', 'low'] },
  { rule: 'AG7', what: 'by nothing',      graph: weighing({ kind: 'preference', by: [] }), at: ['arguments', 'a', 'weight'] },
  { rule: 'AG7', what: 'twice by date',   graph: weighing({ kind: 'preference', by: [by, by] }), at: ['arguments', 'a', 'weight'] },
  { rule: 'AG8', what: 'a nameless one',  graph: { ...sound, statements: new Map([...sound.statements, ['', { text: '' }]]) }, at: ['statements'] },
];

describe('rules of a graph', () => {
  test('a sound graph breaks none', () => {
    expect(checkGraph(sound)).toEqual([]);
    expect(checkGraph(weighing(soft(1, 1)))).toEqual([]);
    expect(checkGraph(weighing({ kind: 'preference', by: [by] }))).toEqual([]);
    expect(checkGraph(standard({ contrary: 2 }))).toEqual([]);
  });
  test.each(cases)('[$rule] $what', ({ rule, graph, at }) => {
    const refusals = checkGraph(graph);
    expect(refusals).toMatchObject([{ rule, at }]);
    expect(refusals[0]?.says).toMatch(/^\S.{10,}\.$/u);
    expect(Object.keys(argumentRules)).toContain(rule);
  });
});
