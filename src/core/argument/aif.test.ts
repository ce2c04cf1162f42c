import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyGraph, argument, contest, graphOf, runs } from '../../../test/argument-graphs.ts';
import { evaluate } from './evaluate.ts';
import { graphFromAif, type AifGraph } from './graph-from-aif.ts';
import { graphToAif } from './graph-to-aif.ts';
import { standardOf, type Graph } from './graph.ts';

type Node = readonly [nodeID: string | number, type: string, text?: string, court?: unknown];
type Edge = readonly [from: string | number, to: string | number];

function aif(nodes: readonly Node[], edges: readonly Edge[] = [], more: object = {}): string {
  return JSON.stringify({
    nodes: nodes.map(([nodeID, type, text, court]) => ({ nodeID, type, text, court })),
    edges: edges.map(([fromID, toID], index) => ({ edgeID: index, fromID, toID })),
    ...more,
  });
}

function read(text: string): AifGraph {
  const result = graphFromAif(text);
  if ('refusals' in result) throw new Error(JSON.stringify(result.refusals));
  return result;
}

function rulesBrokenBy(text: string): string[] {
  const result = graphFromAif(text);
  return 'refusals' in result ? [...new Set(result.refusals.map(({ rule }) => rule))] : [];
}

describe('AIF written by this court', () => {
  test('is read back as the same graph', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph, contest), (graph) => {
        const { graph: again, notes } = read(graphToAif(graph));
        expect(again).toEqual(graph);
        expect(notes).toEqual([]);
        expect(new Map(evaluate(again).labels())).toEqual(new Map(evaluate(graph).labels()));
      }),
      runs(200, 3000),
    );
  });

  test('says with nodes alone what AIF has words for', () => {
    const graph = graphOf({
      assumptions: ['e'],
      issues: new Map([['i', { positions: ['p', 'q', 'r'], standard: standardOf('PE') }]]),
      arguments: { a: argument('p', ['e'], { undercutter: 'u', scheme: 'sign' }) },
    });
    const { court: _, nodes, ...file } = JSON.parse(graphToAif(graph));
    const bare = nodes.map(({ court: __, ...node }: { court: unknown }) => node);
    const { graph: plain } = read(JSON.stringify({ ...file, nodes: bare }));
    expect([...plain.statements.values()].map(({ text }) => text)).toEqual(
      [...graph.statements.values()].map(({ text }) => text),
    );
    const [only] = [...plain.arguments.values()];
    expect(only).toMatchObject({ scheme: 'sign', weighing: { kind: 'linked' } });
    expect(only?.undercutter).not.toBeNull();
    expect([...plain.issues.values()].map(({ positions }) => positions.length)).toEqual([3]);
    expect(plain.assumptions.size).toBe(0);
  });
});

describe('AIF of other tools', () => {
  const supported: readonly Node[] = [
    [1, 'I', 'It rained.'],
    [2, 'I', 'The street is wet.'],
    [3, 'RA', 'Effect to Cause'],
  ];

  test('inferences are linked arguments; locutions and the like are left out', () => {
    const { graph } = read(
      aif(
        [...supported, [4, 'L', 'Ann: it rained'], [5, 'YA', 'Asserting'], ['6', 'I']],
        [
          [2, 3],
          [3, 1],
          [4, 5],
          [5, 1],
          [5, 3],
          [3, 5],
        ],
      ),
    );
    expect([...graph.arguments]).toEqual([
      ['3', argument('1', ['2'], { scheme: 'Effect to Cause' })],
    ]);
    expect([...graph.statements]).toEqual([
      ['1', { text: 'It rained.' }],
      ['2', { text: 'The street is wet.' }],
      ['6', { text: '6' }],
    ]);
  });

  test('an inference without a name has no scheme', () => {
    const { graph } = read(
      aif(
        [
          [1, 'I'],
          [2, 'RA'],
        ],
        [[2, 1]],
      ),
    );
    expect(graph.arguments.get('2')).toEqual(argument('1'));
  });

  test('several attacks on an inference are arguments for its undercutter', () => {
    const attacked = (...more: Edge[]) =>
      read(
        aif(
          [
            ...supported,
            [4, 'I', 'The street was washed.'],
            [5, 'I', 'It is always wet.'],
            [6, 'CA'],
            [7, 'CA'],
          ],
          [[2, 3], [3, 1], [6, 3], [4, 6], [7, 3], [5, 7], ...more],
        ),
      ).graph;
    const graph = attacked();
    expect(graph.arguments.get('3')?.undercutter).toBe('undercut(3)');
    expect(graph.arguments.get('3 attack 1')).toEqual(argument('undercut(3)', ['4']));
    expect(graph.arguments.get('3 attack 2')).toEqual(argument('undercut(3)', ['5']));
    expect(attacked([5, 6]).arguments.get('3 attack 1')).toEqual(
      argument('undercut(3)', ['4', '5']),
    );
  });

  test('an undercutter takes a name that is free', () => {
    const { graph } = read(
      aif(
        [...supported, ['undercut(3)', 'I'], [5, 'I'], [6, 'CA']],
        [
          [2, 3],
          [3, 1],
          [6, 3],
          [5, 6],
          ['undercut(3)', 6],
        ],
      ),
    );
    expect(graph.arguments.get('3')?.undercutter).toBe('undercut(3)′');
  });

  test('statements in conflict, also by way of others, are one issue', () => {
    const { graph } = read(
      aif(
        [
          [1, 'I'],
          [2, 'I'],
          [3, 'I'],
          [4, 'I'],
          [5, 'CA'],
          [6, 'CA'],
          [7, 'I'],
          [8, 'I'],
          [9, 'CA'],
        ],
        [
          [1, 5],
          [5, 2],
          [3, 6],
          [6, 2],
          [7, 9],
          [9, 8],
        ],
      ),
    );
    expect([...graph.issues]).toEqual([
      ['issue 1', { positions: ['1', '2', '3'], standard: standardOf('PE') }],
      ['issue 2', { positions: ['7', '8'], standard: standardOf('PE') }],
    ]);
  });

  test('a conflict with a thing that is no statement or argument is noted', () => {
    const { notes } = read(
      aif(
        [
          [1, 'I'],
          [2, 'CA'],
          [3, 'L'],
        ],
        [
          [1, 2],
          [3, 2],
          [2, 3],
        ],
      ),
    );
    expect(notes).toEqual(['The conflict 2 is with no statement or inference, and is left out.']);
    expect(
      read(
        aif(
          [
            [1, 'I'],
            [2, 'CA'],
          ],
          [[1, 2]],
        ),
      ).notes,
    ).toHaveLength(1);
  });
});

