import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../core/person/claims.ts';
import type { KeptAnswer, Repeats } from '../ports/repeats.ts';
import type { App } from './app.ts';
import { Refused } from './refuse.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key under which the answer to this request is kept, where this is the first of its kind. */
    repeatKey: string | null;
  }
}

export type Repeating = {
  readonly repeatsFor: (identity: Extract<Identity, { kind: 'person' }>) => Repeats;
  /** A request that has no answer after so long was broken off, in milliseconds. */
  readonly brokenOffMs: number;
};

const writes: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Members of an answer that are as much of it as the body. */
const keptHeaders = ['content-type', 'etag', 'location', 'link', 'www-authenticate'] as const;

/**
 * Every write of a signed-in caller may carry an `Idempotency-Key`: however often the request comes, it has
 * one effect, and the answer is the first one. Registered before the routes.
 *
 * The key is taken before the request does anything, and kept with its answer. What failed or found the service
 * busy gives it back. A process that dies in between leaves the key taken without an answer, and nobody can
 * say what became of the request: it is refused from then on, so that nothing is done twice.
 *
 * Refusals: SV1 the key is none; SV6 the first request is under way, or was broken off; SV15 the key stands
 * for another request.
 */
export function registerIdempotency(app: App, { repeatsFor, brokenOffMs }: Repeating): void {
  app.decorateRequest('repeatKey', null);

  app.addHook('preHandler', async (request, reply) => {
    const { identity, method, headers } = request;
    const given = headers['idempotency-key'];
    if (given === undefined || !writes.has(method) || identity.kind !== 'person') return;
    const key = keyOf(given);
    const begun = await repeatsFor(identity).begin(key, digestOf(request));
    switch (begun.kind) {
      case 'first':
        request.repeatKey = key;
        return;
      case 'answered':
        return await again(reply, begun.answer);
      case 'other':
        throw no('SV15', 'This Idempotency-Key stands for another request; choose a new one.');
      case 'under-way':
        if (begun.sinceMs > brokenOffMs) {
          throw no(
            'SV6',
            'The first request with this key was broken off, and nobody can say how far it came. ' +
              'See what became of it, and ask with a new key.',
          );
        }
        void reply.header('retry-after', '1');
        throw no('SV6', 'The first request with this key is under way; ask again in a moment.');
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { repeatKey: key, identity } = request;
    if (key === null || identity.kind !== 'person') return payload;
    request.repeatKey = null;
    const repeats = repeatsFor(identity);
    try {
      // What may pass by itself is no answer to keep.
      if (reply.statusCode >= 500 || reply.statusCode === 429) await repeats.giveBack(key);
      else await repeats.answer(key, answerOf(reply, payload));
    } catch (error) {
      // It was done; the caller hears so, and a repeat hears that nobody knows.
      request.log.error({ err: error }, 'an answer was not kept for its Idempotency-Key');
    }
    return payload;
  });
}

const no = (rule: string, says: string) =>
  new Refused({ rule, at: ['headers', 'idempotency-key'], says });

function keyOf(given: string | string[]): string {
  if (typeof given === 'string' && /^[\x21-\x7e]{1,255}$/.test(given)) return given;
  throw no('SV1', 'An Idempotency-Key has 1 to 255 visible characters of ASCII.');
}

/** All by which two requests are the same one. Of a body that is read as a stream, its length and digest. */
function digestOf({ method, url, headers, body }: FastifyRequest): string {
  const { 'if-match': rests, 'content-length': length, 'content-digest': digest } = headers;
  const streamed = body === undefined ? [length, digest] : [];
  const parts = [method, url, rests, JSON.stringify(body), ...streamed];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function answerOf(reply: FastifyReply, payload: unknown): KeptAnswer {
  const headers = keptHeaders.flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  const isText = typeof payload === 'string' || Buffer.isBuffer(payload);
  return {
    status: reply.statusCode,
    headers: Object.fromEntries(headers),
    body: isText ? payload.toString() : '',
  };
}

function again(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  void reply.code(status).headers({ ...headers, 'idempotent-replayed': 'true' });
  return body === '' ? reply.send() : reply.send(body);
}
