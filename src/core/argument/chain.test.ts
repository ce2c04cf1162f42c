import { describe, expect, test } from 'vitest';
import { argument, graphOf } from '../../../test/argument-graphs.ts';
import { applySchemes, type ChainBounds } from './chain.ts';
import { evaluate } from './evaluate.ts';
import type { Graph } from './graph.ts';
import type { ArgumentScheme, Theory } from './scheme.ts';

function scheme(
  id: string,
  parts: Partial<
    Record<'premises' | 'assumptions' | 'exceptions' | 'conclusions' | 'guards', string[]>
  >,
): ArgumentScheme {
  const patterns = (terms: string[] = []) => terms.map((term) => ({ role: '', term }));
  return {
    id,
    title: id,
    variables: [],
    premises: patterns(parts.premises),
    assumptions: patterns(parts.assumptions),
    exceptions: patterns(parts.exceptions),
    guards: parts.guards ?? [],
    conclusions: parts.conclusions ?? [],
    weighing: { kind: 'linked' },
    properties: new Map(),
  };
}

function theory(schemes: ArgumentScheme[], rest: Partial<Theory> = {}): Theory {
  return {
    schemes: new Map(schemes.map((one) => [one.id, one])),
    issueSchemes: [],
    language: new Map(),
    ...rest,
  };
}

function apply(
  assumptions: string[],
  schemes: ArgumentScheme[],
  rest: Partial<Theory> = {},
): Graph & { notes: readonly string[] } {
  const applied = applySchemes(graphOf({ assumptions }), theory(schemes, rest));
  if ('refusals' in applied) throw new Error(JSON.stringify(applied.refusals));
  return { ...applied.graph, notes: applied.notes };
}

const parents = ['parent(ann,bob)', 'parent(bob,cyd)', 'parent(bob,dan)'];
const grand = scheme('grand', {
  premises: ['parent(X,Y)', 'parent(Y,Z)'],
  conclusions: ['grandparent(X,Z)'],
});

