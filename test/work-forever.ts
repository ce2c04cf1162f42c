/**
 * A worker in a process of its own, to be killed. Its effect is one row for each job, written in a
 * transaction; the job is completed after it, so that a kill can fall between the two.
 * Arguments: address of the database, name of the worker.
 */
import { openDatabase } from '../src/adapters/postgres/database.ts';
import { postgresJobs } from '../src/adapters/postgres/jobs.ts';
import { sql } from '../src/adapters/postgres/sql.ts';
import { startWorker } from '../src/ports/jobs-worker.ts';
import { wakeUps } from '../src/ports/wake-ups.ts';

const [url = '', worker = ''] = process.argv.slice(2);
const service = { kind: 'service' } as const;
const database = openDatabase({
  url,
  size: 4,
  waitMs: 10_000,
  queue: 100,
  idleMs: 60_000,
  statementMs: 10_000,
  connectMs: 10_000,
  pooler: 'none',
});

startWorker({
  jobs: postgresJobs(database, wakeUps()),
  handlers: new Map([
    [
      'count',
      async ({ id, key }) => {
        await database.run(
          service,
          sql`insert into public.attempts (job, worker) values (${id}::bigint, ${worker})`,
        );
        await database.run(
          service,
          sql`insert into public.effects (key) values (${key}) on conflict (key) do nothing`,
        );
        process.stdout.write(`${key}\n`);
      },
    ],
  ]),
  worker,
  most: 4,
  leaseMs: 600,
  pollMs: 20,
  random: Math.random,
  onTrouble: (error) => process.stderr.write(`${String(error)}\n`),
});
