import type { Labelling } from './evaluate.ts';
import { standardOf, type Argument, type Graph, type Issue, type Weighing } from './graph.ts';
import { usualWeighing } from './yaml-weighing.ts';

/** Plain data that reads, once printed as YAML, as the same graph. */
export function written(graph: Graph, labelling?: Labelling): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ...(graph.accrual === 'strongest' ? [] : [['accrual', graph.accrual] as const]),
    [
      'statements',
      mapped(graph.statements, ({ text }, id) => writtenStatement(text, id, graph, labelling)),
    ],
    ['issues', mapped(graph.issues, writtenIssue)],
    ['arguments', mapped(graph.arguments, writtenArgument)],
  ]);
}

function writtenStatement(
  text: string,
  id: string,
  { assumptions }: Graph,
  labelling: Labelling | undefined,
): unknown {
  const assumed = assumptions.has(id) ? { assumed: true } : {};
  const label = labelling === undefined ? {} : { label: labelling.label(id) };
  const marks = { ...assumed, ...label };
  return Object.keys(marks).length === 0 ? text : { text, ...marks };
}

function writtenIssue({ positions, standard }: Issue): unknown {
  const usual = standardOf(standard.kind);
  const thresholds = (['least', 'margin', 'contrary'] as const)
    .filter((name) => standard[name] !== usual[name])
    .map((name) => [name, standard[name]] as const);
  return new Map<string, unknown>([
    ['positions', positions],
    ['standard', standard.kind],
    ...thresholds,
  ]);
}

function writtenArgument(argument: Argument): unknown {
  const { conclusion, premises, undercutter, scheme, weighing, source, because } = argument;
  const implied = scheme === null ? 'linked' : usualWeighing(scheme)?.kind;
  return new Map<string, unknown>([
    ['conclusion', conclusion],
    [
      'premises',
      premises.map(({ role, statement }) =>
        role === undefined ? statement : new Map([[role, statement]]),
      ),
    ],
    ...present('undercutter', undercutter),
    ...present('scheme', scheme),
    ...(weighing.kind === implied ? [] : [['weight', writtenWeighing(weighing)] as const]),
    ...present('source', source),
    ...present('because', because),
    ...present('meta', argument.properties),
  ]);
}

function writtenWeighing(weighing: Weighing): unknown {
  switch (weighing.kind) {
    case 'constant':
      return { constant: weighing.weight };
    case 'criteria':
      return { criteria: { hard: weighing.hard, soft: weighing.soft } };
    case 'preference':
      return { preference: weighing.by };
    case 'linked':
    case 'convergent':
    case 'cumulative':
    case 'factorized':
      return weighing.kind;
  }
}

function present(key: string, value: unknown): Array<readonly [string, unknown]> {
  return value === null || value === undefined ? [] : [[key, value]];
}

function mapped<Value>(
  values: ReadonlyMap<string, Value>,
  write: (value: Value, id: string) => unknown,
): ReadonlyMap<string, unknown> {
  return new Map(Array.from(values, ([id, value]) => [id, write(value, id)]));
}
