import { readFile } from 'node:fs/promises';
import { type Answer, type Ask, headerOf, jsonOf } from './ask.ts';
import type { Description, Operation } from './description.ts';
import { invalidBecause } from './oracle.ts';

/** Ids of the rules that docs/rules.md explains. */
export async function rulesOfThePage(): Promise<ReadonlySet<string>> {
  const page = await readFile(new URL('../../../../docs/rules.md', import.meta.url), 'utf8');
  return new Set([...page.matchAll(/^\| ([A-Z]+\d+) \|/gm)].map(([, id]) => id ?? ''));
}

const insides =
  /node_modules|\bat [\w.]+ \(|\.ts:\d+|syntax error at or near|violates|PostgreSQL|password_hash/;

/** All that is wrong with an answer; `operation` is what the request was meant for. */
export function troublesOf(
  description: Description,
  rules: ReadonlySet<string>,
  operation: Operation,
  ask: Ask,
  answer: Answer,
): readonly string[] {
  const { status, body } = answer;
  const found: string[] = [];
  if (status >= 500) found.push(`it failed: ${body.toString().slice(0, 300)}`);
  if (headerOf(answer, 'x-request-id') === '') found.push('there is no x-request-id');
  if (headerOf(answer, 'x-injected') !== '') found.push('a header was injected');
  if (status >= 400 && insides.test(body.toString())) found.push('it tells of its inside');
  found.push(...problemTroubles(rules, answer));
  const meant = meantFor(description, operation, ask);
  if (meant !== null) found.push(...schemaTroubles(description, meant, ask, answer));
  else if (status < 400 && ask.method !== 'OPTIONS') found.push('it answers what is not described');
  return found;
}

/** The operation that a request comes to, where that can be told: another method or path is another one. */
function meantFor({ operations }: Description, { path }: Operation, ask: Ask): Operation | null {
  const method = ask.method === 'HEAD' ? 'GET' : ask.method;
  const [asked = ''] = ask.path.split('?');
  const may = operations.filter((one) => one.method === method && reaches(one.path, asked));
  // A name that stands in the path goes before one that may be anything.
  return (
    may.find((one) => one.path === asked) ?? may.find((one) => one.path === path) ?? may[0] ?? null
  );
}

/** Whether an address may lead to this path, as far as its pieces tell. */
function reaches(path: string, asked: string): boolean {
  const names = path.split('/');
  const pieces = (asked.split(/[#;]/)[0] ?? '').split('/');
  return (
    names.length === pieces.length &&
    names.every((name, at) => name.startsWith('{') || name === pieces[at])
  );
}

function schemaTroubles(
  description: Description,
  operation: Operation,
  ask: Ask,
  answer: Answer,
): readonly string[] {
  const { status, body } = answer;
  const found: string[] = [];
  const described = operation.answers.get(String(status));
  if (status === 404 || status === 431) return found;
  if (described === undefined) return [`the status ${status} is not described`];
  if (status < 300) {
    const why = invalidBecause(description, operation, ask);
    if (why !== null) found.push(`the request is invalid: ${why}`);
  }
  if (ask.method === 'HEAD' || status === 204) {
    if (body.length > 0) found.push('there is a body where none may be');
    return found;
  }
  const type = mediaOf(answer);
  const schema = described.get(type) ?? described.get('*/*');
  const isVoid = [...described.values()].every(({ type: one = 'null' }) => one === 'null');
  if (body.length === 0 && isVoid) return found;
  if (schema === undefined) {
    if (described.size > 0) found.push(`the type ${type} is not described for ${status}`);
  } else if (type.includes('json')) {
    const fits = description.validator(schema);
    if (!fits(jsonOf(answer))) {
      const [error] = fits.errors ?? [];
      found.push(`the answer is off its schema: ${error?.instancePath} ${error?.message}`);
    }
  }
  return found;
}

const mediaOf = (answer: Answer): string =>
  (headerOf(answer, 'content-type').split(';')[0] ?? '').trim();

function problemTroubles(rules: ReadonlySet<string>, answer: Answer): readonly string[] {
  if (mediaOf(answer) !== 'application/problem+json' || answer.body.length === 0) return [];
  const told = jsonOf(answer) as {
    readonly instance?: unknown;
    readonly rule?: string;
    readonly status?: unknown;
    readonly errors?: readonly { readonly rule: string }[];
  };
  const found: string[] = [];
  if (told.instance !== headerOf(answer, 'x-request-id')) found.push('its instance is another');
  if (told.status !== answer.status) found.push('its status is another');
  for (const rule of [told.rule, ...(told.errors ?? []).map((one) => one.rule)]) {
    if (!rules.has(rule ?? '')) found.push(`docs/rules.md knows no rule ${rule}`);
  }
  return found;
}
