import type { Ask } from './ask.ts';
import type { Body, Plan } from './plan.ts';

/** Ids that the service gave out, by what they are of, and the tokens of who asks. */
export type World = {
  readonly tokens: readonly (string | null)[];
  readonly ids: ReadonlyMap<string, readonly string[]>;
};

const placeholder = /known(?::|%3A)(\w*)(?::|%3A)(\d+)/gi;
const nowhere = '0c0ffee0-0000-4000-8000-000000000000';

/** The request as it is sent: real ids in the place of those that were thought up. */
export function materialise(plan: Plan, world: World): Ask {
  const { body, method, query, tail, operation } = plan;
  const named = (words: string): string =>
    words.replaceAll(placeholder, (_, kind: string, which: string) => {
      const ids = world.ids.get(kind) ?? [];
      return ids[Number(which) % Math.max(1, ids.length)] ?? nowhere;
    });
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    named(plan.pieces[name] ?? ''),
  );
  const asked = query.length === 0 ? '' : `?${named(query.join('&'))}`;
  const token = plan.token ?? bearer(world.tokens[plan.who] ?? null);
  const bytes = body === null ? null : bytesOf(body, named);
  return {
    method,
    path: `${path}${tail}${asked}`.replaceAll(/[^\u0021-\u007e]/g, ''),
    headers: {
      ...plan.headers,
      ...(token === null ? {} : { authorization: token }),
      ...(body === null ? {} : { 'content-type': typeOf(body) }),
      ...(bytes === null ? {} : { 'content-length': String(bytes.length) }),
    },
    body: bytes,
  };
}

const bearer = (token: string | null): string | null => (token === null ? null : `Bearer ${token}`);

const boundary = 'between-two-parts';

function typeOf(body: Body): string {
  const isParts = body.kind === 'parts' && body.type === 'multipart/form-data';
  return isParts ? `${body.type}; boundary=${boundary}` : body.type;
}

function bytesOf(body: Body, named: (words: string) => string): Buffer {
  switch (body.kind) {
    case 'json':
      return Buffer.from(named(JSON.stringify(body.value) ?? ''));
    case 'bytes':
      return body.bytes;
    case 'parts': {
      const parts = body.parts.map(({ name, file, type, value }) => {
        const called =
          file === null ? '' : `; filename="${oneLine(file)}"\r\ncontent-type: ${type}`;
        return `--${boundary}\r\ncontent-disposition: form-data; name="${oneLine(name)}"${called}\r\n\r\n${value}\r\n`;
      });
      return Buffer.from(named(`${parts.join('')}--${boundary}--\r\n`));
    }
  }
}

const oneLine = (words: string): string => words.replaceAll(/[\r\n"]/g, ' ');
