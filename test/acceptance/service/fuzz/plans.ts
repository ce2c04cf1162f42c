import fc from 'fast-check';
import type { Description, Operation, Parameter, Schema } from './description.ts';
import {
  hostileBytes,
  hostileHeader,
  hostilePiece,
  hostileQuery,
  hostileString,
  hostileToken,
  hostileType,
  hostileValue,
} from './hostile.ts';
import { type Body, type Part, type Plan, type Twist, twisted } from './plan.ts';
import { fitting, type Resolve } from './values.ts';

/** Requests to all that is described: some fit, some nearly, some are meant ill. */
export function plans({ operations, resolve }: Description, cast: number): fc.Arbitrary<Plan> {
  const fit = fc.oneof(...operations.map((operation) => fittingPlan(operation, resolve, cast)));
  const twists = fc.oneof(
    { weight: 7, arbitrary: fc.constant([]) },
    { weight: 9, arbitrary: fc.array(twist, { minLength: 1, maxLength: 1 }) },
    { weight: 4, arbitrary: fc.array(twist, { minLength: 2, maxLength: 3 }) },
  );
  return fc.tuple(fit, twists).map(([plan, chosen]) => chosen.reduce(twisted, plan));
}

const twist: fc.Arbitrary<Twist> = fc.oneof(
  fc.record({ kind: fc.constant('piece' as const), at: fc.nat(5), value: hostilePiece }),
  fc.record({
    kind: fc.constant('tail' as const),
    value: fc.constantFrom('/', '//', '#x', ';x=y', '.json', '/..', '?', '%2f', '%00', '/%zz'),
  }),
  fc.record({ kind: fc.constant('query' as const), value: hostileQuery }),
  fc.record({
    kind: fc.constant('header' as const),
    name: fc.constantFrom(
      'if-match',
      'if-none-match',
      'idempotency-key',
      'accept',
      'accept-language',
      'content-encoding',
      'range',
      'origin',
      'x-request-id',
      'x-forwarded-for',
      'x-http-method-override',
      'expect',
      'last-event-id',
      'forwarded',
      'host',
    ),
    value: hostileHeader,
  }),
  fc.record({ kind: fc.constant('token' as const), value: hostileToken }),
  fc.record({
    kind: fc.constant('method' as const),
    value: fc.constantFrom('HEAD', 'OPTIONS', 'TRACE', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  }),
  fc.record({ kind: fc.constant('type' as const), value: hostileType }),
  fc.record({ kind: fc.constant('bytes' as const), value: hostileBytes }),
  fc.record({ kind: fc.constant('no-body' as const) }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('node' as const),
      at: fc.nat(30),
      value: hostileValue,
    }),
  },
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(30) }),
  fc.record({
    kind: fc.constant('add' as const),
    key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'id', 'court_id'), hostileString),
    value: hostileValue,
  }),
);

function fittingPlan(operation: Operation, resolve: Resolve, cast: number): fc.Arbitrary<Plan> {
  const { parameters, method } = operation;
  return fc
    .record({
      who: fc.nat(cast - 1),
      pieces: fc.record(
        Object.fromEntries(
          parameters
            .filter((one) => one.in === 'path')
            .map((one) => [one.name, valueOf(one, resolve).map(encodeURIComponent)]),
        ),
        { noNullPrototype: true },
      ),
      query: fc
        .tuple(...parameters.filter((one) => one.in === 'query').map((one) => pairs(one, resolve)))
        .map((all) => all.flat()),
      headers: headersOf(operation, resolve),
      body: bodyOf(operation, resolve),
    })
    .map((chosen) => ({ ...chosen, operation, method, tail: '', token: null }));
}

const valueOf = ({ schema, name }: Parameter, resolve: Resolve): fc.Arbitrary<string> =>
  fitting(schema, resolve, name).map((value) => String(value).toWellFormed());

function pairs(parameter: Parameter, resolve: Resolve): fc.Arbitrary<readonly string[]> {
  const { schema, name, required } = parameter;
  const one = fitting(schema, resolve, name).map((value) =>
    (Array.isArray(value) ? value : [value]).map(
      (each) => `${encodeURIComponent(name)}=${encodeURIComponent(String(each).toWellFormed())}`,
    ),
  );
  return required ? one : fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, one);
}

/** Headers that are described, and those of every write even where they are not. */
function headersOf(
  { parameters, method }: Operation,
  resolve: Resolve,
): fc.Arbitrary<Record<string, string>> {
  const described = parameters.filter((one) => one.in === 'header');
  const version = fc.nat(4).map((n) => `"${n}"`);
  const model: Record<string, fc.Arbitrary<string>> = method === 'GET'
    ? {}
    : { 'if-match': version, 'idempotency-key': fc.uuid() };
  for (const one of described) {
    const name = one.name.toLowerCase();
    if (name === 'if-match') continue;
    model[name] = valueOf(one, resolve).map((value) =>
      value.replaceAll(/[^\t\u0020-\u007e\u00a0-\u00ff]/g, ''),
    );
  }
  const requiredKeys = described.filter((one) => one.required).map(({ name }) => name);
  return fc.record(model, {
    requiredKeys: requiredKeys.filter((name) => name in model),
    noNullPrototype: true,
  });
}

function bodyOf({ bodies, bodyRequired }: Operation, resolve: Resolve): fc.Arbitrary<Body | null> {
  const each = [...bodies].map(([type, schema]) => bodyOfType(type, schema, resolve));
  if (each.length === 0) return fc.constant(null);
  return bodyRequired ? fc.oneof(...each) : fc.oneof(fc.constant(null), ...each);
}

function bodyOfType(type: string, schema: Schema, resolve: Resolve): fc.Arbitrary<Body> {
  if (type.includes('multipart')) return parts(type, schema, resolve);
  const value = fitting(schema, resolve);
  if (type.includes('json')) return value.map((one) => ({ kind: 'json', type, value: one }));
  return value.map((one) => ({ kind: 'bytes', type, bytes: Buffer.from(String(one)) }));
}

const contents = [
  ['letter.txt', 'text/plain', 'The cargo came on 3 March 2026.'],
  ['letter.pdf', 'application/pdf', '%PDF-1.7 that is none'],
  ['case.yaml', 'application/yaml', 'caption: Larch v. Rowan'],
  ['a.docx', 'application/octet-stream', 'PK\u0003\u0004'],
] as const;

function parts(type: string, schema: Schema, resolve: Resolve): fc.Arbitrary<Body> {
  const described = Object.entries((resolve(schema)['properties'] ?? {}) as Record<string, Schema>);
  const fields = described.length === 0 ? [['file', {}] as const] : described;
  return fc
    .tuple(
      ...fields.map(([name, part]) =>
        fc
          .tuple(fc.constantFrom(...contents), fitting(part, resolve, name), fc.boolean())
          .map(([[file, kind, content], value, isFile]): Part =>
            isFile || resolve(part)['format'] === 'binary'
              ? { name, file, type: kind, value: content }
              : { name, file: null, type: '', value: wordsOf(value) },
          ),
      ),
    )
    .map((all) => ({ kind: 'parts', type, parts: all }));
}

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
