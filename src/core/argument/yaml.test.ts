import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyGraph, argument, contest, graphOf, runs } from '../../../test/argument-graphs.ts';
import { evaluate } from './evaluate.ts';
import { standardOf, type Graph } from './graph.ts';
import { argumentRules } from './rules.ts';
import { graphFromYaml, graphToYaml, type GraphFile } from './yaml.ts';

function read(text: string): GraphFile {
  const file = graphFromYaml(text);
  if ('refusals' in file) throw new Error(JSON.stringify(file.refusals));
  return file;
}

function rulesBrokenBy(text: string): string[] {
  const file = graphFromYaml(text);
  if (!('refusals' in file)) return [];
  for (const { rule, says } of file.refusals) {
    expect(Object.keys(argumentRules)).toContain(rule);
    expect(says).toMatch(/^\S.{8,}\.$/su);
  }
  return file.refusals.map(({ rule }) => rule);
}

describe('reading a graph file', () => {
  test('statements as text, as a mapping, as a list, or without words', () => {
    const { graph } = read(`
statements:
  p: It rains.
  q: { text: It pours., assumed: true, label: in }
  r:
  s: { text: null, assumed: false }
`);
    expect([...graph.statements]).toEqual([
      ['p', { text: 'It rains.' }],
      ['q', { text: 'It pours.' }],
      ['r', { text: 'r' }],
      ['s', { text: 's' }],
    ]);
    expect([...graph.assumptions]).toEqual(['q']);
    const listed = read('statements: [p, {id: q, text: It pours.}]').graph;
    expect([...listed.statements]).toEqual([
      ['p', { text: 'p' }],
      ['q', { text: 'It pours.' }],
    ]);
  });

  test('an empty file is an empty graph', () => {
    expect(read('').graph.statements.size).toBe(0);
    expect(read('meta: a draft').title).toBeNull();
  });

  test('premises as a text, a list, a list of roles, a mapping of roles, or none', () => {
    const { graph } = read(`
statements: [p, q]
arguments:
  a: { conclusion: p, premises: q }
  b: { conclusion: p, premises: [q, p] }
  c: { conclusion: p, premises: [{ minor: q }, p] }
  d: { conclusion: p, premises: { minor: q, major: p } }
  e: { conclusion: p, undercutter: q, source: John, because: a table, meta: { year: 2001, x: [] } }
`);
    const premises = [...graph.arguments.values()].map((one) => one.premises);
    expect(premises).toEqual([
      [{ statement: 'q' }],
      [{ statement: 'q' }, { statement: 'p' }],
      [{ role: 'minor', statement: 'q' }, { statement: 'p' }],
      [
        { role: 'minor', statement: 'q' },
        { role: 'major', statement: 'p' },
      ],
      [],
    ]);
    expect(graph.arguments.get('e')).toEqual({
      conclusion: 'p',
      premises: [],
      undercutter: 'q',
      scheme: null,
      weighing: { kind: 'linked' },
      source: 'John',
      because: 'a table',
      properties: new Map([['year', '2001']]),
    });
  });

  test('ids that are terms are one however they are spaced, others are left alone', () => {
    const { graph, tests } = read(`
statements:
  lt(0, 1): less
  f( g(a , b), c ): nested
  Fred (the tall one): not a term
  ¬p: not
  (odd: )
assumptions:
  - lt(0,1)
  - f(g(a,b),c)
tests:
  out: [Fred (the tall one), "¬p"]
`);
    expect([...graph.statements.keys()]).toEqual([
      'lt(0,1)',
      'f(g(a,b),c)',
      'Fred (the tall one)',
      '¬p',
      '(odd',
    ]);
    expect(graph.assumptions.size).toBe(2);
    expect(tests).toEqual([
      { statement: 'Fred (the tall one)', label: 'out' },
      { statement: '¬p', label: 'out' },
    ]);
  });

  test('what YAML would take for a number or a truth value is an id as written', () => {
    const { graph } = read('statements: { 1.0: One., no: No., true: Yes. }');
    expect([...graph.statements.keys()]).toEqual(['1.0', 'no', 'true']);
  });

  test('standards by name in any case, with thresholds of their own', () => {
    const { graph } = read(`
statements: [a, b, c, d, e]
issues:
  i: { positions: [a] }
  j: { positions: [b], standard: brd, margin: 0.4, contrary: 0.2, least: 0.1 }
  k: { positions: [c], standard: DV }
  l: { positions: [d], standard: Scintilla }
  m: { positions: [e], standard: CCE }
`);
    const kinds = [...graph.issues.values()].map(({ standard }) => standard.kind);
    expect(kinds).toEqual(['PE', 'BRD', 'dialectical-validity', 'scintilla', 'CCE']);
    expect(graph.issues.get('i')?.standard).toEqual(standardOf('PE'));
    expect(graph.issues.get('j')?.standard).toMatchObject({
      least: 0.1,
      margin: 0.4,
      contrary: 0.2,
    });
  });

  test('weights: of the scheme, of a named function, of the argument itself', () => {
    const { graph, title, theory } = read(`
meta: { title: Weights }
accrual: independent
weighing_functions:
  weak: { constant: 0.2 }
  lex:
    preference:
      - { property: authority, order: [state, federal] }
      - { property: date, order: Descending }
  one: { preference: { property: date, order: ascending } }
argument_schemes:
  - { id: s1, weight: weak, meta: { title: First, authority: state } }
  - id: s2
    weight: lex
  - id: s3
    weight:
      criteria:
        hard: [0, price]
        soft: { price: { factor: 2, values: { low: 1.0, high: 0 } } }
  - id: s4
statements: [p, q]
arguments:
  a: { conclusion: p, scheme: s1 }
  b: { conclusion: p, scheme: s2, meta: { date: 1999 } }
  c: { conclusion: p, scheme: s3, premises: [q] }
  d: { conclusion: p, scheme: s4 }
  e: { conclusion: p, scheme: Cumulative }
  f: { conclusion: p, scheme: testimony, weight: 0.4 }
  g: { conclusion: p, weight: one }
  h: { conclusion: p, weight: convergent }
  i: { conclusion: p, weight: }
`);
    expect(title).toBe('Weights');
    expect(graph.accrual).toBe('independent');
    expect(theory.schemes.get('s1')?.title).toBe('First');
    expect(theory.schemes.get('s4')?.title).toBe('s4');
    expect([...graph.arguments.values()].map(({ weighing }) => weighing)).toEqual([
      { kind: 'constant', weight: 0.2 },
      {
        kind: 'preference',
        by: [
          { property: 'authority', order: ['state', 'federal'] },
          { property: 'date', order: 'descending' },
        ],
      },
      {
        kind: 'criteria',
        hard: [0, 'price'],
        soft: new Map([
          [
            'price',
            {
              factor: 2,
              values: new Map([
                ['low', 1],
                ['high', 0],
              ]),
            },
          ],
        ]),
      },
      { kind: 'linked' },
      { kind: 'cumulative' },
      { kind: 'constant', weight: 0.4 },
      { kind: 'preference', by: [{ property: 'date', order: 'ascending' }] },
      { kind: 'convergent' },
      { kind: 'linked' },
    ]);
    expect(graph.arguments.get('a')?.properties?.get('authority')).toBe('state');
  });

  test('what is not read, and what was not declared, is noted', () => {
    const { graph, notes } = read(`
asumptions: [p]
statements: { p: P }
assumptions: [q]
tests: { out: [p, r] }
`);
    expect(notes).toEqual([
      '«asumptions» in the file is not read.',
      'Not declared, but named under assumptions: q.',
      'Not declared, but named under tests: r.',
    ]);
    expect(evaluate(graph).label('r')).toBe('out');
  });

  test('aliases are followed', () => {
    const { graph } = read(
      'statements: [p, q]\nassumptions: &both [p, q]\ntests: { in: *both, out: *both }',
    );
    expect(graph.assumptions.size).toBe(2);
  });
});

