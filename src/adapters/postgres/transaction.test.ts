import { describe, expect, test } from 'vitest';
import { openTestDatabase, person } from '../../../test/open-test-database.ts';
import type { Identity } from '../../core/person/claims.ts';
import { sql } from './sql.ts';
import type { PostgresTransaction } from './transaction.ts';

const service: Identity = { kind: 'service' };

async function counters(size = 3) {
  const opened = await openTestDatabase({ size });
  await opened.admin(`create table public.counters (name text primary key, n int not null);
    insert into public.counters values ('a', 0), ('b', 0);
    grant usage on schema public to authenticated, service_role;
    grant all on public.counters to service_role; grant select on public.counters to authenticated`);
  return opened;
}

const add = (name: string) => sql`update public.counters set n = n + 1 where name = ${name}`;
const valueOf = 'select n from public.counters where name = $1';

describe('a transaction', () => {
  test('stands as a whole, or not at all', async () => {
    const { database, admin } = await counters();
    await database.transaction(service, async (open) => {
      await open.run(add('a'));
      await open.run(add('b'));
    });
    const failing = database.transaction(service, async (open) => {
      await open.run(add('a'));
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await admin(valueOf, ['a'])).toEqual([{ n: 1 }]);
    expect(await admin(valueOf, ['b'])).toEqual([{ n: 1 }]);
  });

  test('whose work swallowed an error does not pretend to stand', async () => {
    const { database, admin } = await counters();
    const swallowing = database.transaction(service, async (open) => {
      await open.run(add('a'));
      await open.run(sql`select 1 / ${0}::int`).catch(() => {});
    });
    await expect(swallowing).rejects.toMatchObject({ code: '22012' });
    expect(await admin(valueOf, ['a'])).toEqual([{ n: 0 }]);
  });

  test('runs all statements as its identity, in the order asked for', async () => {
    const { database } = await counters();
    const me = sql`select current_user::text as role, auth.uid() as id`;
    const answers = await database.transaction(person(7), (open) =>
      Promise.all([open.run(me), open.run(me), open.run(me)]),
    );
    for (const { rows } of answers) {
      expect(rows).toEqual([{ role: 'authenticated', id: person(7).claims.sub }]);
    }
  });

  test('lends the right of the service to one statement, and takes it back', async () => {
    const { database, admin } = await counters();
    const refused = database.transaction(person(7), (open) => open.run(add('a')));
    await expect(refused).rejects.toMatchObject({ code: '42501' });
    const role = await database.transaction(person(7), async (open) => {
      await open.asService(add('a'));
      return await open.run(sql`select current_user::text as role, auth.uid() as id`);
    });
    expect(role.rows).toEqual([{ role: 'authenticated', id: person(7).claims.sub }]);
    expect(await admin(valueOf, ['a'])).toEqual([{ n: 1 }]);
  });

  test('is run again when another won, until it wins', async () => {
    const { database, admin } = await counters(8);
    const raise = async (open: PostgresTransaction): Promise<void> => {
      const { rows } = await open.run(sql`select n from public.counters where name = 'a'`);
      const next = Number(rows[0]?.['n']) + 1;
      await open.run(sql`update public.counters set n = ${next} where name = 'a'`);
    };
    const options = { isolation: 'serializable', attempts: 50 } as const;
    await Promise.all(
      Array.from({ length: 20 }, () => database.transaction(service, raise, options)),
    );
    expect(await admin(valueOf, ['a'])).toEqual([{ n: 20 }]);
    const lost = Array.from({ length: 20 }, () =>
      database.transaction(service, raise, { ...options, attempts: 1 }),
    );
    const answers = await Promise.allSettled(lost);
    const won = answers.filter(({ status }) => status === 'fulfilled').length;
    expect(await admin(valueOf, ['a'])).toEqual([{ n: 20 + won }]);
  });

  test('that meets a deadlock is run again', async () => {
    const { database, admin } = await counters();
    const both = (first: string, second: string) =>
      database.transaction(service, async (open) => {
        await open.run(add(first));
        await open.run(sql`select pg_sleep(0.1)`);
        await open.run(add(second));
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect(await admin(valueOf, ['a'])).toEqual([{ n: 2 }]);
  });

  test('inside another is refused, and so is one that is over', async () => {
    const { database } = await counters();
    const nested = database.transaction(service, () =>
      database.transaction(service, (open) => open.run(add('a'))),
    );
    await expect(nested).rejects.toThrow(TypeError);
    const kept = await database.transaction(service, async (open) => open);
    expect(kept.open).toBe(false);
    expect(() => kept.run(add('a'))).toThrow(TypeError);
    await database.transaction(service, (open) => open.run(add('a')));
  });

  test('whose connection goes tells whether the commit is in doubt', async () => {
    const { database, admin } = await counters(1);
    const ended = database.transaction(service, async (open) => {
      const { rows } = await open.run(sql`select pg_backend_pid() as id`);
      await admin('select pg_terminate_backend($1)', [rows[0]?.['id']]);
      await open.run(add('a'));
    });
    await expect(ended).rejects.toMatchObject({ reason: 'broken' });
    const inCommit = database.transaction(service, async (open) => {
      const { rows } = await open.run(sql`select pg_backend_pid() as id`);
      await admin('select pg_terminate_backend($1)', [rows[0]?.['id']]);
    });
    await expect(inCommit).rejects.toMatchObject({ reason: 'commit-unknown', retryable: false });
    await database.transaction(service, (open) => open.run(add('a')));
    expect(await admin(valueOf, ['a'])).toEqual([{ n: 1 }]);
  });
});
