import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openTestApp, seedCourt } from '../../../test/open-test-app.ts';
import { fileFolder, openTestCourthouse, type OpenedHouse } from '../../../test/open-courthouse.ts';
import { person } from '../../../test/open-test-database.ts';
import { root } from '../../../test/hear-folder.ts';
import { typstPrinter } from '../../adapters/typst/printer.ts';
import { systemHashing } from '../../adapters/system/hashing.ts';
import { readBundle, writeBundle } from '../../adapters/zip/bundle.ts';
import { isReceipt } from '../../core/record/receipt.ts';
import { verifyBundle } from '../../core/record/bundle.ts';
import { describeApi } from '../docs.ts';
import { registerHearings } from './hearing-routes.ts';

const here = '11111111-1111-4111-8111-111111111111';
const heater = '33333333-3333-4333-8333-333333333333';
const [clerk, judge, counsel, defender, observer, stranger] = [1, 2, 3, 4, 5, 6] as const;
const roles = new Map<number, Record<string, string[]>>([
  [clerk, { [here]: ['clerk'] }],
  [judge, { [here]: ['judge'] }],
  [counsel, { [here]: ['prosecutor'] }],
  [defender, { [here]: ['defender'] }],
  [observer, { [here]: ['observer'] }],
]);

type Asked = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

