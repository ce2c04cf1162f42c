import type { Ask } from './ask.ts';
import type { Description, Operation, Parameter, Schema } from './description.ts';

/** Why the description calls this request invalid, or `null` where it does not, or cannot tell. */
export function invalidBecause(
  description: Description,
  operation: Operation,
  ask: Ask,
): string | null {
  const [path = '', query = ''] = ask.path.split(/\?(.*)/s);
  return (
    pathTrouble(description, operation, path) ??
    queryTrouble(description, operation, query) ??
    headerTrouble(description, operation, ask) ??
    bodyTrouble(description, operation, ask)
  );
}

function pathTrouble(
  description: Description,
  { path, parameters }: Operation,
  asked: string,
): string | null {
  const names = path.split('/');
  const pieces = asked.split('/');
  if (pieces.length !== names.length || /[#;]/.test(asked)) return null;
  for (const [at, name] of names.entries()) {
    const parameter = parameters.find((one) => one.in === 'path' && `{${one.name}}` === name);
    if (parameter === undefined) continue;
    const value = decoded(pieces[at] ?? '');
    if (value === null) return `path ${name} is not well-formed`;
    const why = misfit(description, parameter, value);
    if (why !== null) return why;
  }
  return null;
}

function decoded(words: string): string | null {
  try {
    return decodeURIComponent(words);
  } catch {
    return null;
  }
}

function queryTrouble(
  description: Description,
  { parameters }: Operation,
  query: string,
): string | null {
  const asked = new URLSearchParams(query);
  for (const parameter of parameters.filter((one) => one.in === 'query')) {
    const values = asked.getAll(parameter.name);
    if (values.length === 0 && parameter.required) return `query ${parameter.name} is missing`;
    const isList = description.resolve(parameter.schema)['type'] === 'array';
    if (values.length > 1 && !isList) return `query ${parameter.name} is there twice`;
    if (isList) continue;
    for (const value of values) {
      const why = misfit(description, parameter, value);
      if (why !== null) return why;
    }
  }
  return null;
}

function headerTrouble(
  description: Description,
  { parameters }: Operation,
  { headers }: Ask,
): string | null {
  for (const parameter of parameters.filter((one) => one.in === 'header')) {
    const value = headers[parameter.name.toLowerCase()];
    if (value === undefined) {
      if (parameter.required) return `header ${parameter.name} is missing`;
      continue;
    }
    // What stands around a value of a header is not part of it.
    const why = misfit(description, parameter, String(value).trim());
    if (why !== null) return why;
  }
  return null;
}

function misfit(description: Description, parameter: Parameter, words: string): string | null {
  const schema = description.resolve(parameter.schema);
  const value = typed(schema, words);
  const fits = description.validator(parameter.schema);
  if (fits(value)) return null;
  const said = `${parameter.in} ${parameter.name} = ${JSON.stringify(words.slice(0, 80))}`;
  return `${said} ${fits.errors?.[0]?.message ?? 'does not fit'}`;
}

/** A text of the address as the type that the schema awaits; as it stands where it is no such thing. */
function typed({ type }: Schema, words: string): unknown {
  if (type === 'integer' || type === 'number') {
    return /^-?\d+(?:\.\d+)?$/.test(words) ? Number(words) : words;
  }
  if (type === 'boolean' && (words === 'true' || words === 'false')) return words === 'true';
  return words;
}

function bodyTrouble(
  description: Description,
  { bodies, bodyRequired }: Operation,
  { headers, body }: Ask,
): string | null {
  if (bodies.size === 0) return null;
  if (body === null || body.length === 0) return bodyRequired ? 'the body is missing' : null;
  const type = String(headers['content-type'] ?? '');
  const [media = '', ...more] = type.toLowerCase().split(';');
  const schema = bodies.get(media.trim());
  if (schema === undefined) return `the body is of the type ${JSON.stringify(type)}`;
  if (!media.includes('json') || more.length > 0) return null;
  // RFC 8259 lets a reader pass over a byte order mark.
  const words = body.toString().replace(/^\ufeff/, '');
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch {
    return 'the body is not JSON';
  }
  const fits = description.validator(schema);
  if (fits(value)) return null;
  const [error] = fits.errors ?? [];
  return `body${error?.instancePath ?? ''} ${error?.message ?? 'does not fit'}`;
}
