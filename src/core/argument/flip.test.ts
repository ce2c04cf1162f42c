import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyGraph,
  argument,
  contest,
  graphOf,
  layeredGraph,
  runs,
} from '../../../test/argument-graphs.ts';
import { coneOf } from './cone.ts';
import { evaluate } from './evaluate.ts';
import { flipSets } from './flip.ts';
import { standardOf, type Graph } from './graph.ts';

const bounds = { most: 10, size: 3 };

function without(graph: Graph, lost: readonly string[]): Graph {
  const assumptions = [...graph.assumptions].filter((id) => !lost.includes(id));
  return { ...graph, assumptions: new Set(assumptions) };
}

/** Guilt shown by a letter, and by two witnesses together; an alibi was heard and is weaker. */
const trial = graphOf({
  assumptions: ['letter ¶1', 'letter ¶2', 'witness 1', 'witness 2', 'alibi', 'weather'],
  statements: ['sunny'],
  issues: new Map([['i', { positions: ['guilty', 'not guilty'], standard: standardOf('PE') }]]),
  arguments: {
    a: argument('guilty', ['letter ¶1', 'letter ¶2']),
    b: argument('guilty', ['witness 1', 'witness 2'], {
      weighing: { kind: 'constant', weight: 0.8 },
    }),
    c: argument('not guilty', ['alibi'], { weighing: { kind: 'constant', weight: 0.5 } }),
    d: argument('sunny', ['weather']),
  },
});
const exhibits = new Map([
  ['E1', ['letter ¶1', 'letter ¶2']],
  ['E2', ['witness 1']],
  ['E3', ['witness 2']],
  ['E4', ['alibi']],
  ['E5', ['weather']],
]);

describe('flip sets', () => {
  test('the smallest sets of exhibits without which the label turns', () => {
    expect(flipSets(trial, 'guilty', exhibits, bounds)).toEqual({
      sets: [
        ['E1', 'E2'],
        ['E1', 'E3'],
      ],
      cut: true,
    });
  });

  test('what flips alone is in no larger set', () => {
    expect(flipSets(trial, 'sunny', exhibits, bounds)).toEqual({ sets: [['E5']], cut: false });
  });

  test('a bound that ended the search is told', () => {
    expect(flipSets(trial, 'guilty', exhibits, { most: 1, size: 3 })).toEqual({
      sets: [['E1', 'E2']],
      cut: true,
    });
    expect(flipSets(trial, 'guilty', exhibits, { most: 9, size: 1 })).toEqual({
      sets: [],
      cut: true,
    });
    expect(flipSets(trial, 'guilty', exhibits, { ...bounds, tries: 4 })).toEqual({
      sets: [],
      cut: true,
    });
    expect(flipSets(trial, 'guilty', exhibits, { most: 9, size: 4 }).cut).toBe(false);
  });

  test('every set flips, and no proper subset of it does', () => {
    const graphs = fc.oneof(anyGraph, layeredGraph, contest);
    fc.assert(
      fc.property(graphs, fc.nat(20), fc.array(fc.nat(2)), (graph, which, groups) => {
        const ids = [...graph.statements.keys()];
        const target = ids[which % ids.length] ?? '';
        const removable = new Map(
          [...graph.assumptions].map((id, index) => [
            `E${index}`,
            [id, ids[groups[index] ?? 0] ?? id],
          ]),
        );
        const before = evaluate(graph).label(target);
        const flips = (set: readonly string[]) =>
          evaluate(
            without(
              graph,
              set.flatMap((group) => removable.get(group) ?? []),
            ),
          ).label(target) !== before;
        for (const set of flipSets(graph, target, removable, bounds).sets) {
          expect(flips(set)).toBe(true);
          for (let mask = 0; mask < 2 ** set.length - 1; mask += 1) {
            expect(flips(set.filter((_, index) => (mask >> index) & 1))).toBe(false);
          }
        }
      }),
      runs(500, 10_000),
    );
  });

  test('the part of a graph that a label depends on gives the same label alone', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph, layeredGraph), (graph) => {
        const labelling = evaluate(graph);
        for (const id of graph.statements.keys()) {
          expect(evaluate(coneOf(graph, id)).label(id)).toBe(labelling.label(id));
        }
      }),
      runs(300, 5000),
    );
  });
});
