import { describe, expect, test } from 'vitest';
import { openTestApp, seedCourt } from '../../../test/open-test-app.ts';
import { person } from '../../../test/open-test-database.ts';
import { postgresDocket } from '../../adapters/postgres/docket.ts';
import type { AppSettings } from '../app.ts';
import { registerCases } from './cases.ts';

const here = '11111111-1111-4111-8111-111111111111';
const elsewhere = '22222222-2222-4222-8222-222222222222';
const [clerk, counsel, other, observer, administrator] = [1, 2, 3, 4, 5] as const;
const roles = new Map<number, Record<string, string[]>>([
  [clerk, { [here]: ['clerk'] }],
  [counsel, { [here]: ['prosecutor'] }],
  [other, { [elsewhere]: ['clerk'] }],
  [observer, { [here]: ['observer'] }],
  [administrator, { [here]: ['administrator'] }],
]);

async function opened(settings: Partial<AppSettings> = {}) {
  const { app, opened } = await openTestApp(
    (n) => roles.get(n) ?? {},
    (app, { database }) => registerCases(app, (identity) => postgresDocket(database, identity)),
    settings,
  );
  await seedCourt(opened, here, [clerk, counsel, other, observer, administrator]);
  await seedCourt(opened, elsewhere, []);
  const ask = async (
    as: number | null,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await app.inject({
      method,
      url,
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      headers: {
        ...(as === null ? {} : { 'x-as': String(as) }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    const { statusCode: status, headers: answered } = response;
    return { status, headers: answered, body: response.body === '' ? null : response.json() };
  };
  const file = async (as: number, caption: string, more: object = {}) =>
    (await ask(as, 'POST', `/v1/courts/${here}/cases`, { caption, ...more })).body;
  return { app, ask, file, admin: opened.admin };
}

describe('a docket over HTTP', () => {
  test('shows everybody the courts in which they are somebody, and nobody else any', async () => {
    const { ask } = await opened();
    expect((await ask(clerk, 'GET', '/v1/courts')).body).toMatchObject([{ id: here }]);
    expect((await ask(other, 'GET', '/v1/courts')).body).toMatchObject([{ id: elsewhere }]);
    expect((await ask(null, 'GET', '/v1/courts')).body).toMatchObject({ rule: 'SV3' });
  });

  test('opens a case for counsel, who is of it from then on', async () => {
    const { ask } = await opened();
    const asked = { caption: 'Larch v. Rowan', role: 'prosecutor' };
    const made = await ask(counsel, 'POST', `/v1/courts/${here}/cases`, asked);
    expect(made).toMatchObject({
      status: 201,
      body: { caption: 'Larch v. Rowan', stage: 'filed', version: 0, sealed: false },
    });
    expect(made.headers['location']).toBe(`/v1/cases/${made.body.id}`);
    expect((await ask(counsel, 'GET', `/v1/cases/${made.body.id}/members`)).body).toEqual([
      { personId: person(counsel).claims.sub, role: 'prosecutor', party: null },
    ]);
  });

  test('[SV2] tells a case of another court and one that is nowhere alike', async () => {
    const { ask, file } = await opened();
    const { id } = await file(counsel, 'Larch v. Rowan');
    const foreign = await ask(other, 'GET', `/v1/cases/${id}`);
    const nowhere = await ask(other, 'GET', `/v1/cases/${crypto.randomUUID()}`);
    expect(foreign).toMatchObject({ status: 404, body: { rule: 'SV2' } });
    expect({ ...foreign.body, instance: '' }).toEqual({ ...nowhere.body, instance: '' });
    expect((await ask(clerk, 'GET', `/v1/courts/${elsewhere}/cases`)).status).toBe(404);
    expect((await ask(clerk, 'GET', '/v1/nothing')).body).toMatchObject({ rule: 'SV2' });
  });

  test('[SV4] lets nobody file who only looks', async () => {
    const { ask } = await opened();
    for (const as of [observer, administrator]) {
      const refused = await ask(as, 'POST', `/v1/courts/${here}/cases`, { caption: 'x' });
      expect(refused).toMatchObject({ status: 403, body: { rule: 'SV4' } });
    }
  });

  test('hides a sealed case from observers and administrators', async () => {
    const { ask, file } = await opened();
    const { id } = await file(counsel, 'In camera', { sealed: true, role: 'party' });
    for (const [as, status] of [
      [clerk, 200],
      [counsel, 200],
      [observer, 404],
      [administrator, 404],
    ] as const) {
      expect((await ask(as, 'GET', `/v1/cases/${id}`)).status).toBe(status);
    }
    expect((await ask(observer, 'GET', `/v1/courts/${here}/cases`)).body.items).toEqual([]);
  });

  test('[SV5] [SV12] a change rests on a version', async () => {
    const { ask, file } = await opened();
    const { id } = await file(counsel, 'Larch v. Rowan');
    const change = (headers: Record<string, string>) =>
      ask(clerk, 'PATCH', `/v1/cases/${id}`, { number: 'C-1/2026' }, headers);
    expect(await change({})).toMatchObject({ status: 428, body: { rule: 'SV12' } });
    expect(await change({ 'if-match': 'x' })).toMatchObject({ status: 400 });
    expect(await change({ 'if-match': '"7"' })).toMatchObject({
      status: 412,
      body: { rule: 'SV5' },
    });
    const changed = await change({ 'if-match': '"0"' });
    expect(changed).toMatchObject({ status: 200, body: { number: 'C-1/2026' } });
    expect(changed.headers['etag']).toBe('"0"');
  });

  test('[SV6] two cases of a court have two numbers', async () => {
    const { ask, file } = await opened();
    const [one, two] = [await file(counsel, 'One'), await file(counsel, 'Two')];
    const number = (id: string) =>
      ask(clerk, 'PATCH', `/v1/cases/${id}`, { number: 'C-1' }, { 'if-match': '"0"' });
    expect((await number(one.id)).status).toBe(200);
    expect(await number(two.id)).toMatchObject({
      status: 409,
      body: { rule: 'SV6', errors: [{ at: ['body', 'number'] }] },
    });
  });

  test('gives a list page by page, each case once, the latest first', async () => {
    const { ask, admin, file } = await opened();
    for (let n = 0; n < 7; n += 1) await file(counsel, `Case ${n}`);
    await admin(`update court.cases set updated_at = '2026-01-01' where caption like '%3'`);
    const seen: string[] = [];
    let cursor = '';
    do {
      const url = `/v1/courts/${here}/cases?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const { body } = await ask(clerk, 'GET', url);
      seen.push(...body.items.map(({ caption }: { caption: string }) => caption));
      cursor = body.next ?? '';
    } while (cursor !== '');
    expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `Case ${n}`));
    expect(seen.at(-1)).toBe('Case 3');
    for (const made of [
      'nonsense',
      `9999-99-99T00:00:00.000Z ${crypto.randomUUID()}`,
      '2026-01-01T00:00:00.000Z ------------------------------------',
    ]) {
      const cursor = Buffer.from(made).toString('base64url');
      const strange = await ask(clerk, 'GET', `/v1/courts/${here}/cases?cursor=${cursor}`);
      expect(strange).toMatchObject({ status: 200, body: { items: [], next: null } });
    }
  });

  test('finds letters of a caption as they stand', async () => {
    const { ask, file } = await opened();
    await file(counsel, '100% of Larch');
    await file(counsel, '100 of Rowan');
    const found = await ask(clerk, 'GET', `/v1/courts/${here}/cases?text=100%25&stage=filed`);
    expect(found.body.items).toMatchObject([{ caption: '100% of Larch' }]);
  });

  test('clerks admit and dismiss, others do not', async () => {
    const { ask, file } = await opened();
    const { id } = await file(counsel, 'Larch v. Rowan');
    const { sub: personId } = person(observer).claims;
    const admit = (as: number) =>
      ask(as, 'POST', `/v1/cases/${id}/members`, { personId, role: 'defender' });
    expect((await admit(counsel)).status).toBe(403);
    expect((await admit(clerk)).status).toBe(201);
    expect((await admit(clerk)).status).toBe(200);
    const nobody = { personId: crypto.randomUUID(), role: 'party' };
    expect(await ask(clerk, 'POST', `/v1/cases/${id}/members`, nobody)).toMatchObject({
      status: 404,
      body: { rule: 'SV2', errors: [{ at: ['body', 'personId'] }] },
    });
    const dismiss = (as: number) =>
      ask(as, 'DELETE', `/v1/cases/${id}/members/${personId}/defender`);
    expect((await dismiss(counsel)).status).toBe(403);
    expect((await dismiss(clerk)).status).toBe(204);
  });
});

describe('the service refuses by itself', () => {
  test('[SV1] what does not fit the schema, naming each field', async () => {
    const { ask, app } = await opened();
    const file = (body: unknown) => ask(counsel, 'POST', `/v1/courts/${here}/cases`, body);
    expect(await file({ caption: '', more: 1 })).toMatchObject({
      status: 400,
      body: {
        rule: 'SV1',
        errors: expect.arrayContaining([
          { rule: 'SV1', at: ['body', 'caption'], says: expect.any(String) },
        ]),
      },
    });
    expect((await file({ caption: 'a\u0000b' })).status).toBe(400);
    expect((await file({ caption: '\ud800' })).status).toBe(400);
    expect(await ask(clerk, 'GET', '/v1/courts/none')).toMatchObject({
      status: 400,
      body: { errors: [{ at: ['params', 'court'] }] },
    });
    const notJson = await app.inject({
      method: 'POST',
      url: `/v1/courts/${here}/cases`,
      headers: { 'content-type': 'application/json', 'x-as': '2' },
      payload: '{',
    });
    expect(notJson.json()).toMatchObject({ status: 400, rule: 'SV1' });
  });

  test('[SV3] a token that is none', async () => {
    const { app } = await opened();
    const refused = await app.inject({ url: '/v1/courts', headers: { 'x-as': 'nobody' } });
    expect(refused.json()).toMatchObject({ status: 401, rule: 'SV3' });
    expect(refused.headers['www-authenticate']).toBe('Bearer');
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });

  test('[SV7] who asks too often', async () => {
    const { ask } = await opened({ ratePerMinute: 2 });
    await ask(clerk, 'GET', '/v1/courts');
    await ask(clerk, 'GET', '/v1/courts');
    const refused = await ask(clerk, 'GET', '/v1/courts');
    expect(refused).toMatchObject({ status: 429, body: { rule: 'SV7' } });
    expect(refused.headers['retry-after']).toBeDefined();
    // Each is counted for themselves, and who is not signed in, by address.
    expect((await ask(counsel, 'GET', '/v1/courts')).status).toBe(200);
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await ask(null, 'GET', '/v1/courts')).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  test('[SV9] [SV10] a body that is too large, or of another type', async () => {
    const { ask, app } = await opened();
    const large = { caption: 'x'.repeat(200_000) };
    expect(await ask(counsel, 'POST', `/v1/courts/${here}/cases`, large)).toMatchObject({
      status: 413,
      body: { rule: 'SV9' },
    });
    const xml = await app.inject({
      method: 'POST',
      url: `/v1/courts/${here}/cases`,
      headers: { 'content-type': 'application/xml', 'x-as': '2' },
      payload: '<x/>',
    });
    expect(xml.json()).toMatchObject({ status: 415, rule: 'SV10' });
  });

  test('[SV8] [SV14] with 503 where it may be tried again, with 500 where it failed', async () => {
    const { app } = await openTestApp(
      () => ({}),
      (app) => {
        app.get('/busy', async () => {
          throw Object.assign(new Error('the pool is full'), { retryable: true });
        });
        app.get('/broken', async () => {
          throw new Error('a secret of the inside');
        });
      },
    );
    expect((await app.inject('/busy')).json()).toMatchObject({ status: 503, rule: 'SV8' });
    const broken = await app.inject('/broken');
    expect(broken.json()).toMatchObject({ status: 500, rule: 'SV14' });
    expect(broken.body).not.toContain('secret');
  });
});