describe('refusing a graph file', () => {
  // prettier-ignore
  const cases: [rule: string, what: string, text: string][] = [
    ['AG1',  'an unknown premise',       'statements: [p]\narguments: { a: { conclusion: p, premises: [q] } }'],
    ['AG1',  'no conclusion',            'statements: [p]\narguments: { a: { premises: [p] } }'],
    ['AG2',  'an empty issue',           'issues: { i: { positions: [] } }'],
    ['AG4',  'a weight above 1',         'statements: [p]\narguments: { a: { conclusion: p, weight: 7 } }'],
    ['AG22', 'an open bracket',          'statements: [p'],
    ['AG22', 'two documents',            'statements: [p]\n---\nstatements: [q]'],
    ['AG23', 'a key twice',              'statements: { p: one, p: two }'],
    ['AG24', 'an alias to itself',       'statements: &a [*a, p]'],
    ['AG24', 'an alias to nothing',      'statements: *a'],
    ['AG24', 'too many aliases',         `statements: &a p\nassumptions: [${'*a, '.repeat(101)}]`],
    ['AG25', 'deep nesting',             `statements: ${'['.repeat(60)}${']'.repeat(60)}`],
    ['AG26', 'a mapping as a key',       'statements: { ? { a: b } : c }'],
    ['AG26', 'text for a mapping',       'just some words'],
    ['AG26', 'text for statements',      'statements: words'],
    ['AG26', 'a mapping for a list',     'assumptions: { p: q }'],
    ['AG26', 'a list for a text',        'statements: [p]\narguments: { a: { conclusion: [p] } }'],
    ['AG26', 'two ways to weigh',        'weighing_functions: { w: { constant: 1, preference: [] } }'],
    ['AG26', 'no way to weigh',          'weighing_functions: { w: {} }'],
    ['AG26', 'words for a number',       'weighing_functions: { w: { constant: much } }'],
    ['AG26', 'nothing for a number',     'weighing_functions: { w: { constant: } }'],
    ['AG26', 'another order',            'weighing_functions: { w: { preference: { property: p, order: up } } }'],
    ['AG26', 'another accrual',          'accrual: sometimes'],
    ['AG27', 'an unknown weighing',      'weighing_functions: { w: { magic: 1 } }'],
    ['AG27', 'an unknown function',      'weighing_functions: { w: magic }'],
    ['AG27', 'an unknown scheme',        'statements: [p]\narguments: { a: { conclusion: p, scheme: magic } }'],
    ['AG28', 'an unknown standard',      'statements: [p]\nissues: { i: { positions: [p], standard: certain } }'],
    ['AG29', 'two spellings of one id',  'statements: { "f(a, b)": one, "f(a,b)": two }'],
    ['AG43', 'schemes without an end',   'argument_schemes: [{ id: s, premises: [n(X)], conclusions: ["n(s(X))"] }]\nassumptions: [n(0)]'],
  ];
  test.each(cases)('[%s] %s', (rule, _, text) => {
    expect(new Set(rulesBrokenBy(text))).toEqual(new Set([rule]));
  });

  test('[AG21] more than 16 million characters', () => {
    expect(rulesBrokenBy('#'.repeat(16_000_001))).toEqual(['AG21']);
  });
  test('[AG25] nesting deeper than the stack of the parser', () => {
    for (const bracket of ['[', '{a: ', '- ', '? ']) {
      expect(rulesBrokenBy(bracket.repeat(100_000))).toEqual(['AG25']);
    }
  });
  test('a bomb of aliases is read once each', () => {
    const levels = ['statements: [p]', 'a0: &a0 [p]'];
    for (let level = 1; level < 40; level += 1) {
      levels.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    }
    expect(rulesBrokenBy(levels.join('\n'))).toEqual([]);
  });
  test('what names are given that objects have of themselves is only a name', () => {
    const { graph } = read(
      'statements: { __proto__: P, constructor: C }\nassumptions: [__proto__]',
    );
    expect(evaluate(graph).label('__proto__')).toBe('in');
    expect(evaluate(graph).label('constructor')).toBe('out');
  });
});

