import { argumentFrom } from './yaml-argument.ts';
import { canonicalId } from './atom.ts';
import { standardOf, type Graph, type Issue, type Statement } from './graph.ts';
import type { Standard, StandardKind, Weighing } from './graph.ts';
import type { Theory } from './scheme.ts';
import { sentence } from './sentence.ts';
import {
  field,
  fieldsOf,
  namedParts,
  numberOf,
  optionalText,
  refuse,
  textsOf,
  type Part,
  type Reading,
} from './yaml-shape.ts';
import { placeOf, type Source } from './yaml-source.ts';

/** The graph as it is written in the file, before any scheme is applied. */
export function graphFrom(
  fields: ReadonlyMap<string, Source>,
  theory: Theory,
  named: ReadonlyMap<string, Weighing>,
  reading: Reading,
): Graph {
  const { statements, assumed } = statementsFrom(field(fields, 'statements', []), reading);
  const listed = textsOf(field(fields, 'assumptions', []), reading).map(canonicalId);
  const graph: Graph = {
    statements,
    assumptions: new Set([...assumed, ...listed]),
    issues: new Map(
      namedParts(field(fields, 'issues', []), reading).map((part) => [
        part.id,
        issueFrom(part, reading),
      ]),
    ),
    arguments: new Map(
      namedParts(field(fields, 'arguments', []), reading).map((part) => [
        part.id,
        argumentFrom(part, theory, named, reading),
      ]),
    ),
    accrual: accrualFrom(field(fields, 'accrual', []), reading),
  };
  return declare(graph, listed, 'assumptions', theory, reading);
}

/** The graph with these statements in it too, and a note of those that nobody declared. */
export function declare(
  graph: Graph,
  ids: readonly string[],
  where: string,
  { language }: Theory,
  { notes }: Reading,
): Graph {
  const unknown = new Set(ids.filter((id) => !graph.statements.has(id)));
  if (unknown.size === 0) return graph;
  const added = Array.from(unknown, (id) => ({ id, words: sentence(id, language) }));
  const strange = added.filter(({ words }) => words === null).map(({ id }) => id);
  if (strange.length > 0) {
    notes.push(`Not declared, but named under ${where}: ${strange.join(', ')}.`);
  }
  const statements = new Map(graph.statements);
  for (const { id, words } of added) statements.set(id, { text: words ?? id });
  return { ...graph, statements };
}

type Statements = { statements: Map<string, Statement>; assumed: string[] };

/** `id: text`, or `id: { text, assumed }`; what has no text is called by its id. */
function statementsFrom(part: Part, reading: Reading): Statements {
  const statements = new Map<string, Statement>();
  const assumed: string[] = [];
  for (const { id: written, source, at } of namedParts(part, reading)) {
    const id = canonicalId(written);
    if (statements.has(id)) {
      refuse(reading, 'AG29', at, `Two statements are called «${id}» (${placeOf(at)}).`);
    }
    if (typeof source === 'string') {
      statements.set(id, { text: source.trim() || id });
      continue;
    }
    const fields = fieldsOf({ source, at }, ['id', 'text', 'assumed', 'label', 'meta'], reading);
    statements.set(id, { text: optionalText(field(fields, 'text', at), reading) ?? id });
    if (optionalText(field(fields, 'assumed', at), reading) === 'true') assumed.push(id);
  }
  return { statements, assumed };
}

function issueFrom(part: Part, reading: Reading): Issue {
  const read = ['id', 'meta', 'positions', 'standard', 'least', 'margin', 'contrary'];
  const fields = fieldsOf(part, read, reading);
  return {
    positions: textsOf(field(fields, 'positions', part.at), reading).map(canonicalId),
    standard: standardFrom(fields, part.at, reading),
  };
}

const standardsByName: ReadonlyMap<string, StandardKind> = new Map([
  ['scintilla', 'scintilla'],
  ['se', 'scintilla'],
  ['dialectical-validity', 'dialectical-validity'],
  ['dv', 'dialectical-validity'],
  ['pe', 'PE'],
  ['cce', 'CCE'],
  ['brd', 'BRD'],
]);

function standardFrom(
  fields: ReadonlyMap<string, Source>,
  at: Part['at'],
  reading: Reading,
): Standard {
  const part = field(fields, 'standard', at);
  const name = optionalText(part, reading) ?? 'PE';
  const kind = standardsByName.get(name.toLowerCase());
  if (kind === undefined) {
    refuse(reading, 'AG28', part.at, `No standard is called «${name}» (${placeOf(part.at)}).`);
    return standardOf('PE');
  }
  const usual = standardOf(kind);
  const threshold = (threshold: 'least' | 'margin' | 'contrary') =>
    fields.has(threshold) ? numberOf(field(fields, threshold, at), reading) : usual[threshold];
  return {
    kind,
    least: threshold('least'),
    margin: threshold('margin'),
    contrary: threshold('contrary'),
  };
}

function accrualFrom(part: Part, reading: Reading): Graph['accrual'] {
  const name = optionalText(part, reading) ?? 'strongest';
  if (name === 'strongest' || name === 'independent') return name;
  const says = `Arguments accrue as strongest or independent, not «${name}» (${placeOf(part.at)}).`;
  refuse(reading, 'AG26', part.at, says);
  return 'strongest';
}
