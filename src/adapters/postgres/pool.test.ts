import { createServer, type Socket } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../../../test/open-test-database.ts';
import { openDatabase } from './database.ts';
import type { Identity } from '../../core/person/claims.ts';
import { sql } from './sql.ts';

const anon: Identity = { kind: 'anon' };
const one = sql`select 1 as n`;
const slow = sql`select pg_sleep(0.2)`;

describe('the pool of connections', () => {
  test('never opens more than its size, and serves all who wait', async () => {
    const { database, admin } = await openTestDatabase({ size: 3 });
    const backends = await Promise.all(
      Array.from({ length: 100 }, () => database.run(anon, sql`select pg_backend_pid() as id`)),
    );
    expect(new Set(backends.map(({ rows }) => rows[0]?.['id'])).size).toBeLessThanOrEqual(3);
    const open = await admin(
      "select count(*)::int as n from pg_stat_activity where usename = 'court_server' and datname = current_database()",
    );
    expect(open[0]?.['n']).toBeLessThanOrEqual(3);
    expect(database.figures()).toMatchObject({ waiting: 0 });
  });

  test('refuses at once who finds the line full, as busy and to be tried again', async () => {
    const { database } = await openTestDatabase({ size: 1, queue: 2 });
    const asked = Array.from({ length: 5 }, () => database.run(anon, slow));
    const answers = await Promise.allSettled(asked);
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const answer of refused) {
      expect(answer).toMatchObject({
        reason: { port: 'database', reason: 'busy', retryable: true },
      });
    }
  });

  test('refuses who waited too long, and the line goes on', async () => {
    const { database } = await openTestDatabase({ size: 1, waitMs: 50 });
    const first = database.run(anon, sql`select pg_sleep(0.5)`);
    await expect(database.run(anon, one)).rejects.toMatchObject({ reason: 'busy' });
    await first;
    expect((await database.run(anon, one)).rows).toEqual([{ n: 1 }]);
  });

  test('replaces connections that the server ended, idle or at work', async () => {
    const { database, admin } = await openTestDatabase({ size: 2 });
    const endAll = `select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'court_server' and datname = current_database()`;
    await Promise.all([database.run(anon, one), database.run(anon, one)]);
    await admin(endAll);
    while (database.figures().open > 0) await pause(5);
    expect((await database.run(anon, one)).rows).toEqual([{ n: 1 }]);
    const working = database.run(anon, sql`select pg_sleep(20)`).catch((error: unknown) => error);
    await pause(100);
    await admin(endAll);
    expect(await working).toMatchObject({ reason: 'broken', retryable: false });
    expect((await database.run(anon, one)).rows).toEqual([{ n: 1 }]);
  });

  test('says that no connection can be made, to all who wait', async () => {
    const { settings } = await openTestDatabase();
    const nowhere = new URL(settings.url);
    nowhere.port = '1';
    const database = openDatabase({ ...settings, url: nowhere.href, size: 1 });
    const answers = await Promise.allSettled([1, 2, 3].map(() => database.run(anon, one)));
    for (const answer of answers) {
      expect(answer).toMatchObject({ reason: { reason: 'unreachable', retryable: true } });
    }
    await database.close();
  });

  test('gives up a connection on which nothing comes any more', async () => {
    const { settings, adminUrl } = await openTestDatabase();
    const target = new URL(adminUrl);
    const sockets: Socket[] = [];
    let silent = false;
    const between = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      sockets.push(near, far);
      near.on('data', (bytes) => silent || far.write(bytes)).on('error', () => {});
      far.on('data', (bytes) => silent || near.write(bytes)).on('error', () => {});
      near.on('close', () => far.destroy());
    });
    await new Promise<void>((ready) => between.listen(0, '127.0.0.1', () => ready()));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      between.close();
    });
    const address = between.address();
    const through = new URL(adminUrl);
    through.port = String(typeof address === 'object' ? address?.port : '');
    const database = openDatabase({ ...settings, url: through.href, statementMs: 1 });
    await database.run(anon, sql`select 1`).catch(() => {});
    silent = true;
    await expect(database.run(anon, sql`select 2`)).rejects.toMatchObject({ reason: 'broken' });
    await database.close();
  });

  test('closes what was idle for long', async () => {
    const { database } = await openTestDatabase({ idleMs: 50 });
    await database.run(anon, one);
    while (database.figures().open > 0) await pause(10);
    expect((await database.run(anon, one)).rows).toEqual([{ n: 1 }]);
  });

  test('closing lets those inside and in the line finish, and takes nobody new', async () => {
    const { database } = await openTestDatabase({ size: 1 });
    const asked = Array.from({ length: 3 }, () => database.run(anon, slow));
    const closed = database.close();
    await expect(database.run(anon, one)).rejects.toMatchObject({ reason: 'closed' });
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    await closed;
    expect(database.figures()).toEqual({ open: 0, idle: 0, waiting: 0 });
  });

  test('closing cuts off who needs longer than is given', async () => {
    const { database } = await openTestDatabase({ size: 1 });
    const [endless, behind] = [sql`select pg_sleep(60)`, one].map((statement) =>
      database.run(anon, statement).catch((error: unknown) => error),
    );
    await database.close(100);
    expect(await endless).toMatchObject({ reason: 'broken' });
    expect(await behind).toMatchObject({ reason: 'closed' });
  });
});
