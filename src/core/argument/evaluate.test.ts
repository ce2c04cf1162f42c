import { describe, expect, test } from 'vitest';
import { argument, graphOf } from '../../../test/argument-graphs.ts';
import { accrue } from './accrue.ts';
import { evaluate } from './evaluate.ts';
import { standardOf, type Argument, type Criteria, type Weighing } from './graph.ts';

/** The weight of an argument for `c` from premises `p`, `q` and `r`, of which `p` and `q` are in. */
function weightOf(weighing: Weighing, premises: readonly string[], more?: Argument): number {
  const graph = graphOf({
    assumptions: ['p', 'q'],
    statements: ['r'],
    issues: new Map([['i', { positions: ['c', 'd'], standard: standardOf('PE') }]]),
    arguments: {
      a: argument('c', premises, { weighing }),
      ...(more === undefined ? {} : { more }),
    },
  });
  return evaluate(graph).weight('a');
}

describe('weights of arguments', () => {
  // prettier-ignore
  const cases: { kind: 'linked' | 'convergent' | 'cumulative' | 'factorized'; premises: string[]; weight: number }[] = [
    { kind: 'linked',     premises: ['p', 'q'],           weight: 1 },
    { kind: 'linked',     premises: ['p', 'r'],           weight: 0 },
    { kind: 'linked',     premises: [],                   weight: 1 },
    { kind: 'convergent', premises: ['r', 'p'],           weight: 1 },
    { kind: 'convergent', premises: ['r'],                weight: 0 },
    { kind: 'convergent', premises: [],                   weight: 0 },
    { kind: 'cumulative', premises: ['p', 'q', 'r', 'r'], weight: 0.5 },
    { kind: 'cumulative', premises: [],                   weight: 1 },
    { kind: 'factorized', premises: ['p', 'r'],           weight: 0 },
    { kind: 'factorized', premises: ['p', 'q'],           weight: 1 },
    { kind: 'factorized', premises: [],                   weight: 1 },
  ];
  test.each(cases)('$kind of $premises weighs $weight', ({ kind, premises, weight }) => {
    expect(weightOf({ kind }, premises)).toBe(weight);
  });

  test('factorized: premises over the distinct premises of all arguments of the issue', () => {
    const weighing = { kind: 'factorized' } as const;
    expect(weightOf(weighing, ['p'], argument('d', ['p', 'q'], { weighing }))).toBe(0.5);
  });

  test('factorized: where nothing is at issue, of all arguments for the statement', () => {
    const weighing = { kind: 'factorized' } as const;
    const graph = graphOf({
      assumptions: ['p', 'q'],
      arguments: { a: argument('c', ['p'], { weighing }), b: argument('c', ['q'], { weighing }) },
    });
    expect(evaluate(graph).weight('a')).toBe(0.5);
  });

  test('constant: the weight once all premises are in', () => {
    expect(weightOf({ kind: 'constant', weight: 0.4 }, ['p'])).toBe(0.4);
    expect(weightOf({ kind: 'constant', weight: 0.4 }, ['p', 'r'])).toBe(0);
  });

  const buying = (assumptions: string[], weighing: Criteria, premises: string[]) => {
    const positions = ['safety(x,low)', 'safety(x,high)'];
    const graph = graphOf({
      assumptions,
      statements: positions,
      issues: new Map([['s', { positions, standard: standardOf('PE') }]]),
      arguments: { a: argument('buy(x)', premises, { weighing }) },
    });
    return evaluate(graph).weight('a');
  };
  const criteria: Criteria = {
    kind: 'criteria',
    hard: ['price'],
    soft: new Map([
      ['price', { factor: 1, values: new Map([['low', 1]]) }],
      [
        'safety',
        {
          factor: 3,
          values: new Map([
            ['low', 0],
            ['high', 1],
          ]),
        },
      ],
    ]),
  };

  test('criteria: a weighted sum of the worth of the values', () => {
    const premises = ['price(x,low)', 'safety(x,high)'];
    expect(buying(premises, criteria, premises)).toBe(1);
    expect(buying(['price(x,low)', 'safety(x,low)'], criteria, premises)).toBe(0.25);
  });
  test('criteria: hard constraints come first', () => {
    const premises = ['price(x,low)', 'safety(x,high)'];
    expect(buying(['safety(x,high)'], criteria, premises)).toBe(0);
    expect(buying(premises, { ...criteria, hard: [5] }, premises)).toBe(0);
    expect(buying(premises, { ...criteria, hard: [0, 1], soft: new Map() }, premises)).toBe(1);
  });
  test('criteria: without a value for each soft constraint there is no weight', () => {
    expect(buying(['price(x,low)'], criteria, ['price(x,low)'])).toBe(0);
    expect(buying(['price(x,low)'], criteria, ['price(x,low)', 'safety(x,high)'])).toBe(0);
  });
  test('criteria: a premise may be named by its role, and a plain id is its own value', () => {
    const soft = new Map([['colour', { factor: 2, values: new Map([['red', 0.5]]) }]]);
    const graph = graphOf({
      assumptions: ['red'],
      arguments: {
        a: argument('c', [{ role: 'colour', statement: 'red' }], {
          weighing: { kind: 'criteria', hard: [], soft },
        }),
        b: argument('c', [{ role: 'colour', statement: 'blue' }], {
          weighing: { kind: 'criteria', hard: [], soft },
        }),
      },
    });
    expect(evaluate(graph).weight('a')).toBe(0.5);
    expect(evaluate(graph).weight('b')).toBe(0);
  });

  const byDate: Weighing = { kind: 'preference', by: [{ property: 'date', order: 'ascending' }] };
  const rule = (conclusion: string, date: string | number | undefined, weighing = byDate) =>
    argument(conclusion, [], {
      weighing,
      ...(date === undefined ? {} : { properties: new Map([['date', date]]) }),
    });
  const ranks = (...rules: Argument[]) => {
    const graph = graphOf({
      issues: new Map([['i', { positions: ['c', 'd'], standard: standardOf('PE') }]]),
      arguments: Object.fromEntries(rules.map((one, index) => [`a${index}`, one])),
    });
    const labelling = evaluate(graph);
    return rules.map((_, index) => labelling.weight(`a${index}`));
  };

  test('preference: rank over number of ranks, equals share a rank', () => {
    const dates = ['1989-06-14', '2008-04-13', '1989-06-14', '1970-01-01'];
    expect(ranks(...dates.map((date) => rule('c', date)))).toEqual([2 / 3, 1, 2 / 3, 1 / 3]);
  });
  test('preference: numbers as numbers and before words, what is missing is the weakest', () => {
    const values = ['10', 9, 'x', undefined, ''];
    expect(ranks(...values.map((value) => rule('d', value)))).toEqual([0.6, 0.4, 1, 0.2, 0.8]);
    const descending: Weighing = {
      kind: 'preference',
      by: [{ property: 'date', order: 'descending' }],
    };
    expect(
      ranks(rule('d', 1, descending), rule('c', 'x', descending), rule('c', 2, descending)),
    ).toEqual([1, 1 / 3, 2 / 3]);
  });
  test('preference: the first property decides, then the next', () => {
    const superior = ['local', 'state', 'federal'];
    const weighing: Weighing = {
      kind: 'preference',
      by: [
        { property: 'authority', order: superior },
        { property: 'date', order: 'ascending' },
      ],
    };
    const law = (authority: string, date: number) =>
      argument('c', [], {
        weighing,
        properties: new Map<string, string | number>([
          ['authority', authority],
          ['date', date],
        ]),
      });
    expect(
      ranks(law('federal', 1989), law('state', 2008), law('federal', 1990), law('parish', 2020)),
    ).toEqual([0.75, 0.5, 1, 0.25]);
  });
  test('preference: nothing to compare with, full weight; a premise out, none', () => {
    expect(evaluate(graphOf({ arguments: { a: rule('c', 1) } })).weight('a')).toBe(1);
    expect(weightOf(byDate, ['r'])).toBe(0);
  });
});

