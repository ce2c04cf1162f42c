import fc from 'fast-check';
import type { Schema } from './description.ts';

/** Stands for an id that the service gave out, and is put in its place when the request is sent. */
export const known = (kind: string, which: number): string => `known:${kind}:${which}`;

const deepest = 6;

export type Resolve = (schema: Schema) => Schema;

/** Values that fit a JSON Schema; `name` is what the value is called, for ids. */
export function fitting(
  schema: Schema,
  resolve: Resolve,
  name = '',
  depth = 0,
): fc.Arbitrary<unknown> {
  const found = resolve(schema);
  const one = (part: unknown): fc.Arbitrary<unknown> =>
    fitting(part as Schema, resolve, name, depth + 1);
  if (depth > deepest) return fc.constant(null);
  if ('const' in found) return fc.constant(found['const']);
  if (Array.isArray(found['enum'])) return fc.constantFrom(...(found['enum'] as unknown[]));
  for (const union of ['anyOf', 'oneOf']) {
    if (Array.isArray(found[union])) return fc.oneof(...found[union].map(one));
  }
  if (Array.isArray(found['allOf'])) {
    return fc
      .tuple(...found['allOf'].map(one))
      .map((parts) => Object.assign({}, ...parts) as unknown);
  }
  if (Array.isArray(found['type'])) {
    return fc.oneof(...found['type'].map((type: unknown) => one({ ...found, type })));
  }
  switch (found['type']) {
    case 'string':
      return text(found, name);
    case 'integer':
      return whole(found);
    case 'number':
      return fc.double({ ...bounds(found, -1e9, 1e9), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return list(found, one);
    case 'object':
      return record(found, resolve, depth);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

function bounds(schema: Schema, least: number, most: number) {
  return {
    min: number(schema['minimum'], number(schema['exclusiveMinimum'], least)),
    max: number(schema['maximum'], number(schema['exclusiveMaximum'], most)),
  };
}

function whole(schema: Schema): fc.Arbitrary<number> {
  const { min, max } = bounds(schema, -1_000, 1_000_000);
  const low = Math.ceil(min) + (schema['exclusiveMinimum'] === min ? 1 : 0);
  const high = Math.floor(Math.max(low, max)) - (schema['exclusiveMaximum'] === max ? 1 : 0);
  const small = fc.integer({ min: low, max: Math.min(high, low + 50) });
  return fc.oneof({ weight: 3, arbitrary: small }, fc.constantFrom(low, high));
}

function text(schema: Schema, name: string): fc.Arbitrary<string> {
  const least = number(schema['minLength'], 0);
  const most = Math.min(number(schema['maxLength'], 60), Math.max(least, 3_000));
  switch (schema['format']) {
    case 'uuid':
      return fc.oneof(
        { weight: 8, arbitrary: fc.nat(40).map((which) => known(name.replace(/Id$/, ''), which)) },
        fc.uuid(),
      );
    case 'date-time':
      return fc
        .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString());
    case 'date':
      return fc
        .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case 'email':
      return fc.emailAddress();
    case 'uri':
      return fc.webUrl();
    case 'binary':
      return fc.string({ unit: 'binary', maxLength: 200 });
    default:
  }
  if (typeof schema['pattern'] === 'string') return matching(schema['pattern'], least, most);
  const plain = fc.string({ unit: 'grapheme', minLength: least, maxLength: Math.min(most, 60) });
  const sensible = fc.constantFrom(
    ...['Larch v. Rowan', 'x', 'cargo 🚢', 'a'.repeat(most), 'Ñuñoa', '0'].filter(
      ({ length }) => length >= least && length <= most,
    ),
    'a'.repeat(Math.max(1, least)),
  );
  return fc.oneof(plain, sensible);
}

function matching(pattern: string, least: number, most: number): fc.Arbitrary<string> {
  try {
    return fc
      .stringMatching(new RegExp(pattern, 'u'))
      .filter(({ length }) => length >= least && length <= most);
  } catch {
    // Patterns that look around cannot be run backwards.
    return fc.string({ minLength: least, maxLength: most });
  }
}

function list(schema: Schema, one: (part: unknown) => fc.Arbitrary<unknown>) {
  if (Array.isArray(schema['prefixItems'])) return fc.tuple(...schema['prefixItems'].map(one));
  const minLength = number(schema['minItems'], 0);
  const maxLength = Math.max(minLength, Math.min(number(schema['maxItems'], 4), 4));
  return fc.array(one(schema['items'] ?? {}), { minLength, maxLength });
}

function record(schema: Schema, resolve: Resolve, depth: number): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  const required = (schema['required'] ?? []) as string[];
  const model = Object.fromEntries(
    Object.entries(properties).map(([key, part]) => [key, fitting(part, resolve, key, depth + 1)]),
  );
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}
