import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase, person } from '../../../test/open-test-database.ts';
import { wakeUps } from '../../ports/wake-ups.ts';
import { postgresJobs } from './jobs.ts';

const program = fileURLToPath(new URL('../../../test/work-forever.ts', import.meta.url));
const kills = process.env['LONG'] === undefined ? 8 : 100;
const count = kills * 40;

describe('workers that are killed', () => {
  test(`lose no job and double no effect, ${kills} kills`, async () => {
    const { database, admin, settings } = await openTestDatabase();
    await admin(`create table public.effects (key text primary key);
      create table public.attempts (job bigint, worker text);
      grant usage on schema public to service_role;
      grant all on public.effects, public.attempts to service_role`);
    const jobs = postgresJobs(database, wakeUps());
    for (let n = 0; n < count; n += 20) {
      await database.transaction(person(1), async (open) => {
        for (let key = n; key < n + 20; key += 1) {
          await jobs.enqueue(
            { kind: 'count', key: `k${key}`, payload: null, mostAttempts: 100 },
            open,
          );
        }
      });
    }

    const living = new Set<ChildProcess>();
    onTestFinished(() => {
      for (const child of living) child.kill('SIGKILL');
    });
    const start = (name: string): ChildProcess => {
      const child = spawn(process.execPath, [program, settings.url, name], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      living.add(child);
      return child;
    };
    let steady = start('steady');
    for (let kill = 0; kill < kills; kill += 1) {
      const child = start(`w${kill}`);
      const [victim, other] = kill % 2 === 0 ? [child, steady] : [steady, child];
      // In the midst of work: it has done some and holds more.
      if (victim.stdout !== null) {
        await Promise.race([once(victim.stdout, 'data'), pause(2_000)]);
      }
      await pause((kill * 7) % 25);
      victim.kill('SIGKILL');
      if (victim.exitCode === null && victim.signalCode === null) await once(victim, 'exit');
      living.delete(victim);
      steady = other;
    }
    while ((await jobs.counts()).open > 0) await pause(50);

    expect(await jobs.counts()).toEqual({ open: 0, done: count, dead: 0 });
    expect(await admin('select count(*)::int as n from public.effects')).toEqual([{ n: count }]);
    const attempts = await admin('select count(*)::int as n from public.attempts');
    expect(attempts[0]?.['n']).toBeGreaterThanOrEqual(count);
    process.stdout.write(
      `${count} jobs, ${kills} kills: ${String(attempts[0]?.['n'])} attempts, ${count} effects\n`,
    );
  });
});
