import { describe, expect, onTestFinished, test } from 'vitest';
import { listLine, lapsed, liveWorld, notes, seqs, until } from '../../test/live-world.ts';
import { openTestRooms } from '../../test/open-test-rooms.ts';
import { person } from '../../test/open-test-database.ts';
import { postgresRoomEntry } from '../adapters/postgres/room-entry.ts';
import { postgresRoomRecord } from '../adapters/postgres/room-record.ts';
import type { JsonObject } from '../core/record/prose.ts';
import { batchOf } from '../core/record/batch.ts';
import { tipOf } from '../core/record/chain.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Caller } from './desk.ts';
import { liveHub } from './hub.ts';

/** A court in PostgreSQL with two replicas of its server. */
async function replicas() {
  const rooms = await openTestRooms();
  const { caseId, courtId, admin } = rooms;
  const world = liveWorld();
  const parts = [await rooms.replica(), await rooms.replica()] as const;
  const [one, other] = parts.map(({ database, bus, announcements }) => {
    const hub = liveHub(
      world.desk({
        announcements,
        bus,
        entryFor: (caller) => postgresRoomEntry(database, caller),
        record: postgresRoomRecord(database),
      }),
    );
    onTestFinished(() => hub.close());
    return hub;
  });
  if (one === undefined || other === undefined) throw new Error('no hubs');
  const [{ store }] = parts;
  let tip = tipOf(caseId, []);
  return {
    one,
    other,
    world,
    admin,
    caseId,
    courtId,
    append: async (events: readonly [string, JsonObject][]): Promise<void> => {
      const drafts = events.map(([type, data], n) => ({
        id: `event-${tip.seq + n + 1}`,
        at: '2026-03-02T09:00:00.000Z',
        by: { seat: 'court', kind: 'court' as const },
        type,
        data,
      }));
      const batch = batchOf(caseId, tip, drafts, () => crypto.getRandomValues(new Uint8Array(16)));
      const appended = await store.append(caseId, batch, tip.seq);
      if (appended !== 'appended') throw new Error(appended);
      tip = tipOf(caseId, batch.events);
    },
    enrol: async (n: number, name: string, ...roles: string[]): Promise<Caller> => {
      const caller = person(n);
      const { sub } = caller.claims;
      await admin('insert into court.people (id, email, name) values ($1, $2, $3)', [
        sub,
        `person-${n}@example.org`,
        name,
      ]);
      for (const role of roles) {
        await admin(
          'insert into court.case_members (case_id, person_id, role, court_id) values ($1, $2, $3, $4)',
          [caseId, sub, role, courtId],
        );
      }
      return caller;
    },
    sit: (seat: string, caller: Caller | null) =>
      admin(
        `insert into court.seats (case_id, seat, court_id, person_id, mind) values ($1, $2, $3, $4, 'human')
         on conflict (case_id, seat) do update set person_id = excluded.person_id`,
        [caseId, seat, courtId, caller?.claims.sub ?? null],
      ),
  };
}