describe('applying schemes', () => {
  test('once for every way to match the premises', () => {
    const graph = apply(parents, [grand]);
    expect([...graph.arguments]).toEqual([
      [
        'grand(ann,bob,dan)',
        argument('grandparent(ann,dan)', ['parent(ann,bob)', 'parent(bob,dan)'], {
          scheme: 'grand',
        }),
      ],
      [
        'grand(ann,bob,cyd)',
        argument('grandparent(ann,cyd)', ['parent(ann,bob)', 'parent(bob,cyd)'], {
          scheme: 'grand',
        }),
      ],
    ]);
    expect(evaluate(graph).label('grandparent(ann,cyd)')).toBe('in');
  });

  test('again on what was derived, and on what the arguments of the graph conclude', () => {
    const ancestor = [
      scheme('base', { premises: ['parent(X,Y)'], conclusions: ['ancestor(X,Y)'] }),
      scheme('step', {
        premises: ['ancestor(X,Y)', 'parent(Y,Z)'],
        conclusions: ['ancestor(X,Z)'],
      }),
    ];
    const graph = apply(parents, ancestor);
    expect(evaluate(graph).label('ancestor(ann,dan)')).toBe('in');

    const written = graphOf({ arguments: { a: argument('parent(eve,ann)') } });
    const applied = applySchemes(written, theory(ancestor));
    expect('graph' in applied && applied.graph.statements.has('ancestor(eve,ann)')).toBe(true);
  });

  test('not where the graph already holds the same argument', () => {
    const written = graphOf({
      assumptions: parents,
      arguments: {
        a: argument('grandparent(ann,cyd)', ['parent(bob,cyd)', 'parent(ann,bob)'], {
          scheme: 'grand',
        }),
      },
    });
    const applied = applySchemes(written, theory([grand]));
    expect('graph' in applied && [...applied.graph.arguments.keys()]).toEqual([
      'a',
      'grand(ann,bob,dan)',
    ]);
  });

  test('with a name of its own where the name is taken', () => {
    const fact = scheme('fact', { conclusions: ['rain'] });
    const applied = applySchemes(graphOf({ arguments: { fact: argument('p') } }), theory([fact]));
    expect('graph' in applied && [...applied.graph.arguments.keys()]).toEqual(['fact', 'fact′']);
  });

  test('a variable may stand for a whole statement, and a premise be negated', () => {
    const ponens = scheme('ponens', { premises: ['implies(A,B)', 'A'], conclusions: ['B'] });
    const ignorance = scheme('ignorance', {
      premises: ['would_be_known(S)', '¬known(S)'],
      conclusions: ['¬S'],
    });
    const graph = apply(
      ['implies(rain,wet(street))', 'rain', 'would_be_known(fire)', '¬known(fire)'],
      [ponens, ignorance],
    );
    const labelling = evaluate(graph);
    expect(labelling.label('wet(street)')).toBe('in');
    expect(labelling.label('¬fire')).toBe('in');
  });

  test('a variable that nothing binds yet goes through all that is known', () => {
    const either = scheme('either', { premises: ['A', 'either(A,B)'], conclusions: ['B'] });
    const all = scheme('all', { premises: ['A', 'all(B)'], conclusions: ['done'] });
    const graph = apply(['all(x)', 'q', 'either(p,r)', 'either(q,s)'], [either, all]);
    expect(graph.arguments.has('all(q,x)')).toBe(true);
    expect(evaluate(graph).label('s')).toBe('in');
    expect(graph.statements.has('r')).toBe(false);
  });

  test('a blank is another variable each time', () => {
    const seen = scheme('seen', {
      premises: ['parent(_,X)', 'parent(X,_)'],
      conclusions: ['middle(X)'],
    });
    expect(evaluate(apply(parents, [seen])).label('middle(bob)')).toBe('in');
  });

  test('assumptions are taken as true until asked, exceptions undercut, conclusions share both', () => {
    const expert = scheme('expert', {
      premises: ['says(W,S)'],
      assumptions: ['honest(W)'],
      exceptions: ['biased(W)', 'drunk(W)'],
      conclusions: ['S', 'said(S)'],
    });
    const graph = apply(['says(ann,rain)', 'says(bob,sun)', 'drunk(bob)'], [expert]);
    const labelling = evaluate(graph);
    const labels = ['honest(ann)', 'rain', 'said(rain)', 'sun', 'said(sun)', 'biased(bob)'].map(
      (id) => labelling.label(id),
    );
    expect(labels).toEqual(['in', 'in', 'in', 'out', 'out', 'out']);
    expect(graph.arguments.get('expert(bob,sun)')?.undercutter).toBe('undercut(expert(bob,sun))');
    expect(graph.arguments.get('expert(bob,sun) 2')?.undercutter).toBe('undercut(expert(bob,sun))');
    expect(graph.arguments.get('expert(bob,sun) exception 2')?.premises).toEqual([
      { statement: 'drunk(bob)' },
    ]);
  });

  test('roles and properties of the scheme go over to the argument', () => {
    const lex = {
      ...scheme('lex', { conclusions: ['c'] }),
      premises: [{ role: 'rule', term: 'valid(R)' }],
      properties: new Map([['authority', 'state']]),
    };
    expect(apply(['valid(r1)'], [lex]).arguments.get('lex(r1)')).toMatchObject({
      premises: [{ role: 'rule', statement: 'valid(r1)' }],
      properties: new Map([['authority', 'state']]),
    });
  });

  // prettier-ignore
  const guards: [guard: string, pairs: string[]][] = [
    ['X < Y',    ['2,10']],
    ['X > Y',    ['10,2']],
    ['X =< Y',   ['2,10', '2,2']],
    ['X >= Y',   ['10,2', '2,2']],
    ['X = Y',    ['2,2', 'a,a']],
    ['X == Y',   ['2,2', 'a,a']],
    ['X \\= Y',  ['2,10', '10,2']],
    ['X \\== Y', ['2,10', '10,2']],
    ['X =:= Y',  ['2,2']],
    ['X =\\= Y', ['2,10', '10,2']],
  ];
  test.each(guards)('the guard %s lets pass %s', (guard, pairs) => {
    const guarded = scheme('g', {
      premises: ['t(X,Y)'],
      guards: [guard],
      conclusions: ['ok(X,Y)'],
    });
    const graph = apply(['t(2,10)', 't(10,2)', 't(2,2)', 't(a,a)'], [guarded]);
    expect(new Set(graph.arguments.keys())).toEqual(new Set(pairs.map((pair) => `g(${pair})`)));
  });

  test('a scheme that cannot be applied forward is named', () => {
    const { notes, arguments: all } = apply(parents, [
      scheme('free', { premises: ['parent(X,Y)'], conclusions: ['likes(X,Z)'] }),
      scheme('odd', { premises: ['parent(X,Y)'], guards: ['wise(X)'], conclusions: ['p'] }),
      scheme('weighing only', { premises: ['parent(X,Y)'] }),
    ]);
    expect(all.size).toBe(0);
    expect(notes).toEqual([
      'The scheme free is not applied, for no premise gives Z a value.',
      'The scheme odd is not applied, for its guard «wise(X)» is not known here.',
    ]);
  });

  test('what is derived is told in words where the language has them', () => {
    const language = new Map([
      ['grandparent/2', '%v is a grandparent of %s, says %v.'],
      ['rich/1', '%v is rich.'],
      ['says/1', 'It is said: %v'],
    ]);
    const said = scheme('said', { premises: ['grandparent(X,Y)'], conclusions: ['says(rich(X))'] });
    const graph = apply(parents, [grand, said], { language });
    expect(graph.statements.get('grandparent(ann,cyd)')?.text).toBe(
      'ann is a grandparent of cyd, says %v.',
    );
    expect(graph.statements.get('says(rich(ann))')?.text).toBe('It is said: ann is rich.');
  });
});

