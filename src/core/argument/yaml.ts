import type { Refusal } from '../refusal.ts';
import { applySchemes } from './chain.ts';
import { checkGraph } from './graph-rules.ts';
import type { Graph, Label } from './graph.ts';
import type { Theory } from './scheme.ts';
import { declare, graphFrom } from './yaml-graph.ts';
import { field, fieldsOf, optionalText, textsOf, type Reading } from './yaml-shape.ts';
import { stringify } from 'yaml';
import type { Labelling } from './evaluate.ts';
import { written } from './yaml-written.ts';
import { readYaml, type Source } from './yaml-source.ts';
import { canonicalId } from './atom.ts';
import { theoryFrom, weighingsFrom } from './yaml-theory.ts';

/** A graph file as read, its schemes applied. */
export type GraphFile = {
  readonly title: string | null;
  readonly graph: Graph;
  /** Labels that the file says its statements get. */
  readonly tests: readonly LabelTest[];
  readonly theory: Theory;
  /** What a reader should know: keys that were not read, statements that were not declared. */
  readonly notes: readonly string[];
};

export type LabelTest = { readonly statement: string; readonly label: Label };

const fileKeys = [
  'meta',
  'references',
  'language',
  'weighing_functions',
  'argument_schemes',
  'issue_schemes',
  'statements',
  'issues',
  'arguments',
  'assumptions',
  'accrual',
  'tests',
];

/**
 * Reads an argument graph in the YAML of Carneades 4, and applies its schemes. Beyond that format it
 * reads what `graphToYaml` writes.
 */
export function graphFromYaml(text: string): GraphFile | { refusals: readonly Refusal[] } {
  const yaml = readYaml(text);
  if ('refusals' in yaml) return yaml;

  const reading: Reading = { refusals: [], notes: [] };
  const fields = fieldsOf({ source: yaml.source, at: [] }, fileKeys, reading);
  const named = weighingsFrom(field(fields, 'weighing_functions', []), reading);
  const theory = theoryFrom(fields, named, reading);
  const base = graphFrom(fields, theory, named, reading);
  const tests = testsFrom(fields, reading);
  if (reading.refusals.length > 0) return { refusals: reading.refusals };

  const applied = applySchemes(base, theory);
  if ('refusals' in applied) return applied;
  const tested = tests.map(({ statement }) => statement);
  const graph = declare(applied.graph, tested, 'tests', theory, reading);
  const refusals = checkGraph(graph);
  if (refusals.length > 0) return { refusals };
  const notes = [...reading.notes, ...applied.notes];
  return { title: titleFrom(fields, reading), graph, tests, theory, notes };
}

/** The graph in the same format; with a labelling, each statement carries its label. */
export function graphToYaml(graph: Graph, labelling?: Labelling): string {
  return stringify(written(graph, labelling), { lineWidth: 0, aliasDuplicateObjects: false });
}

function titleFrom(fields: ReadonlyMap<string, Source>, reading: Reading): string | null {
  const meta = fields.get('meta');
  return meta instanceof Map ? optionalText(field(meta, 'title', ['meta']), reading) : null;
}

function testsFrom(fields: ReadonlyMap<string, Source>, reading: Reading): LabelTest[] {
  const labels = ['in', 'out', 'undecided'] as const;
  const tests = fieldsOf(field(fields, 'tests', []), labels, reading);
  return labels.flatMap((label) =>
    textsOf(field(tests, label, ['tests']), reading).map((statement) => ({
      statement: canonicalId(statement),
      label,
    })),
  );
}