describe('two replicas on one database', () => {
  test('LV20: both tell every event once and in order, to readers who go to and fro between them', async () => {
    const { one, other, world, caseId, append, enrol } = await replicas();
    const caller = await enrol(1, 'Person One', 'party');
    const total = 400;
    let isOver = false;
    const read = async (step: number): Promise<readonly number[]> => {
      const got: number[] = [];
      for (let round = step; ; round += 1) {
        const line = listLine();
        const request = { case: caseId, after: got.at(-1) ?? 0, detail: 'lines' } as const;
        const hub = round % 2 === 0 ? one : other;
        const following = await hub.follow(line, caller, request, () => {});
        if ('rule' in following) throw new Error(following.says);
        const wanted = 1 + ((round * 31) % 90);
        await until(() => seqs(line.said).length >= wanted || isOver);
        if (isOver) await until(() => following.at() === total);
        following.leave();
        got.push(...seqs(line.said));
        if (isOver && got.at(-1) === total) return got;
      }
    };
    const readers = [read(0), read(1), read(2)];
    for (let n = 0; n < total; n += 4) {
      await append([lapsed(n), lapsed(n + 1), lapsed(n + 2), lapsed(n + 3)]);
    }
    isOver = true;
    const all = Array.from({ length: total }, (_, index) => index + 1);
    for (const got of await Promise.all(readers)) expect(got).toEqual(all);
    expect(world.faults).toEqual([]);
  });

  test('LV21, LV23: a seat that changes hands changes what is told, on both, with nothing told in between', async () => {
    const { one, other, world, caseId, append, enrol, sit } = await replicas();
    const [first, second] = [
      await enrol(1, 'Judge One', 'judge'),
      await enrol(2, 'Judge Two', 'judge'),
    ];
    await sit('judge', first);
    const [line, heir] = [listLine(), listLine()];
    const request = { case: caseId, after: 0, detail: 'whole' } as const;
    await one.follow(line, first, request, () => {});
    await other.follow(heir, second, request, () => {});
    await append([notes('judge', 1), lapsed(2)]);
    await until(() => seqs(line.said).length === 2 && seqs(heir.said).length === 1);
    await sit('judge', second);
    await append([notes('judge', 3), lapsed(4)]);
    await until(() => seqs(heir.said).length === 4 && seqs(line.said).at(-1) === 4);
    expect(seqs(line.said)).toEqual([1, 2, 4]);
    expect(line.text()).not.toContain('secret of the judge 3');
    // The workspace was handed over: what was private to the seat before came as well.
    expect(seqs(heir.said)).toEqual([1, 2, 3, 4]);
    expect(heir.said.filter(({ type }) => type === 'following').at(-1)).toMatchObject({
      seats: ['judge'],
    });
    expect(world.faults).toEqual([]);
  });

  test('LV12: who is dismissed, or is no member of a case that is sealed now, is shown out', async () => {
    const { one, other, world, caseId, append, enrol, admin } = await replicas();
    const member = await enrol(1, 'Party One', 'party');
    const observer = await enrol(2, 'Observer Two', 'observer');
    const stays = await enrol(3, 'Party Three', 'party');
    const ends: Record<string, Refusal> = {};
    const lines = [listLine(), listLine(), listLine()];
    const request = { case: caseId, after: 0, detail: 'lines' } as const;
    for (const [n, caller] of [member, observer, stays].entries()) {
      const following = await (n === 1 ? other : one).follow(
        lines[n] ?? listLine(),
        caller,
        request,
        (refusal) => {
          ends[n] = refusal;
        },
      );
      expect(following).not.toHaveProperty('rule');
    }
    await admin('delete from court.case_members where person_id = $1', [member.claims.sub]);
    await until(() => ends[0] !== undefined);
    await admin('update court.cases set sealed = true where id = $1', [caseId]);
    await until(() => ends[1] !== undefined);
    await append([lapsed(1)]);
    await until(() => seqs(lines[2]?.said ?? []).length === 1);
    expect(lines.map((line) => seqs(line.said))).toEqual([[], [], [1]]);
    expect(ends).toMatchObject({ 0: { rule: 'LV12' }, 1: { rule: 'LV12' } });
    expect(ends).not.toHaveProperty('2');
    const stranger = await enrol(4, 'Nobody Four');
    expect(await one.follow(listLine(), stranger, request, () => {})).toMatchObject({
      rule: 'LV4',
    });
    expect(world.faults).toEqual([]);
  });

  test('LV22, LV25, LV26: words, sealed texts and names cross from one replica to the other, for who may have them', async () => {
    const { one, other, world, caseId, courtId, append, enrol, admin } = await replicas();
    const observer = await enrol(1, 'Observer One', 'observer');
    const party = await enrol(2, 'Party Two', 'party');
    const known = await enrol(3, 'Clerk Three');
    const courts = { [courtId]: ['clerk'] };
    const clerk = { ...known, claims: { ...known.claims, app_metadata: { courts } } };
    await append([lapsed(1)]);
    await admin('update court.texts set sealed = true where case_id = $1', [caseId]);
    const lines = [listLine(), listLine(), listLine()] as const;
    const request = { case: caseId, after: 0, detail: 'whole' } as const;
    await one.follow(lines[0], observer, request, () => {});
    await other.follow(lines[1], party, request, () => {});
    await other.follow(lines[2], clerk, request, () => {});
    await until(() => lines.every((line) => seqs(line.said).length === 1));
    expect(lines[0].text()).not.toContain('open 1');
    expect(lines[1].text()).toContain('open 1');
    const speech = { case: caseId, seat: 'prosecutor', turn: 1 } as const;
    one.say({ ...speech, words: 'heard by all', sealed: false });
    await until(() => lines.every((line) => line.text().includes('heard by all')));
    one.say({ ...speech, words: 'of sealed papers', sealed: true });
    await until(() => lines[1].text().includes('of sealed papers'));
    expect(lines[0].text()).not.toContain('of sealed papers');
    await until(() => lines[2].text().includes('Observer One'));
    await until(() => lines[0].text().includes('"count":3'));
    expect(lines[0].text()).not.toMatch(/Party Two|Clerk Three/u);
    await admin('delete from court.texts where case_id = $1', [caseId]);
    await until(() => lines.every((line) => line.said.some(({ type }) => type === 'resync')));
    expect(world.faults).toEqual([]);
  });
});
