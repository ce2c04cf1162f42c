import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Refusal } from '../core/refusal.ts';
import type { App } from '../http/app.ts';
import { Refused } from '../http/refuse.ts';
import { problems, there } from '../http/v1/answers.ts';
import { detail } from '../wire/v1/live.ts';
import type { Caller, LiveDesk } from './desk.ts';
import type { Doorman } from './doorman.ts';
import type { FollowRequest, Hub } from './hub.ts';
import { frameOf, type Line } from './line.ts';
import { refusals } from './refusals.ts';
import { wholeInAddress } from '../wire/v1/page.ts';

const query = z.object({
  after: wholeInAddress(0, 2_147_483_647).default(0),
  detail: detail.default('lines'),
});
const headers = z.object({
  'last-event-id': z
    .string()
    .regex(/^\d{1,9}$/u)
    .optional(),
});

export type EventStreams = {
  /** Ends all streams: the readers come again where they stopped. */
  close(): void;
};

/** The way for who cannot speak WebSocket: the same messages, one after the other, in one answer of HTTP. */
export function registerEventStream(
  app: App,
  hub: Hub,
  desk: LiveDesk,
  door: Doorman,
): EventStreams {
  const open = new Set<(refusal: Refusal, at: null, retryAfterMs: number) => void>();

  app.get(
    '/v1/cases/:case/live',
    {
      schema: {
        tags: ['live'],
        params: z.object({ case: z.uuid() }),
        querystring: query,
        headers,
        response: {
          ...problems,
          200: { content: { 'text/event-stream': { schema: z.string() } } },
        },
      },
    },
    async ({ identity, params, query: asked, headers: { 'last-event-id': last } }, reply) => {
      if (identity.kind !== 'person') {
        throw new Refused({
          rule: 'SV3',
          at: ['headers', 'authorization'],
          says: 'Sign in first.',
        });
      }
      there(await desk.entryFor(identity)(params.case), 'case');
      const guest = door.guest(identity.claims.sub);
      if ('rule' in guest) throw new Refused({ ...guest, rule: 'SV7' });
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.raw.once('close', () => guest.leave());
      const after = last === undefined ? asked.after : Number(last);
      await stream(reply.raw, identity, { case: params.case, after, detail: asked.detail });
    },
  );

  async function stream(answer: ServerResponse, caller: Caller, asked: FollowRequest) {
    const line = lineTo(answer);
    let at = (): number => asked.after;
    const drop = (refusal: Refusal, stopped: number | null, retryAfterMs: number | null): void => {
      const resume = [{ case: asked.case, after: stopped ?? at() }];
      const told = { ...refusal, at: [...refusal.at] };
      line.send(
        frameOf({ type: 'dropped', case: asked.case, refusal: told, resume, retryAfterMs }),
      );
      line.end(1000, refusal.rule);
    };
    // A comment now and then keeps what lies between from closing a silent connection.
    const heartbeat = setInterval(() => answer.write(':\n\n'), desk.limits.heartbeatMs);
    const left = Math.max(0, caller.claims.exp * 1_000 - desk.now());
    const expiry = setTimeout(() => drop(refusals.expired, null, 0), Math.min(left, 2_147_483_647));
    open.add(drop);
    const gone = (): void => {
      clearInterval(heartbeat);
      clearTimeout(expiry);
      open.delete(drop);
    };
    answer.on('error', () => {});
    answer.once('close', gone);
    try {
      const following = await hub.follow(line, caller, asked, (refusal, stopped) => {
        drop(refusal, stopped, 1_000);
      });
      if ('rule' in following) drop(following, null, null);
      else if (answer.closed) following.leave();
      else {
        at = following.at;
        answer.once('close', () => following.leave());
      }
    } catch (error) {
      desk.fault(error, 'a stream could not begin');
      drop(refusals.trouble, null, 1_000);
    }
  }

  return {
    close() {
      for (const drop of open) drop(refusals.closing, null, 1_000);
    },
  };
}

function lineTo(answer: ServerResponse): Line {
  answer.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies that gather answers are asked not to.
    'x-accel-buffering': 'no',
  });
  return {
    send({ json, id }) {
      if (answer.writableEnded) return;
      answer.write(id === null ? 'data: ' : `id: ${id}\ndata: `);
      answer.write(json);
      answer.write('\n\n');
    },
    buffered: () => answer.writableLength,
    end: () => void answer.end(),
  };
}
