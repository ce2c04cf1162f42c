import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestApp } from '../../test/open-test-app.ts';
import { postgresRepeats } from '../adapters/postgres/repeats.ts';
import { registerIdempotency } from './idempotency.ts';
import { Refused } from './refuse.ts';

/** An app with one thing that can be made, and counts how often it was. */
async function opened(brokenOffMs = 60_000) {
  const made: string[] = [];
  let refused = 0;
  let failed = 0;
  const entered = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const { app, opened: base } = await openTestApp(
    () => ({}),
    (doors, { database }) => {
      registerIdempotency(doors, {
        repeatsFor: (identity) => postgresRepeats(database, identity),
        brokenOffMs,
      });
      const body = z.strictObject({ name: z.string() });
      doors.post('/v1/things', { schema: { body } }, async (request, reply) => {
        const { name } = request.body;
        entered.resolve();
        if (name === 'slow') await gate.promise;
        if (name === 'failing' && failed++ === 0) throw new Error('the disk is full');
        if (name === 'refused')
          throw new Refused({ rule: 'SV4', at: [], says: `No, ${refused++}.` });
        made.push(name);
        return reply
          .code(201)
          .header('location', `/v1/things/${made.length}`)
          .header('etag', `"${made.length}"`)
          .send({ n: made.length });
      });
      doors.delete('/v1/things/:n', async (_, reply) => {
        made.push('deleted');
        return reply.code(204).send();
      });
    },
  );
  const ask = async (name: string, key: string | null, as: number | null = 1) =>
    await app.inject({
      method: 'POST',
      url: '/v1/things',
      headers: {
        ...(as === null ? {} : { 'x-as': String(as) }),
        ...(key === null ? {} : { 'idempotency-key': key }),
      },
      payload: { name },
    });
  const go = () => gate.resolve();
  return { app, made, ask, entered: entered.promise, go, admin: base.admin };
}

describe('an Idempotency-Key', () => {
  test('makes one effect and one answer of five requests', async () => {
    const { made, ask } = await opened();
    const first = await ask('a lamp', 'key-1');
    expect(first).toMatchObject({ statusCode: 201 });
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    for (let times = 0; times < 4; times += 1) {
      const again = await ask('a lamp', 'key-1');
      expect(again.statusCode).toBe(201);
      expect(again.body).toBe(first.body);
      for (const name of ['location', 'etag', 'content-type']) {
        expect(again.headers[name]).toBe(first.headers[name]);
      }
      expect(again.headers['idempotent-replayed']).toBe('true');
    }
    expect(made).toEqual(['a lamp']);
  });

  test('is a person’s own, and without one every request is another', async () => {
    const { made, ask } = await opened();
    await ask('one', 'key-1', 1);
    await ask('two', 'key-1', 2);
    await ask('three', null);
    await ask('three', null);
    expect(made).toEqual(['one', 'two', 'three', 'three']);
  });

  test('[SV6] is under way until its first request is answered', async () => {
    const { made, ask, entered, go } = await opened();
    const first = ask('slow', 'key-1');
    await entered;
    const second = await ask('slow', 'key-1');
    expect(second.json()).toMatchObject({ status: 409, rule: 'SV6' });
    expect(second.headers['retry-after']).toBe('1');
    go();
    expect((await first).statusCode).toBe(201);
    expect((await ask('slow', 'key-1')).statusCode).toBe(201);
    expect(made).toEqual(['slow']);
  });

  test('[SV6] whose first request was broken off is refused for good', async () => {
    const { ask, admin, made } = await opened(1_000);
    const first = await ask('a lamp', 'key-1');
    await admin(
      `update court.idempotency_keys set status = null, created_at = now() - interval '1 hour'`,
    );
    const again = await ask('a lamp', 'key-1');
    expect(again.json()).toMatchObject({
      rule: 'SV6',
      detail: expect.stringContaining('broken off'),
    });
    expect(again.headers).not.toHaveProperty('retry-after');
    expect(first.statusCode).toBe(201);
    expect(made).toHaveLength(1);
  });

  test('[SV15] stands for one request', async () => {
    const { made, ask } = await opened();
    await ask('one', 'key-1');
    const other = await ask('two', 'key-1');
    expect(other.json()).toMatchObject({ status: 422, rule: 'SV15' });
    expect(made).toEqual(['one']);
  });

  test('[SV1] is visible ASCII, not too long', async () => {
    const { ask } = await opened();
    for (const key of ['', 'two words', 'x'.repeat(256), 'ñ']) {
      expect((await ask('one', key)).json()).toMatchObject({ status: 400, rule: 'SV1' });
    }
  });

  test('keeps a refusal as the answer, and gives itself back where the service failed', async () => {
    const { made, ask } = await opened();
    const refused = await ask('refused', 'key-1');
    expect((await ask('refused', 'key-1')).body).toBe(refused.body);
    expect((await ask('failing', 'key-2')).statusCode).toBe(500);
    expect((await ask('failing', 'key-2')).statusCode).toBe(201);
    expect(made).toEqual(['failing']);
  });

  test('holds for answers without a body', async () => {
    const { app, made } = await opened();
    for (let times = 0; times < 3; times += 1) {
      const gone = await app.inject({
        method: 'DELETE',
        url: '/v1/things/1',
        headers: { 'x-as': '1', 'idempotency-key': 'key-1' },
      });
      expect(gone).toMatchObject({ statusCode: 204, body: '' });
    }
    expect(made).toEqual(['deleted']);
  });
});
