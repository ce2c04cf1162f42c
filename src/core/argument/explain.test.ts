import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyGraph, argument, graphOf, runs } from '../../../test/argument-graphs.ts';
import { evaluate } from './evaluate.ts';
import { argumentsAgainst, explain } from './explain.ts';
import { standardOf, type Graph } from './graph.ts';

function derivation(graph: Graph, statement: string) {
  return explain(graph, evaluate(graph), statement);
}

const graph = graphOf({
  assumptions: ['e'],
  statements: ['aside'],
  issues: new Map([['i', { positions: ['p', 'q'], standard: standardOf('CCE') }]]),
  arguments: {
    a: argument('p', [{ role: 'minor', statement: 'e' }], {
      weighing: { kind: 'constant', weight: 0.9 },
      because: 'a public instrument',
      scheme: 'document',
      undercutter: 'u',
    }),
    b: argument('q', ['e'], { weighing: { kind: 'constant', weight: 0.5 } }),
  },
});

describe('explaining a label', () => {
  test('the label, its rule, the arguments for and against', () => {
    const why = derivation(graph, 'p');
    expect(why.statements.get('p')).toEqual({
      text: 'Statement p.',
      label: 'out',
      rule: 'issue-resolved',
      pro: ['a'],
      issue: 'i',
    });
    expect(argumentsAgainst(why, 'p')).toEqual(['b']);
    expect(argumentsAgainst(why, 'e')).toEqual([]);
    expect(why.statements.has('aside')).toBe(false);
  });

  test('each argument with what it weighs and why', () => {
    expect(derivation(graph, 'p').arguments.get('a')).toEqual({
      conclusion: 'p',
      scheme: 'document',
      applicable: true,
      weight: 0.9,
      because: 'a public instrument',
      premises: [{ role: 'minor', statement: 'e', label: 'in' }],
      undercutter: { statement: 'u', label: 'out' },
    });
    expect(derivation(graph, 'p').arguments.get('b')).toMatchObject({
      because: null,
      premises: [{ role: null, statement: 'e', label: 'in' }],
      undercutter: null,
    });
  });

  test('the issue with its standard, and by how much each test was met or missed', () => {
    expect(derivation(graph, 'p').issues.get('i')).toEqual({
      standard: standardOf('CCE'),
      winner: null,
      positions: [
        {
          position: 'p',
          label: 'out',
          weight: 0.9,
          tests: [
            { test: 'above-least', met: true, by: 0.9 },
            { test: 'ahead', met: true, by: 0.4 },
            { test: 'margin', met: false, by: -0.1 },
          ],
        },
        {
          position: 'q',
          label: 'out',
          weight: 0.5,
          tests: [
            { test: 'above-least', met: true, by: 0.5 },
            { test: 'ahead', met: false, by: -0.4 },
            { test: 'margin', met: false, by: -0.9 },
          ],
        },
      ],
    });
  });

  test('a circle is told once, and everything named is told', () => {
    fc.assert(
      fc.property(anyGraph, (any) => {
        for (const id of any.statements.keys()) {
          const { statements, arguments: told, issues } = derivation(any, id);
          const named = [
            ...[...statements.values()].flatMap(({ pro }) =>
              pro.map((one) => told.get(one)?.conclusion),
            ),
            ...[...told.values()].flatMap(({ premises }) => premises.map((one) => one.statement)),
            ...[...issues.values()].flatMap(({ positions }) =>
              positions.map((one) => one.position),
            ),
          ];
          for (const statement of named) expect(statements.has(statement ?? '')).toBe(true);
        }
      }),
      runs(100, 2000),
    );
  });

  test('a chain of 100,000 statements does not overflow the stack', () => {
    const length = 100_000;
    const links = Array.from(
      { length },
      (_, index) => [`a${index}`, argument(`s${index + 1}`, [`s${index}`])] as const,
    );
    const chain = graphOf({ assumptions: ['s0'], arguments: Object.fromEntries(links) });
    expect(derivation(chain, `s${length}`).statements.size).toBe(length + 1);
  });
});
