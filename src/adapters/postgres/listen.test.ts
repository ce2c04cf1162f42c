import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../../../test/open-test-database.ts';
import { listen, notification } from './listen.ts';

const service = { kind: 'service' } as const;

describe('listening', () => {
  test('hears ids, and says when something may have been missed', async () => {
    const { database, admin, settings } = await openTestDatabase();
    const heard: string[] = [];
    const trouble: Error[] = [];
    let resyncs = 0;
    const listener = listen(
      {
        url: settings.url,
        channels: ['court_jobs', 'strange "name"'],
        connectMs: 5_000,
        heartbeatMs: 50,
        longestPauseMs: 100,
        random: () => 0,
      },
      {
        onNotice: (channel, ids) => heard.push(`${channel}: ${ids}`),
        onResync: () => {
          resyncs += 1;
        },
        onTrouble: (error) => trouble.push(error),
      },
    );
    onTestFinished(() => listener.close());
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await pause(5);
    };
    await until(() => resyncs === 1);
    await database.run(service, notification('court_jobs', 'one'));
    await database.run(service, notification('strange "name"', 'two'));
    await database
      .transaction(service, async (open) => {
        await open.run(notification('court_jobs', 'never'));
        throw new Error('no');
      })
      .catch(() => {});
    await until(() => heard.length === 2);
    await admin(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'first-court-listener' and datname = current_database()",
    );
    await until(() => resyncs === 2);
    expect(trouble.length).toBeGreaterThan(0);
    await database.run(service, notification('court_jobs', 'three'));
    await until(() => heard.length === 3);
    expect(heard).toEqual(['court_jobs: one', 'strange "name": two', 'court_jobs: three']);
    await listener.close();
  });

  test('goes on trying where nobody answers, and stops when told', async () => {
    const trouble: Error[] = [];
    const listener = listen(
      {
        url: 'postgres://nobody@127.0.0.1:1/nowhere',
        channels: ['court_jobs'],
        connectMs: 1_000,
        heartbeatMs: 1_000,
        longestPauseMs: 20,
        random: () => 1,
      },
      { onNotice: () => {}, onResync: () => {}, onTrouble: (error) => trouble.push(error) },
    );
    while (trouble.length < 3) await pause(5);
    await listener.close();
  });

  test('carries ids and no more: a long text is refused', () => {
    expect(() => notification('court_jobs', 'ñ'.repeat(4_000))).toThrow(RangeError);
    expect(notification('court_jobs', 'x'.repeat(7_999)).values).toHaveLength(2);
  });
});
