import { canonicalId } from './atom.ts';
import type { Weighing } from './graph.ts';
import type { ArgumentScheme, IssueScheme, Pattern, Theory } from './scheme.ts';
import {
  field,
  fieldsOf,
  isList,
  listOf,
  mappingOf,
  namedParts,
  textOf,
  textsOf,
  type Part,
  type Reading,
} from './yaml-shape.ts';
import type { Source } from './yaml-source.ts';
import { weighingFrom } from './yaml-weighing.ts';

const schemeKeys = [
  'id',
  'meta',
  'variables',
  'weight',
  'premises',
  'deletions',
  'assumptions',
  'exceptions',
  'guards',
  'conclusions',
  'conclusion',
  'roles',
];

/** The schemes, issue schemes and language of a graph file. */
export function theoryFrom(
  fields: ReadonlyMap<string, Source>,
  named: ReadonlyMap<string, Weighing>,
  reading: Reading,
): Theory {
  const schemes = namedParts(field(fields, 'argument_schemes', []), reading).map((part) =>
    schemeFrom(part, named, reading),
  );
  return {
    schemes: new Map(schemes.map((scheme) => [scheme.id, scheme])),
    issueSchemes: issueSchemesFrom(field(fields, 'issue_schemes', []), reading),
    language: languageFrom(field(fields, 'language', []), reading),
  };
}

export function weighingsFrom(part: Part, reading: Reading): Map<string, Weighing> {
  const named = new Map<string, Weighing>();
  for (const { id, source, at } of namedParts(part, reading)) {
    named.set(id, weighingFrom({ source, at }, named, reading));
  }
  return named;
}

function schemeFrom(
  { id, source, at }: Part & { id: string },
  named: ReadonlyMap<string, Weighing>,
  reading: Reading,
): ArgumentScheme {
  const fields = fieldsOf({ source, at }, schemeKeys, reading);
  const part = (name: string) => field(fields, name, at);
  const patterns = (name: string) => patternsFrom(part(name), reading);
  const properties = propertiesFrom(part('meta'), reading);
  return {
    id,
    title: properties.get('title') ?? id,
    variables: textsOf(part('variables'), reading),
    // A premise that a rule would delete is a premise all the same: the graph only grows.
    premises: [...patterns('premises'), ...patterns('deletions')],
    assumptions: patterns('assumptions'),
    exceptions: patterns('exceptions'),
    guards: textsOf(part('guards'), reading),
    conclusions: ['conclusions', 'conclusion'].flatMap((name) =>
      textsOf(part(name), reading).map(canonicalId),
    ),
    weighing: weighingFrom(part('weight'), named, reading),
    properties,
  };
}

/** A list of terms, a list of `role: term`, or a mapping from roles to terms. */
export function patternsFrom(part: Part, reading: Reading): Pattern[] {
  const { source, at } = part;
  if (!isList(source) && typeof source !== 'string') return byRole(part, reading);
  return listOf({ source, at }, reading).flatMap((item) =>
    typeof item.source === 'string'
      ? [{ role: '', term: canonicalId(item.source) }]
      : byRole(item, reading),
  );
}

function byRole(part: Part, reading: Reading): Pattern[] {
  return Array.from(mappingOf(part, reading), ([role, source]) => ({
    role,
    term: canonicalId(textOf({ source, at: [...part.at, role] }, reading)),
  }));
}

/** Properties of a scheme or argument: what its `meta` holds as text. */
export function propertiesFrom(part: Part, reading: Reading): Map<string, string> {
  const properties = new Map<string, string>();
  for (const [name, source] of mappingOf(part, reading)) {
    if (typeof source === 'string') properties.set(name, source.trim());
  }
  return properties;
}

function issueSchemesFrom(part: Part, reading: Reading): IssueScheme[] {
  return Array.from(mappingOf(part, reading), ([id, source]) => ({
    id,
    patterns: textsOf({ source, at: [...part.at, id] }, reading).map(canonicalId),
  }));
}

function languageFrom(part: Part, reading: Reading): Map<string, string> {
  return new Map(
    Array.from(mappingOf(part, reading), ([form, source]) => [
      form,
      textOf({ source, at: [...part.at, form] }, reading),
    ]),
  );
}
