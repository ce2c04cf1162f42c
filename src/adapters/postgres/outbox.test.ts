import { describe, expect, test } from 'vitest';
import { openTestQueue } from '../../../test/open-test-queue.ts';
import { person } from '../../../test/open-test-database.ts';
import { outboxContract } from '../../ports/outbox.contract.ts';
import type { Notice, Outbox } from '../../ports/outbox.ts';
import { postgresOutbox } from './outbox.ts';
import { sql } from './sql.ts';

async function opened() {
  const { database, admin, wakeUps } = await openTestQueue();
  return { database, admin, outbox: postgresOutbox(database, wakeUps.outbox) };
}

outboxContract('postgres', async () => {
  const { database, admin, outbox } = await opened();
  return {
    outbox,
    async pass(ms) {
      await admin(
        `update court.outbox_followers set leased_until = leased_until - $1 * interval '1 millisecond'`,
        [ms],
      );
    },
    // As a person, who may write no notice: the transaction lends the right.
    transaction: (work) => database.transaction(person(1), work),
  };
});

const [oneCase, otherCase] = [
  '00000000-0000-4000-8000-0000000000b1',
  '00000000-0000-4000-8000-0000000000b2',
];

function notice(caseId: string, n: number) {
  return { caseId, kind: 'events.appended', payload: n };
}

async function next(outbox: Outbox, follower = 'search'): Promise<readonly Notice[]> {
  const turn = await outbox.take({ follower, worker: 'w', most: 1_000, leaseMs: 30_000 });
  if (turn === null) return [];
  await outbox.confirm(turn, turn.notices.at(-1)?.position ?? 0);
  return turn.notices;
}

describe('an outbox that many write to at once', () => {
  test('[OB2] misses nobody who wrote early and committed late', async () => {
    const { database, outbox } = await opened();
    const late = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const slow = database.transaction(person(1), async (open) => {
      await outbox.announce([notice(oneCase, 1)], open);
      written.resolve();
      await late.promise;
      // The transaction is older than the other, and what it says of that case comes after.
      await outbox.announce([notice(otherCase, 2)], open);
    });
    await written.promise;
    await database.transaction(person(2), (open) => outbox.announce([notice(otherCase, 1)], open));
    expect(await next(outbox)).toMatchObject([notice(otherCase, 1)]);
    late.resolve();
    await slow;
    expect(await next(outbox)).toMatchObject([notice(oneCase, 1), notice(otherCase, 2)]);
    expect(await next(outbox, 'late')).toHaveLength(3);
  });

  test('[OB2] [OB4] tells all in order, with replicas that read while it is written', async () => {
    const { database, admin, outbox } = await opened();
    await admin(`create table public.cases as select unnest($1::uuid[]) as id, 0 as n`, [
      [oneCase, otherCase],
    ]);
    await admin('grant all on public.cases to service_role');
    let isWriting = true;
    const write = async (): Promise<void> => {
      for (let n = 0; n < 40; n += 1) {
        await database.transaction({ kind: 'service' }, async (open) => {
          // As an append does, this takes the version of the case under its lock.
          const id = n % 2 === 0 ? oneCase : otherCase;
          const { rows } = await open.run(
            sql`update public.cases set n = n + 1 where id = ${id}::uuid returning n`,
          );
          await outbox.announce([notice(id, Number(rows[0]?.['n']))], open);
        });
      }
    };
    const heard: Notice[] = [];
    const read = async (): Promise<void> => {
      for (let isLast = false; !isLast;) {
        isLast = !isWriting;
        const notices = await next(outbox);
        heard.push(...notices);
      }
    };
    const writing = Promise.all(Array.from({ length: 4 }, write)).then(() => {
      isWriting = false;
    });
    await Promise.all([writing, read(), read()]);
    heard.push(...(await next(outbox)));
    expect(heard).toHaveLength(160);
    // Two replicas may be told in turn and note it out of turn; the positions say what was told when.
    const told = heard.toSorted((one, other) => one.position - other.position);
    for (const id of [oneCase, otherCase]) {
      const seen = told.filter(({ caseId }) => caseId === id).map(({ payload }) => payload);
      expect(seen).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
    }
    expect(new Set(told.map(({ position }) => position)).size).toBe(160);
  });

  test('is closed to persons', async () => {
    const { database } = await opened();
    for (const table of ['jobs', 'outbox', 'outbox_counter', 'outbox_followers']) {
      for (const identity of [
        { kind: 'anon' } as const,
        person(1),
        { ...person(1), writing: true },
      ]) {
        const reading = database.run(identity, {
          text: `select * from court.${table}`,
          values: [],
        });
        await expect(reading).rejects.toMatchObject({ code: '42501' });
      }
    }
  });
});