async function opened() {
  let house: OpenedHouse | undefined;
  let papers: ReadonlyMap<string, Uint8Array> = new Map();
  const { app, opened: base } = await openTestApp(
    (n) => roles.get(n) ?? {},
    async (made, { database, settings }) => {
      house = openTestCourthouse(database, settings.url);
      await describeApi(made, () => '');
      registerHearings(made, {
        house,
        bundling: {
          printer: typstPrinter(),
          archive: { pack: writeBundle, open: readBundle },
          hashing: systemHashing,
          originals: async () => papers,
        },
        minds: ['offline'],
      });
    },
  );
  if (house === undefined) throw new Error('no house');
  await seedCourt(base, here, [clerk, judge, counsel, defender, observer, stranger]);
  await base.admin(
    `insert into court.cases (id, record, court_id, jurisdiction, filed_by) values ($1, 'heater', $2, 'model', null)`,
    [heater, here],
  );
  for (const [n, role] of [
    [judge, 'judge'],
    [counsel, 'prosecutor'],
    [defender, 'defender'],
  ] as const) {
    await base.admin(
      `insert into court.case_members (case_id, person_id, role, court_id) values ($1, $2, $3, $4)`,
      [heater, person(n).claims.sub, role, here],
    );
  }
  const ask = async (
    as: number,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    { body, headers = {} }: Asked = {},
  ) => {
    const response = await app.inject({
      method,
      url: path.startsWith('/v1') ? path : `/v1/cases/${heater}${path}`,
      headers: {
        'x-as': String(as),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const isJson = /application\/(problem\+)?json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers,
      body: isJson ? response.json() : response.body,
      bytes: response.rawPayload,
    };
  };
  const on = (version: number) => ({ 'if-match': `"${version}"` });
  const roomOf = async (as: number) => (await ask(as, 'GET', '/room')).body;
  /** Waits until the room is so. */
  const until = async (as: number, is: (room: any) => boolean) => {
    for (let looks = 0; looks < 600; looks += 1) {
      const room = await roomOf(as);
      if (is(room)) return room;
      await pause(50);
    }
    throw new Error(`never: ${JSON.stringify(await roomOf(as)).slice(0, 2_000)}`);
  };
  const file = async (of: OpenedHouse) => {
    papers = await fileFolder(of, 'heater', `${root}cases/greenhouse-heater`);
  };
  /** Schedules a sitting and opens it. */
  const sit = async () => {
    const body = { startsAt: '2026-03-02T09:00:00Z' };
    const { body: made } = await ask(clerk, 'POST', '/hearings', { body });
    const opening = { body: { state: 'open' }, headers: on(1) };
    return await ask(judge, 'PUT', `/v1/hearings/${made.id}/state`, opening);
  };
  return { app, house, ask, on, roomOf, until, file, sit, admin: base.admin };
}

describe('a hearing over HTTP', () => {
  test('is heard by a worker to the draft, and a judge signs it', async () => {
    const { app, house, ask, on, until, file, sit } = await opened();
    await file(house);
    const before = (await ask(observer, 'GET', '/room')).body;
    expect(before).toMatchObject({ state: 'not-opened', floor: null, sitting: null });
    expect((await sit()).body).toMatchObject({ state: 'open', version: 2 });
    const worker = await house.work();
    const room = await until(judge, ({ state, sitting }) => state === 'closed' && sitting === null);
    await worker.drain(5_000);
    expect(room).toMatchObject({ hasDraft: true, phase: null });
    expect(room.seats.map(({ holder }: any) => holder.mind)).toEqual(Array(5).fill('offline'));

    const draft = await ask(observer, 'GET', '/draft');
    expect(draft.body).toMatchObject({ draft: { format: 'first-court-draft/1' }, decision: null });
    expect((await ask(judge, 'GET', '/draft?format=markdown')).body).toContain('# ');
    expect((await ask(judge, 'GET', '/draft?format=pdf')).bytes.subarray(0, 5).toString()).toBe(
      '%PDF-',
    );

    const sign = (as: number, version: number) =>
      ask(as, 'POST', '/draft/signature', { body: {}, headers: on(version) });
    expect((await sign(judge, room.version)).body).toMatchObject({ rule: 'SV4' });
    expect((await ask(counsel, 'PUT', '/seats/judge', { body: { kind: 'person' } })).status).toBe(
      403,
    );
    expect((await ask(judge, 'PUT', '/seats/judge', { body: { kind: 'person' } })).status).toBe(
      200,
    );
    const seated = await until(judge, ({ yours }) => yours.length === 1);
    expect(seated.yours).toEqual([{ seat: 'judge', acts: ['sign', 'reject'] }]);
    expect((await sign(judge, seated.version - 1)).status).toBe(412);
    expect((await sign(counsel, seated.version)).status).toBe(403);
    const signed = await sign(judge, seated.version);
    expect(signed).toMatchObject({
      status: 201,
      body: { decision: { decision: 'signed', by: 'Person 2' } },
    });
    expect((await sign(judge, signed.body.version)).body).toMatchObject({
      rule: 'HR1',
      status: 409,
    });

    const heads = (await ask(observer, 'GET', '/record/heads')).body;
    expect(heads.map(({ purpose }: any) => purpose)).toEqual([
      'hearing-closed',
      'draft-made',
      'draft-signed',
    ]);
    const receipt = (await ask(observer, 'GET', '/record/receipt')).body;
    expect(receipt).toMatchObject({ case: 'heater', seq: signed.body.version });
    expect(isReceipt(receipt)).toBe(true);
    expect(isReceipt({ ...receipt, seq: receipt.seq - 1 })).toBe(false);

    const bundle = await ask(observer, 'GET', '/bundle');
    const files = await readBundle(new Uint8Array(bundle.bytes));
    if (files.kind === 'refused') throw new Error(JSON.stringify(files.refusals));
    const verdict = verifyBundle(files.files);
    expect(verdict.findings).toEqual([]);
    expect(verdict.missingFiles).toEqual([]);

    const page = (await ask(observer, 'GET', '/record/events?limit=3')).body;
    expect(page.items.map(({ seq }: any) => seq)).toEqual([1, 2, 3]);
    expect(page.next).toBe('3');
    const lines = await ask(judge, 'GET', '/record/events?cursor=3', {
      headers: { accept: 'application/x-ndjson' },
    });
    const [first] = lines.body.split('\n');
    expect(JSON.parse(first)).toMatchObject({ seq: 4, case: 'heater' });

    const graph = (await ask(observer, 'GET', '/arguments')).body;
    expect(graph.issues.length).toBeGreaterThan(3);
    const why = (await ask(observer, 'GET', '/arguments/granted/why')).body;
    expect(why).toMatchObject({
      target: 'granted',
      flips: { exhibits: { sets: expect.any(Array) } },
    });
    expect((await ask(observer, 'GET', '/arguments/nothing/why')).status).toBe(404);
    const said = (await ask(observer, 'GET', '/transcript?limit=5')).body;
    expect(said.items).toHaveLength(5);
    const api = (await app.inject({ url: '/v1/openapi.json' })).json();
    expect(Object.keys(api.paths)).toContain('/v1/cases/{case}/room');
  });

  test('a person takes the defence in mid-hearing, objects, is ruled upon, and leaves', async () => {
    const { house, ask, on, until, file, sit } = await opened();
    await file(house);
    await ask(defender, 'PUT', '/seats/defender', { body: { kind: 'person' } });
    await sit();
    const worker = await house.work();
    const notes = await ask(defender, 'PUT', '/seats/defender/workspace', {
      body: { notes: 'Object to the letter.' },
      headers: on(0),
    });
    expect(notes).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await ask(counsel, 'GET', '/seats/defender/workspace')).status).toBe(404);
    expect((await ask(judge, 'GET', '/seats/defender/workspace')).status).toBe(404);

    const act = async (version: number, move: unknown, as: number = defender) =>
      ask(as, 'POST', '/acts', { body: { seat: 'defender', move }, headers: on(version) });
    const mayDo = (act: string) => (room: any) =>
      room.yours.some(({ acts }: any) => acts.includes(act)) || room.state === 'closed';
    let room = await until(defender, (one) => one.yours[0].acts.length > 0);
    let objected = 0;
    for (let turns = 0; turns < 60 && room.state === 'in-session' && objected === 0; turns += 1) {
      const mine = room.yours[0].acts;
      if (mine.includes('object')) {
        const { exhibits, grounds } = room.pending;
        const body = {
          act: 'object',
          exhibit: exhibits[0] ?? null,
          ground: grounds[0].id,
          text: 'It proves nothing here.',
        };
        expect(await act(room.version, body, judge)).toMatchObject({ body: { rule: 'SV4' } });
        expect(await act(room.version - 1, body)).toMatchObject({ status: 412 });
        expect(
          await act(room.version, { act: 'rule', overruled: true, text: 'So.' }),
        ).toMatchObject({
          status: 409,
        });
        expect(await act(room.version, { ...body, ground: 'dislike' })).toMatchObject({
          status: 422,
          body: { rule: 'CA4' },
        });
        expect(await act(room.version, { act: 'sing' })).toMatchObject({ body: { rule: 'MV1' } });
        const done = await act(room.version, body);
        expect(done).toMatchObject({ status: 201 });
        objected = done.body.version;
      } else {
        expect((await act(room.version, moveFor(mine))).status).toBe(201);
      }
      room = await until(defender, (one) => one.version > room.version && mayDoNow(one));
    }
    expect(objected).toBeGreaterThan(0);
    const said = room.transcript.items.filter(({ seq }: any) => seq > objected - 3);
    expect(said.map(({ kind }: any) => kind)).toContain('ruling');
    expect(said.find(({ text }: any) => text.includes('It proves nothing here.'))).toMatchObject({
      seat: 'defender',
      by: { kind: 'person', name: 'Person 4' },
    });
    expect(mayDo('pass')(room)).toBe(true);

    const left = await ask(defender, 'DELETE', '/seats/defender');
    expect(left.body.find(({ seat }: any) => seat === 'defender').holder).toEqual({
      kind: 'mind',
      mind: 'offline',
    });
    const over = await until(judge, ({ state, sitting }) => state === 'closed' && sitting === null);
    await worker.drain(5_000);
    expect(over.hasDraft).toBe(true);
    expect((await ask(defender, 'GET', '/seats/defender/workspace')).status).toBe(404);
    await ask(defender, 'PUT', '/seats/defender', { body: { kind: 'person' } });
    expect((await ask(defender, 'GET', '/seats/defender/workspace')).body).toMatchObject({
      notes: 'Object to the letter.',
    });
  });
});

const mayDoNow = (room: any) => room.state !== 'in-session' || room.yours[0].acts.length > 0;

/** What a patient defender does. */
function moveFor(acts: readonly string[]) {
  if (acts.includes('pass')) return { act: 'pass' };
  const act = acts.find((one) => one === 'close' || one === 'answer');
  if (act === undefined) return { act: acts[0] };
  const proposal = {
    kind: 'procedural',
    text: 'Nothing to add.',
    anchors: [],
    scheme: 'procedure',
    bindings: {},
    conclusion: { about: 'nothing' },
  };
  return { act, proposal };
}
