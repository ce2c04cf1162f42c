import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openTestRooms } from '../../../test/open-test-rooms.ts';
import { roomBusContract } from '../../ports/room-bus.contract.ts';
import type { RoomNews } from '../../ports/room-bus.ts';
import { newsParcels } from './news-parcels.ts';
import { postgresRoomBus, roomChannels } from './room-bus.ts';

roomBusContract('postgres', async () => {
  const rooms = await openTestRooms();
  const [here, there] = [await rooms.replica(), await rooms.replica()];
  return { here: here.bus, there: there.bus };
});

describe('what the database tells by itself', () => {
  test('LV23: seats, members and the seal of a case are news of its rights; a text that left is news', async () => {
    const rooms = await openTestRooms();
    const { admin, caseId, courtId } = rooms;
    const { bus } = await rooms.replica();
    const heard: RoomNews[] = [];
    bus.join((news) => void heard.push(news));
    const told = async (count: number, people: readonly string[] | null): Promise<void> => {
      while (heard.length < count) await pause(2);
      expect(heard.at(-1)).toEqual({ kind: 'rights', case: caseId, people });
    };
    await admin(
      `insert into court.people (id, email, name) values ('${person}', 'one@example.org', 'Person One')`,
    );
    const values = [caseId, person, courtId];
    await admin(
      "insert into court.case_members (case_id, person_id, role, court_id) values ($1, $2, 'judge', $3)",
      values,
    );
    await told(1, [person]);
    await admin(
      "insert into court.seats (case_id, person_id, seat, mind, court_id) values ($1, $2, 'judge', 'human', $3)",
      values,
    );
    await told(2, [person]);
    await admin('update court.seats set person_id = null where case_id = $1', [caseId]);
    await told(3, [person]);
    await admin('delete from court.case_members where case_id = $1', [caseId]);
    await told(4, [person]);
    await admin('update court.cases set sealed = true where id = $1', [caseId]);
    await told(5, null);
    await admin("update court.cases set caption = 'Other' where id = $1", [caseId]);
    bus.hear(roomChannels.texts, caseId);
    expect(heard.slice(5)).toEqual([{ kind: 'texts', record: caseId }]);
  });

  test('LV23: after the listener was cut off, members are told that something may be missing', async () => {
    const rooms = await openTestRooms();
    const { bus } = await rooms.replica();
    const heard: RoomNews[] = [];
    bus.join((news) => void heard.push(news));
    await rooms.admin(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'first-court-listener' and datname = current_database()",
    );
    while (heard.length === 0) await pause(2);
    expect(heard).toEqual([{ kind: 'missed' }]);
  });
});

describe('news from whoever may log in', () => {
  test('RB3: what is no news is passed over, and long parts without end are given up', () => {
    const heard: RoomNews[] = [];
    const bus = postgresRoomBus({ id: 'own', notify: async () => {}, onTrouble() {} });
    bus.join((news) => void heard.push(news));
    for (const payload of [
      '',
      'x',
      'x\n',
      'x\n={',
      'x\n={"kind":"speech"}',
      'x\n=null',
      'x\n.',
      'x\n.%%',
    ]) {
      bus.hear(roomChannels.news, payload);
    }
    for (let n = 0; n < 1_000; n += 1)
      bus.hear(roomChannels.news, `x${n % 100}\n+${'A'.repeat(7_000)}`);
    bus.hear('other', 'x\n={}');
    const spoken = {
      kind: 'speech',
      case: 'c',
      seat: 'judge',
      turn: 1,
      n: 0,
      words: 'w',
      sealed: true,
    };
    bus.hear(roomChannels.news, `own\n=${JSON.stringify(spoken)}`);
    expect(heard).toEqual([]);
    bus.hear(roomChannels.news, `x\n=${JSON.stringify(spoken)}`);
    expect(heard).toEqual([spoken]);
  });

  test('RB2: while the database is away news wait, and the oldest are lost when too many do', async () => {
    const sent: string[] = [];
    const troubles: unknown[] = [];
    let isAway = true;
    const parcels = newsParcels({
      id: 'me',
      onTrouble: (error) => void troubles.push(error),
      async notify(payload) {
        if (isAway) throw new Error('away');
        sent.push(payload);
      },
    });
    for (let n = 0; n < 1_000; n += 1) parcels.send(JSON.stringify(`${n} ${'x'.repeat(2_000)}`));
    isAway = false;
    await parcels.close();
    expect(troubles).toEqual([]);
    const news = sent.join('\n').match(/="(\d+) /gu) ?? [];
    expect(news.at(-1)).toBe('="999 ');
    expect(news.length).toBeGreaterThan(400);
    expect(news.length).toBeLessThan(600);
    isAway = true;
    parcels.send('"lost"');
    await parcels.close();
    expect(troubles).toHaveLength(1);
  });
});

const person = '00000000-0000-4000-8000-000000000001';
