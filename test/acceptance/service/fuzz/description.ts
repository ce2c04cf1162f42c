import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { ask, jsonOf } from './ask.ts';

export type Schema = { readonly [key: string]: unknown };

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
};

export type Operation = {
  readonly method: string;
  /** `/v1/cases/{case}` */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Type of content to schema; empty where the operation takes no body. */
  readonly bodies: ReadonlyMap<string, Schema>;
  readonly bodyRequired: boolean;
  /** Status to type of content to schema. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Schema>>;
};

export type Description = {
  readonly operations: readonly Operation[];
  /** Looks up `{"$ref": …}`. */
  readonly resolve: (schema: Schema) => Schema;
  readonly validator: (schema: Schema) => ValidateFunction;
};

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type RawOperation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};
type RawDescription = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** What the started server says of itself at /v1/openapi.json. */
export async function readDescription(address: string): Promise<Description> {
  const answer = await ask(address, {
    method: 'GET',
    path: '/v1/openapi.json',
    headers: {},
    body: null,
  });
  const raw = jsonOf(answer) as RawDescription;
  // Some patterns are longer than strict mode likes, and defaults stand beside unions.
  const ajv = new Ajv2020({ strict: false, allErrors: false, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addFormat('binary', true);
  ajv.addSchema({ $id: 'court', components: raw.components });
  const known = new Map<Schema, ValidateFunction>();
  const { schemas } = raw.components;
  return {
    operations: operationsOf(raw),
    resolve: (schema) => {
      const name = referred(schema['$ref']);
      return name === undefined ? schema : (schemas[name] ?? {});
    },
    validator: (schema) => {
      const made = known.get(schema) ?? ajv.compile(inside(schema) as Schema);
      known.set(schema, made);
      return made;
    },
  };
}

/** References lead into the description wherever the schema is compiled. */
function inside(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"court#/components/'));
}

const referred = (reference: unknown): string | undefined =>
  typeof reference === 'string' ? /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1] : undefined;

function operationsOf({ paths }: RawDescription): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]): Operation => ({
      method: method.toUpperCase(),
      path,
      parameters: raw.parameters ?? [],
      bodies: schemasOf(raw.requestBody?.content),
      bodyRequired: raw.requestBody?.required === true,
      answers: new Map(
        Object.entries(raw.responses).map(([status, { content }]) => [status, schemasOf(content)]),
      ),
    })),
  );
}

function schemasOf(content: Content = {}): ReadonlyMap<string, Schema> {
  return new Map(Object.entries(content).map(([type, { schema = {} }]) => [type, schema]));
}