describe('refusing AIF', () => {
  const court = { id: 'a', scheme: null, weighing: { kind: 'constant', weight: 7 } };
  // prettier-ignore
  const cases: [rule: string, what: string, text: string][] = [
    ['AG4',  'a weight above 1',             aif([[1, 'I'], [2, 'RA', '', court]], [[2, 1]])],
    ['AG21', 'too many characters',          ' '.repeat(16_000_001)],
    ['AG29', 'two statements of one id',     aif([[1, 'I', '', { id: 'p', assumed: true }], [2, 'I', '', { id: 'p', assumed: true }]])],
    ['AG29', 'two arguments of one id',      aif([[1, 'I'], [2, 'RA', '', { ...court, id: 'a' }], [3, 'RA', '', { ...court, id: 'a' }]], [[2, 1], [3, 1]])],
    ['AG61', 'what is not JSON',             '{'],
    ['AG61', 'what is no object',            '[]'],
    ['AG61', 'nodes that are no list',       '{"nodes": {}, "edges": []}'],
    ['AG61', 'a node without a type',        '{"nodes": [{ "nodeID": "1" }], "edges": []}'],
    ['AG61', 'a statement marked wrongly',   aif([[1, 'I', '', { id: 7 }]])],
    ['AG61', 'an argument marked wrongly',   aif([[1, 'I'], [2, 'RA', '', {}]], [[2, 1]])],
    ['AG62', 'two nodes of one id',          aif([[1, 'I'], ['1', 'I']])],
    ['AG62', 'an edge to nowhere',           aif([[1, 'I']], [[1, 2]])],
    ['AG63', 'an inference to nothing',      aif([[1, 'I'], [2, 'RA']], [[1, 2]])],
    ['AG63', 'an inference of nothing',      aif([[1, 'I'], [2, 'RA']])],
    ['AG63', 'a conflict without edges',     aif([[1, 'I'], [2, 'CA']])],
    ['AG63', 'an inference to two things',   aif([[1, 'I'], [2, 'RA'], [3, 'I']], [[2, 1], [2, 3]])],
    ['AG63', 'a conflict of nobody',         aif([[1, 'I'], [2, 'CA']], [[2, 1]])],
    ['AG63', 'a conflict with two things',   aif([[1, 'I'], [2, 'CA'], [3, 'I'], [4, 'I']], [[1, 2], [2, 3], [2, 4]])],
  ];
  test.each(cases)('[%s] %s', (rule, _, text) => {
    expect(rulesBrokenBy(text)).toEqual([rule]);
  });

  test('a graph that breaks its own rules is refused as any other', () => {
    const issue = { id: 'i', positions: ['x'], standard: standardOf('PE') };
    const text = aif([[1, 'I']], [], { court: { accrual: 'independent', issues: [issue] } });
    expect(rulesBrokenBy(text)).toEqual(['AG1']);
    const graph: Graph = graphOf({ statements: ['p'], accrual: 'independent' });
    expect(read(graphToAif(graph)).graph.accrual).toBe('independent');
  });
});