describe('bounds of applying schemes', () => {
  const few: ChainBounds = { applications: 3, steps: 100, characters: 60 };
  const grow = scheme('grow', { premises: ['n(X)'], conclusions: ['n(s(X))'] });
  const rules = (assumptions: string[], schemes: ArgumentScheme[], bounds?: ChainBounds) => {
    const applied = applySchemes(graphOf({ assumptions }), theory(schemes), bounds);
    return 'refusals' in applied ? applied.refusals.map(({ rule }) => rule) : [];
  };

  test('[AG41] too many applications', () => {
    expect(rules(['n(0)'], [grow], few)).toEqual(['AG41']);
    const facts = ['a', 'b', 'c', 'd'].map((name) => scheme(name, { conclusions: [name] }));
    expect(rules([], facts, few)).toEqual(['AG41']);
  });
  test('[AG42] too many steps', () => {
    const all = Array.from({ length: 60 }, (_, index) => `parent(a${index},b)`);
    const pairs = scheme('pairs', {
      premises: ['parent(X,Z)', 'parent(Y,Z)'],
      guards: ['X = none'],
      conclusions: ['p'],
    });
    expect(rules(all, [pairs], few)).toEqual(['AG42']);
  });
  test('[AG43] too long a statement', () => {
    expect(rules(['n(0)'], [grow], { ...few, applications: 100, steps: 10_000 })).toEqual(['AG43']);
    expect(rules(['n(0)'], [grow])).toEqual(['AG43']);
  });
  test('a premise too deep to look into stands for itself', () => {
    const deep = `${'n('.repeat(80)}0${')'.repeat(80)}`;
    const same = scheme('same', { premises: ['n(X)'], conclusions: ['found'] });
    expect(rules([deep, `${'¬'.repeat(80)}p`], [same])).toEqual([]);
  });
});

describe('issues from schemes', () => {
  test('patterns that share values make an issue for each value', () => {
    const graph = apply(['on(a)', 'off(a)', 'on(b)', 'off(c)'], [], {
      issueSchemes: [{ id: 'switch', patterns: ['on(X)', 'off(X)'] }],
    });
    expect([...graph.issues].map(([id, { positions }]) => [id, positions])).toEqual([
      ['switch(a)', ['on(a)', 'off(a)']],
    ]);
  });

  test('an enumeration takes any values of variables that end in a digit', () => {
    const graph = apply(['buy(x)', 'buy(y)', 'price(x,low)', 'price(x,high)', 'price(y,low)'], [], {
      issueSchemes: [
        { id: 'buy', patterns: ['buy(O1)', '...', 'buy(On)'] },
        { id: 'price', patterns: ['price(O,P1)', '…', 'price(O,Pn)'] },
      ],
    });
    expect([...graph.issues].map(([id, { positions }]) => [id, positions])).toEqual([
      ['buy()', ['buy(x)', 'buy(y)']],
      ['price(x)', ['price(x,low)', 'price(x,high)']],
    ]);
  });

  test('a statement and its negation; a scheme without patterns makes none', () => {
    const graph = apply(['p', '¬p', 'q'], [], {
      issueSchemes: [
        { id: 'either', patterns: ['S', '¬S'] },
        { id: 'none', patterns: [] },
      ],
    });
    expect([...graph.issues.values()].map(({ positions }) => positions)).toEqual([['p', '¬p']]);
  });

  test('positions that are at issue already stay, others join them, two issues stay two', () => {
    const issue = (...positions: string[]) => ({
      positions,
      standard: { kind: 'BRD', least: 0, margin: 0.5, contrary: 0.3 } as const,
    });
    const graph = graphOf({
      assumptions: ['c(x)', 'c(y)', 'c(z)'],
      issues: new Map([
        ['all()', issue('c(x)', 'other')],
        ['second', issue('c(y)')],
      ]),
    });
    const issueSchemes = [{ id: 'all', patterns: ['c(V1)', '...'] }];
    const applied = applySchemes(graph, theory([], { issueSchemes }));
    if ('refusals' in applied) throw new Error('refused');
    expect([...applied.graph.issues]).toEqual([
      ['all()', issue('c(x)', 'other', 'c(z)')],
      ['second', issue('c(y)')],
    ]);
    expect(applied.notes).toEqual(['c(y) stay out of issue all(): they are at issue elsewhere.']);
  });

  test('a new issue takes a name that is free', () => {
    const graph = graphOf({
      assumptions: ['c(x)', 'c(y)'],
      issues: new Map([
        [
          'all()',
          { positions: ['other'], standard: { kind: 'PE', least: 0, margin: 0, contrary: 0 } },
        ],
      ]),
    });
    const issueSchemes = [{ id: 'all', patterns: ['c(V1)', '...'] }];
    const applied = applySchemes(graph, theory([], { issueSchemes }));
    expect('graph' in applied && [...applied.graph.issues.keys()]).toEqual(['all()', 'all()′']);
  });
});
