import fc from 'fast-check';
import {
  standardKinds,
  type Argument,
  type Graph,
  type Premise,
  type Standard,
  type Weighing,
} from '../src/core/argument/graph.ts';

/** How many random cases a property is tried on; many more with LONG=1. */
export function runs(few: number, many: number): { numRuns: number } {
  return { numRuns: process.env['LONG'] === '1' ? many : few };
}

export function argument(
  conclusion: string,
  premises: readonly (string | Premise)[] = [],
  rest: Partial<Argument> = {},
): Argument {
  return {
    conclusion,
    premises: premises.map((premise) =>
      typeof premise === 'string' ? { statement: premise } : premise,
    ),
    undercutter: null,
    scheme: null,
    weighing: { kind: 'linked' },
    ...rest,
  };
}

/** A graph from what matters in a test: every id that is named is a statement. */
export function graphOf(parts: {
  readonly arguments?: Readonly<Record<string, Argument>>;
  readonly issues?: Graph['issues'];
  readonly assumptions?: readonly string[];
  readonly statements?: readonly string[];
  readonly accrual?: Graph['accrual'];
}): Graph {
  const all = Object.values(parts.arguments ?? {});
  const ids = [
    ...(parts.statements ?? []),
    ...(parts.assumptions ?? []),
    ...[...(parts.issues?.values() ?? [])].flatMap(({ positions }) => positions),
    ...all.flatMap(({ conclusion, premises, undercutter }) => [
      conclusion,
      ...premises.map(({ statement }) => statement),
      ...(undercutter === null ? [] : [undercutter]),
    ]),
  ];
  return {
    statements: new Map(ids.map((id) => [id, { text: `Statement ${id}.` }])),
    assumptions: new Set(parts.assumptions),
    issues: parts.issues ?? new Map(),
    arguments: new Map(Object.entries(parts.arguments ?? {})),
    accrual: parts.accrual ?? 'strongest',
  };
}

const unit = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);

export const standards: fc.Arbitrary<Standard> = fc.record({
  kind: fc.constantFrom(...standardKinds),
  least: fc.constantFrom(0, 0, 0, 0.2),
  margin: fc.constantFrom(0.5, 0.5, 0.1),
  contrary: fc.constantFrom(0.3, 0.3, 0.6),
});

const plain: fc.Arbitrary<Weighing> = fc.oneof(
  fc.constantFrom<Weighing>({ kind: 'linked' }, { kind: 'linked' }, { kind: 'convergent' }),
  unit.map((weight): Weighing => ({ kind: 'constant', weight })),
);

const weighings: fc.Arbitrary<Weighing> = fc.oneof(
  { weight: 4, arbitrary: plain },
  fc.constantFrom<Weighing>({ kind: 'cumulative' }, { kind: 'factorized' }),
  fc
    .record({
      hard: fc.array(fc.constantFrom('c0', 'c1'), { maxLength: 1 }),
      soft: fc.uniqueArray(
        fc.tuple(
          fc.constantFrom('c0', 'c1', 'c2'),
          fc.record({
            factor: fc.integer({ min: 1, max: 4 }),
            values: fc.array(fc.tuple(fc.constantFrom('v0', 'v1', 'v3', 'v5'), unit)),
          }),
        ),
        { selector: ([name]) => name, maxLength: 2 },
      ),
    })
    .map(({ hard, soft }): Weighing => ({
      kind: 'criteria',
      hard,
      soft: new Map(
        soft.map(([name, { factor, values }]) => [name, { factor, values: new Map(values) }]),
      ),
    })),
  fc
    .uniqueArray(
      fc.record({
        property: fc.constantFrom('authority', 'date'),
        order: fc.constantFrom<'ascending' | 'descending' | readonly string[]>(
          'ascending',
          'descending',
          ['low', 'high'],
        ),
      }),
      { selector: ({ property }) => property, minLength: 1 },
    )
    .map((by): Weighing => ({ kind: 'preference', by })),
);

const properties = fc.option(
  fc.tuple(fc.constantFrom('low', 'high', '3'), fc.constantFrom('2001-02-03', '7', '10')).map(
    ([authority, date]) =>
      new Map([
        ['authority', authority],
        ['date', date],
      ]),
  ),
  { nil: undefined },
);

const extras = fc.record({
  source: fc.option(fc.constantFrom('witness', 'letter'), { nil: undefined }),
  because: fc.option(fc.constant('a table says so'), { nil: undefined }),
  properties,
});

function withExtras(
  base: Argument,
  {
    source,
    because,
    properties: known,
  }: {
    source: string | undefined;
    because: string | undefined;
    properties: Map<string, string> | undefined;
  },
): Argument {
  return {
    ...base,
    ...(source === undefined ? {} : { source }),
    ...(because === undefined ? {} : { because }),
    ...(known === undefined ? {} : { properties: known }),
  };
}