describe('writing a graph file', () => {
  const labelsOf = (graph: Graph) => new Map(evaluate(graph).labels());

  test('what is written and read again is the same graph', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph, contest), (graph) => {
        const again = read(graphToYaml(graph));
        expect(again.notes).toEqual([]);
        expect(again.graph).toEqual(graph);
      }),
      runs(200, 3000),
    );
  });

  test('ids and words of any kind are read back as they were', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.trim());
    const id = word
      .map((text) => text.replaceAll(/[\s()]+/gu, '.'))
      .filter((text) => {
        return !['', '~', 'null'].includes(text);
      });
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 4 }), word, (ids, text) => {
        const [first = '', ...rest] = ids;
        const graph: Graph = {
          ...graphOf({
            arguments: { [`to ${first}`]: argument(first, rest, { undercutter: first }) },
          }),
          statements: new Map(ids.map((one) => [one, { text: text === '' ? one : text }])),
          assumptions: new Set(rest),
        };
        const again = read(graphToYaml(graph)).graph;
        expect(labelsOf(again)).toEqual(labelsOf(graph));
        expect([...again.arguments]).toEqual([...graph.arguments]);
      }),
      runs(200, 3000),
    );
  });

  test('with a labelling each statement carries its label', () => {
    const graph = graphOf({ assumptions: ['p'], statements: ['q'] });
    expect(graphToYaml(graph, evaluate(graph))).toContain('label: out');
    expect(labelsOf(read(graphToYaml(graph, evaluate(graph))).graph)).toEqual(labelsOf(graph));
  });

  test('a long chain is written, read and evaluated', () => {
    const length = 5000;
    const links = Array.from(
      { length },
      (_, index) => [`a${index}`, argument(`s${index + 1}`, [`s${index}`])] as const,
    );
    const graph = graphOf({ assumptions: ['s0'], arguments: Object.fromEntries(links) });
    expect(evaluate(read(graphToYaml(graph)).graph).label(`s${length}`)).toBe('in');
  });
});