describe('accrual', () => {
  const weighed = (id: string, weight: number, source?: string) => ({
    id,
    weight,
    argument: argument('c', [], source === undefined ? {} : { source }),
  });

  test('the strongest argument counts', () => {
    expect(accrue('strongest', [weighed('a', 0.4), weighed('b', 0.6)])).toBe(0.6);
    expect(accrue('strongest', [])).toBe(0);
  });
  test('independent sources add up, one source counts once by its greatest weight', () => {
    expect(accrue('independent', [weighed('a', 0.5), weighed('b', 0.5)])).toBe(0.75);
    const same = [weighed('a', 0.5, 'w'), weighed('b', 0.4, 'w'), weighed('c', 0.5)];
    expect(accrue('independent', same)).toBe(0.75);
  });
  test('a source and an argument of the same name are two', () => {
    expect(accrue('independent', [weighed('w', 0.5), weighed('b', 0.5, 'w')])).toBe(0.75);
  });
});

describe('labelling', () => {
  const pair = new Map([['i', { positions: ['p', 'q'], standard: standardOf('PE') }]]);

  test('an issue is open while an argument of one position is', () => {
    const graph = graphOf({
      assumptions: ['e'],
      issues: pair,
      arguments: {
        a: argument('p', ['e']),
        b: argument('q', ['x']),
        loop: argument('x', ['x']),
      },
    });
    const labelling = evaluate(graph);
    expect(labelling.label('p')).toBe('undecided');
    expect(labelling.rule('p')).toBe('undecided');
    expect(labelling.winner('i')).toBeNull();
    expect(labelling.applicable('a')).toBe(true);
    expect(labelling.applicable('b')).toBe(false);
    expect([...labelling.weights('i')]).toEqual([
      ['p', 1],
      ['q', 0],
    ]);
  });

  test('every label says by which rule it came', () => {
    const graph = graphOf({
      assumptions: ['e', 'r'],
      issues: new Map([...pair, ['j', { positions: ['r', 's'], standard: standardOf('PE') }]]),
      arguments: {
        a: argument('p', ['e']),
        b: argument('q', ['e'], { weighing: { kind: 'constant', weight: 0.5 } }),
        c: argument('t', ['p']),
        d: argument('u', ['q']),
      },
    });
    const labelling = evaluate(graph);
    const rules = ['e', 's', 'p', 'q', 't', 'u'].map((id) => labelling.rule(id));
    expect(rules).toEqual([
      'assumed',
      'rival-assumed',
      'issue-resolved',
      'issue-resolved',
      'supported',
      'unsupported',
    ]);
    expect(labelling.winner('i')).toBe('p');
    expect(labelling.winner('j')).toBe('r');
  });

  test('assumptions that contradict each other stay in, and nobody wins', () => {
    const labelling = evaluate(graphOf({ assumptions: ['p', 'q'], issues: pair }));
    expect([labelling.label('p'), labelling.label('q'), labelling.winner('i')]).toEqual([
      'in',
      'in',
      null,
    ]);
  });

  test('a premise named twice, once with a role, is awaited twice and met twice', () => {
    const graph = graphOf({
      arguments: {
        a: argument('c', ['p', { role: 'again', statement: 'p' }]),
        b: argument('p'),
      },
    });
    expect(evaluate(graph).label('c')).toBe('in');
  });

  test('an id that the graph does not hold is a bug of the caller', () => {
    const labelling = evaluate(graphOf({ statements: ['p'] }));
    expect(() => labelling.label('q')).toThrow('«q»');
    expect(() => labelling.weight('a')).toThrow('«a»');
  });

  test('a chain of 100,000 statements does not overflow the stack', () => {
    const length = 100_000;
    const links = Array.from(
      { length },
      (_, index) => [`a${index}`, argument(`s${index + 1}`, [`s${index}`])] as const,
    );
    const graph = graphOf({ assumptions: ['s0'], arguments: Object.fromEntries(links) });
    expect(evaluate(graph).label(`s${length}`)).toBe('in');
  });
});