/** Graphs of any shape: cycles, self-attacks, shared undercutters, issues, all ways to weigh. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 9 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `c${index % 3}(x,v${index})`);
    const id = fc.constantFrom(...ids);
    const premise = fc.oneof(
      id.map((statement): Premise => ({ statement })),
      fc.record({ role: fc.constantFrom('c0', 'major'), statement: id }),
    );
    const anArgument = fc
      .record({
        conclusion: id,
        premises: fc.array(premise, { maxLength: 3 }),
        undercutter: fc.option(id, { freq: 3 }),
        scheme: fc.constantFrom(null, 'testimony'),
        weighing: weighings,
        more: extras,
      })
      .map(({ more, ...base }) => withExtras(base, more));
    return fc.record({
      ids: fc.constant(ids),
      assumed: fc.subarray(ids),
      assumeFew: fc.integer({ min: 0, max: 3 }),
      all: fc.array(anArgument, { maxLength: 14 }),
      issueOf: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }),
      standard: fc.array(standards, { minLength: 5, maxLength: 5 }),
      accrual: fc.constantFrom('strongest' as const, 'independent' as const),
    });
  })
  .map(({ ids, assumed, assumeFew, all, issueOf, standard, accrual }) => ({
    statements: new Map(ids.map((id) => [id, { text: `Statement ${id}.` }])),
    assumptions: new Set(assumed.slice(0, assumeFew)),
    issues: issuesFrom(ids, issueOf, standard),
    arguments: new Map(all.map((one, index) => [`a${index}`, one])),
    accrual,
  }));

/** Statement by statement the number of its issue; 0 and 1 stand for none. */
function issuesFrom(
  ids: readonly string[],
  issueOf: readonly number[],
  standard: readonly Standard[],
): Graph['issues'] {
  const issues = new Map<string, { positions: string[]; standard: Standard }>();
  for (const [index, id] of ids.entries()) {
    const number = issueOf[index] ?? 0;
    const chosen = standard[number];
    if (number < 2 || chosen === undefined) continue;
    const issue = issues.get(`i${number}`) ?? { positions: [], standard: chosen };
    issue.positions.push(id);
    issues.set(`i${number}`, issue);
  }
  return issues;
}

/**
 * Graphs in layers of two statements, which may be the positions of one issue; arguments rest on lower
 * layers alone, and weigh as linked, convergent or constant.
 */
export const layeredGraph: fc.Arbitrary<Graph> = fc
  .integer({ min: 2, max: 5 })
  .chain((layers) => {
    const anArgument = fc
      .record({
        layer: fc.integer({ min: 1, max: layers - 1 }),
        side: fc.constantFrom('p', 'q'),
        below: fc.array(fc.tuple(fc.nat(100), fc.constantFrom('p', 'q')), { maxLength: 3 }),
        undercutter: fc.option(fc.tuple(fc.nat(100), fc.constantFrom('p', 'q')), { freq: 3 }),
        weighing: plain,
        more: extras,
      })
      .map(({ layer, side, below, undercutter, weighing, more }) => {
        const lower = ([depth, other]: readonly [number, string]) => `${other}${depth % layer}`;
        const base = argument(`${side}${layer}`, below.map(lower), {
          undercutter: undercutter === null ? null : lower(undercutter),
          weighing,
        });
        return withExtras(base, more);
      });
    return fc.record({
      layers: fc.constant(layers),
      all: fc.array(anArgument, { maxLength: 14 }),
      assumed: fc.subarray(['p0', 'q0']),
      atIssue: fc.array(fc.option(standards), { minLength: layers, maxLength: layers }),
      accrual: fc.constantFrom('strongest' as const, 'independent' as const),
    });
  })
  .map(({ layers, all, assumed, atIssue, accrual }) => {
    const numbers = Array.from({ length: layers }, (_, layer) => layer);
    return graphOf({
      statements: numbers.flatMap((layer) => [`p${layer}`, `q${layer}`]),
      assumptions: assumed,
      arguments: Object.fromEntries(all.map((one, index) => [`a${index}`, one])),
      issues: new Map(
        numbers.flatMap((layer) => {
          const standard = atIssue[layer] ?? null;
          if (standard === null || layer === 0) return [];
          return [[`i${layer}`, { positions: [`p${layer}`, `q${layer}`], standard }] as const];
        }),
      ),
      accrual,
    });
  });

/** One issue, hotly disputed: all premises are assumed, so that weights and standards decide. */
export const contest: fc.Arbitrary<Graph> = fc
  .record({
    positions: fc.integer({ min: 1, max: 3 }),
    all: fc.array(
      fc.record({ position: fc.nat(2), rests: fc.boolean(), weighing: weighings, more: extras }),
      { minLength: 1, maxLength: 7 },
    ),
    standard: standards,
    accrual: fc.constantFrom('strongest' as const, 'independent' as const),
  })
  .map(({ positions, all, standard, accrual }) =>
    graphOf({
      assumptions: ['c0(x,v0)', 'c1(x,v3)', 'c2(x,v5)'],
      issues: new Map([['i', { positions: ['p', 'q', 'r'].slice(0, positions), standard }]]),
      arguments: Object.fromEntries(
        all.map(({ position, rests, weighing, more }, index) => {
          const conclusion = ['p', 'q', 'r'][position % positions] ?? 'p';
          const premises = rests ? ['c0(x,v0)', 'c1(x,v3)', 'c2(x,v5)'].slice(index % 3) : [];
          return [`a${index}`, withExtras(argument(conclusion, premises, { weighing }), more)];
        }),
      ),
      accrual,
    }),
  );
