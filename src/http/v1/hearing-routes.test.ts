import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  actsOf,
  clerk,
  counsel,
  defender,
  isOver,
  judge,
  observer,
  on,
  openHearingDoors,
  patiently,
  rival,
  stranger,
} from '../../../test/hearing-doors.ts';
import { mindThat } from '../../../test/world.ts';
import { person } from '../../../test/open-test-database.ts';
import { readBundle } from '../../adapters/zip/bundle.ts';
import { isReceipt } from '../../core/record/receipt.ts';
import { verifyBundle } from '../../core/record/bundle.ts';
import { argumentGraph } from '../../wire/v1/arguments.ts';
import { draft as draftShape } from '../../wire/v1/drafts.ts';
import { workspace } from '../../wire/v1/hearings.ts';
import { pageOf } from '../../wire/v1/page.ts';
import { head, receipt as receiptShape, recordedEvent } from '../../wire/v1/record.ts';
import { said } from '../../wire/v1/room.ts';

const refusedBy = (rule: string, status: number) => ({ status, body: { rule, status } });

describe('a hearing', () => {
  test('is heard by a worker to the draft, and a judge signs it', async () => {
    const doors = await openHearingDoors();
    const { ask, room, until } = doors;
    await doors.file();
    expect(await room(observer)).toMatchObject({ state: 'not-opened', floor: null, sitting: null });
    expect((await doors.sit()).opened.body).toMatchObject({ state: 'open', version: 2 });
    const worker = await doors.house.work();
    const over = await until(judge, isOver);
    await worker.drain(5_000);
    expect(over).toMatchObject({ hasDraft: true, phase: null });
    expect(over.seats.map(({ holder }) => holder)).toEqual(
      Array(5).fill({ kind: 'mind', mind: 'offline' }),
    );

    const draft = await ask(observer, 'GET', '/draft');
    expect(draft.body).toMatchObject({ draft: { format: 'first-court-draft/1' }, decision: null });
    expect((await ask(judge, 'GET', '/draft?format=markdown')).body).toContain('# ');
    const pdf = await ask(judge, 'GET', '/draft?format=pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');

    const sign = (as: number, version: number) =>
      ask(as, 'POST', '/draft/signature', { body: {}, headers: on(version) });
    expect(await sign(judge, over.version)).toMatchObject(refusedBy('SV4', 403));
    expect(await doors.take(counsel, 'judge')).toMatchObject(refusedBy('SV4', 403));
    expect((await doors.take(judge, 'judge')).status).toBe(200);
    const seated = await room(judge);
    expect(seated.yours).toEqual([{ seat: 'judge', acts: ['sign', 'reject'] }]);
    expect(await sign(judge, seated.version - 1)).toMatchObject(refusedBy('SV5', 412));
    expect(await sign(counsel, seated.version)).toMatchObject(refusedBy('SV4', 403));
    const signed = draftShape.parse((await sign(judge, seated.version)).body);
    expect(signed.decision).toMatchObject({ decision: 'signed', by: 'Person 2' });
    expect(await sign(judge, signed.version)).toMatchObject(refusedBy('HR1', 409));

    const heads = z.array(head).parse((await ask(observer, 'GET', '/record/heads')).body);
    expect(heads.map(({ purpose }) => purpose)).toEqual([
      'hearing-closed',
      'draft-made',
      'draft-signed',
    ]);
    const receipt = receiptShape.parse((await ask(observer, 'GET', '/record/receipt')).body);
    expect(receipt).toMatchObject({ case: 'heater', seq: signed.version });
    expect(isReceipt(receipt)).toBe(true);
    expect(isReceipt({ ...receipt, seq: receipt.seq - 1 })).toBe(false);

    const bundle = await ask(observer, 'GET', '/bundle');
    const files = await readBundle(new Uint8Array(bundle.bytes));
    const verdict = verifyBundle(files.kind === 'read' ? files.files : new Map());
    expect(verdict).toMatchObject({ findings: [], missingFiles: [] });

    const events = await ask(observer, 'GET', '/record/events?limit=3');
    const page = pageOf(recordedEvent).parse(events.body);
    expect(page.items.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(page.next).toBe('3');
    const accept = { headers: { accept: 'application/x-ndjson' } };
    const lines = String((await ask(judge, 'GET', '/record/events?cursor=3', accept)).body);
    expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({ seq: 4, case: 'heater' });

    const graph = argumentGraph.parse((await ask(observer, 'GET', '/arguments')).body);
    expect(graph.issues.length).toBeGreaterThan(3);
    const why = (await ask(observer, 'GET', '/arguments/granted/why')).body;
    expect(why).toMatchObject({
      target: 'granted',
      flips: { exhibits: { sets: expect.any(Array) } },
    });
    expect(await ask(observer, 'GET', '/arguments/none/why')).toMatchObject(refusedBy('SV2', 404));
    const transcript = pageOf(said).parse((await ask(observer, 'GET', '/transcript?limit=5')).body);
    expect(transcript.items).toHaveLength(5);
    const following = await ask(observer, 'GET', `/transcript?limit=1&cursor=${transcript.next}`);
    expect(pageOf(said).parse(following.body).items[0]?.seq).toBeGreaterThan(
      Number(transcript.next),
    );
    const api = (await doors.app.inject({ url: '/v1/openapi.json' })).json();
    expect(Object.keys(api.paths)).toContain('/v1/cases/{case}/room');
  });

  test('lets a person take the defence in its middle, object, be ruled upon, and leave', async () => {
    const doors = await openHearingDoors();
    const { ask, until } = doors;
    await doors.file();
    await doors.take(defender, 'defender');
    await doors.sit();
    const worker = await doors.house.work();
    const act = (version: number, move: unknown) => doors.act(defender, version, 'defender', move);
    const isMyTurn = (now: Awaited<ReturnType<typeof doors.room>>) => actsOf(now).length > 0;
    let room = await until(defender, isMyTurn);
    while (room.pending.kind !== 'objection-open') {
      await act(room.version, patiently(actsOf(room)));
      room = await until(defender, isMyTurn);
    }
    const { exhibits, grounds } = room.pending;
    const move = {
      act: 'object',
      exhibit: exhibits[0] ?? null,
      ground: grounds[0]?.id,
      text: 'It proves nothing here.',
    };
    const { version } = room;
    expect(await doors.act(judge, version, 'defender', move)).toMatchObject(refusedBy('SV4', 403));
    expect(await act(version - 1, move)).toMatchObject(refusedBy('SV5', 412));
    const ruling = { act: 'rule', overruled: true, text: 'So.' };
    expect(await act(version, ruling)).toMatchObject({ status: 409 });
    expect(await act(version, { ...move, ground: 'dislike' })).toMatchObject(refusedBy('CA4', 422));
    expect(await act(version, { act: 'sing' })).toMatchObject(refusedBy('MV1', 422));
    const nul = await act(version, { ...move, text: 'A \0 in it.' });
    expect(nul).toMatchObject(refusedBy('SV1', 400));
    const deep: unknown = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`);
    expect(await act(version, { ...move, text: deep })).toMatchObject(refusedBy('SV1', 400));
    const unasked = await ask(defender, 'POST', '/acts', { body: { seat: 'defender', move } });
    expect(unasked).toMatchObject(refusedBy('SV12', 428));
    expect((await doors.room(defender)).version).toBe(version);
    expect((await act(version, move)).status).toBe(201);
    room = await until(defender, isMyTurn);
    const since = room.transcript.items.filter(({ seq }) => seq > version);
    expect(since.map(({ kind, seat }) => [kind, seat])).toEqual([
      ['speech', 'defender'],
      ['ruling', 'judge'],
      expect.anything(),
    ]);
    expect(since[0]).toMatchObject({ by: { kind: 'person', name: 'Person 4' } });

    const left = await ask(defender, 'DELETE', '/seats/defender');
    expect(left.body).toContainEqual(
      expect.objectContaining({ seat: 'defender', holder: { kind: 'mind', mind: 'offline' } }),
    );
    expect((await until(judge, isOver)).hasDraft).toBe(true);
    await worker.drain(5_000);
  });

  test('waits no longer for a mind whose seat a person takes: what it says then is void', async () => {
    const doors = await openHearingDoors();
    await doors.file();
    const { admin, until } = doors;
    await admin(
      `insert into court.seats (case_id, seat, court_id, mind)
       select id, 'defender', court_id, 'slow' from court.cases`,
    );
    await doors.sit();
    const late = Promise.withResolvers<void>();
    const slow = mindThat(async () => {
      await late.promise;
      throw new Error('nobody hears this');
    }, 'slow');
    const worker = await doors.house.work({ mindNamed: (name) => (name === 'slow' ? slow : null) });
    const stuck = await until(judge, ({ floor }) => floor === 'defender');
    expect(stuck.seats).toContainEqual(
      expect.objectContaining({ seat: 'defender', holder: { kind: 'mind', mind: 'slow' } }),
    );
    expect((await doors.take(defender, 'defender')).status).toBe(200);
    const room = await until(defender, (now) => actsOf(now).length > 0);
    const passed = await doors.act(defender, room.version, 'defender', patiently(actsOf(room)));
    expect(passed.status).toBe(201);
    const body = { kind: 'mind', mind: 'offline' };
    expect((await doors.ask(defender, 'PUT', '/seats/defender', { body })).status).toBe(200);
    await until(judge, isOver);
    late.resolve();
    await worker.drain(5_000);
    const taken = await admin(
      `select line from court.events where type = 'seat-taken' order by seq`,
    );
    expect(taken.map(({ line }) => JSON.parse(String(line)).data.mind)).toEqual([
      'offline',
      'offline',
      'slow',
      'offline',
      'offline',
      'human',
      'offline',
    ]);
  });

  test('stops when its sitting is closed, and goes on in the next', async () => {
    const doors = await openHearingDoors();
    await doors.file();
    const { ask, until } = doors;
    await doors.take(defender, 'defender');
    const { path } = await doors.sit();
    const worker = await doors.house.work();
    const stuck = await until(defender, (now) => actsOf(now).length > 0);
    const closing = { body: { state: 'closed' }, headers: on(2) };
    expect((await ask(clerk, 'PUT', `${path}/state`, closing)).body).toMatchObject({
      state: 'closed',
    });
    await ask(defender, 'DELETE', '/seats/defender');
    expect((await doors.room(judge)).version).toBe(stuck.version + 1);
    await doors.sit();
    await until(judge, isOver);
    await worker.drain(5_000);
  });
});

describe('seats', () => {
  test('are taken by those of the case alone, one at a time, and freed by a clerk', async () => {
    const doors = await openHearingDoors();
    await doors.file();
    const { ask, take } = doors;
    expect(await take(stranger, 'defender')).toMatchObject(refusedBy('SV2', 404));
    expect(await take(observer, 'defender')).toMatchObject(refusedBy('SV4', 403));
    expect(await take(counsel, 'defender')).toMatchObject(refusedBy('SV4', 403));
    expect((await take(defender, 'defender')).status).toBe(200);
    const { version } = await doors.room(defender);
    expect((await take(defender, 'defender')).status).toBe(200);
    expect((await doors.room(defender)).version).toBe(version);
    expect(await take(rival, 'defender')).toMatchObject(refusedBy('SV6', 409));
    expect(await ask(rival, 'DELETE', '/seats/defender')).toMatchObject(refusedBy('SV4', 403));
    expect(await ask(observer, 'DELETE', '/seats/judge')).toMatchObject(refusedBy('SV4', 403));
    expect((await doors.room(rival)).version).toBe(version);
    const body = { kind: 'mind', mind: 'oracle' };
    const unknown = await ask(clerk, 'PUT', '/seats/defender', { body });
    expect(unknown).toMatchObject(refusedBy('SV1', 400));
    expect((await ask(clerk, 'DELETE', '/seats/defender')).status).toBe(200);
    expect((await take(rival, 'defender')).body).toContainEqual(
      expect.objectContaining({
        seat: 'defender',
        holder: { kind: 'person', id: person(rival).claims.sub, name: 'Person 7', isYou: true },
      }),
    );
  });

  test('[CA1] are not taken before the case is filed', async () => {
    const doors = await openHearingDoors();
    expect(await doors.take(defender, 'defender')).toMatchObject(refusedBy('CA1', 422));
    expect((await doors.sit()).opened).toMatchObject(refusedBy('CA1', 422));
    expect(await doors.ask(judge, 'GET', '/arguments')).toMatchObject(refusedBy('CA1', 422));
    expect(await doors.ask(judge, 'GET', '/draft')).toMatchObject(refusedBy('SV2', 404));
    expect(await doors.ask(judge, 'GET', '/bundle')).toMatchObject(refusedBy('SV6', 409));
  });

  test('keep their notes, and show them to whoever sits there and nobody else', async () => {
    const doors = await openHearingDoors();
    await doors.file();
    const { ask } = doors;
    const path = '/seats/defender/workspace';
    await doors.take(defender, 'defender');
    const empty = workspace.parse((await ask(defender, 'GET', path)).body);
    expect(empty).toMatchObject({ notes: '', version: 0, updatedAt: null });
    const write = (as: number, version: number, notes: string) =>
      ask(as, 'PUT', path, { body: { notes }, headers: on(version) });
    expect((await write(defender, 0, 'First.')).body).toMatchObject({
      notes: 'First.',
      version: 1,
    });
    expect(await write(defender, 0, 'Lost.')).toMatchObject(refusedBy('SV5', 412));
    expect((await write(defender, 1, 'Second.')).body).toMatchObject({ version: 2 });
    for (const other of [judge, counsel, clerk, observer, rival]) {
      expect(await ask(other, 'GET', path)).toMatchObject(refusedBy('SV2', 404));
      expect(await write(other, 2, 'Mine.')).toMatchObject(refusedBy('SV2', 404));
    }
    await ask(defender, 'DELETE', '/seats/defender');
    expect(await ask(defender, 'GET', path)).toMatchObject(refusedBy('SV2', 404));
    await doors.take(rival, 'defender');
    expect((await ask(rival, 'GET', path)).body).toMatchObject({ notes: 'Second.', version: 2 });
  });
});

describe('sittings', () => {
  test('are planned, moved, called off; by the registry and the judge alone', async () => {
    const doors = await openHearingDoors();
    const { ask } = doors;
    const body = { startsAt: '2026-03-02T09:00:00Z', endsAt: '2026-03-02T12:00:00Z', room: 'One' };
    expect(await ask(counsel, 'POST', '/hearings', { body })).toMatchObject(refusedBy('SV4', 403));
    expect(await ask(stranger, 'GET', '/hearings')).toMatchObject(refusedBy('SV2', 404));
    const backwards = { ...body, endsAt: '2026-03-02T08:00:00Z' };
    const unlikely = await ask(judge, 'POST', '/hearings', { body: backwards });
    expect(unlikely).toMatchObject(refusedBy('SV1', 400));
    const made = await ask(judge, 'POST', '/hearings', { body });
    const path = String(made.headers['location']);
    expect(made).toMatchObject({ status: 201, body: { state: 'scheduled', version: 1 } });
    expect((await ask(observer, 'GET', path)).headers['etag']).toBe('"1"');
    const later = { body: { startsAt: '2026-03-02T10:00:00Z', room: null } };
    expect(await ask(judge, 'PATCH', path, later)).toMatchObject(refusedBy('SV12', 428));
    const moved = await ask(judge, 'PATCH', path, { ...later, headers: on(1) });
    expect(moved.body).toMatchObject({
      room: null,
      endsAt: '2026-03-02T12:00:00.000Z',
      version: 2,
    });
    expect(await ask(judge, 'PATCH', path, { ...later, headers: on(1) })).toMatchObject(
      refusedBy('SV5', 412),
    );
    expect(await ask(counsel, 'PATCH', path, { ...later, headers: on(2) })).toMatchObject(
      refusedBy('SV4', 403),
    );
    const off = { body: { state: 'cancelled' }, headers: on(2) };
    expect((await ask(clerk, 'PUT', `${path}/state`, off)).body).toMatchObject({ version: 3 });
    const again = { body: { state: 'open' }, headers: on(3) };
    expect(await ask(clerk, 'PUT', `${path}/state`, again)).toMatchObject(refusedBy('SV6', 409));
    expect(await ask(judge, 'PATCH', path, { ...later, headers: on(3) })).toMatchObject(
      refusedBy('SV6', 409),
    );
  });

  test('of one case are open one at a time; a calendar lists those of a court', async () => {
    const doors = await openHearingDoors();
    await doors.file();
    expect((await doors.sit()).opened.status).toBe(200);
    expect((await doors.sit()).opened).toMatchObject(refusedBy('SV6', 409));
    const calendar = z.object({
      items: z.array(z.object({ id: z.string() })),
      next: z.string().nullable(),
    });
    const path = '/v1/courts/11111111-1111-4111-8111-111111111111/hearings';
    const list = async (query: string) =>
      calendar.parse((await doors.ask(observer, 'GET', `${path}${query}`)).body);
    const first = await list('?limit=1');
    const second = await list(`?limit=1&cursor=${first.next}`);
    expect(second.next).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(2);
    expect((await list('?from=2027-01-01T00:00:00Z')).items).toEqual([]);
    expect((await list('?cursor=nonsense')).items).toEqual([]);
    expect((await doors.ask(observer, 'GET', '/hearings')).body).toHaveLength(2);
  });
});
