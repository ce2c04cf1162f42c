import { z } from 'zod';
import {
  type DeadJob,
  type Jobs,
  type LeasedJob,
  leaseRanOut,
  usualAttempts,
} from '../../ports/jobs.ts';
import type { WakeUps } from '../../ports/wake-ups.ts';
import type { Database } from './database.ts';
import type { Identity } from '../../core/person/claims.ts';
import { countOf } from './rows.ts';
import { sql, type Statement } from './sql.ts';
import { runWithin } from './transaction.ts';
import { jobsChannel } from './wake-on-notice.ts';

const service: Identity = { kind: 'service' };

const job = {
  id: z.string(),
  kind: z.string(),
  key: z.string(),
  payload: z.json(),
  mostAttempts: z.number(),
};
const leasedJob: z.ZodType<LeasedJob> = z.object({
  ...job,
  lease: z.string().transform(Number),
  attempt: z.number(),
});
const deadJob: z.ZodType<DeadJob> = z.object({ ...job, reason: z.string() });
const jobCounts = z.object({ open: z.number(), done: z.number(), dead: z.number() });

/** What is kept of a reason. */
const longestReason = 2_000;

/** Jobs in the database of the record, so that one transaction holds both. */
export function postgresJobs(database: Database, wakeUps: WakeUps): Jobs {
  const changed = async (statement: Statement): Promise<number> =>
    countOf(await database.run(service, statement));
  const held = async (statement: Statement) => ((await changed(statement)) === 1 ? 'held' : 'lost');

  return {
    async enqueue({ kind, key, payload, delayMs = 0, mostAttempts = usualAttempts }, within) {
      const rows = await runWithin(
        database,
        within,
        sql`with put as (
          insert into court.jobs (kind, key, payload, due_at, most_attempts)
          values (${kind}, ${key}, ${JSON.stringify(payload)}::jsonb,
            now() + ${delayMs}::double precision * interval '1 millisecond', ${mostAttempts})
          on conflict (kind, key) do nothing
          returning id
        )
        select pg_notify(${jobsChannel}, '') from put`,
      );
      return countOf(rows) === 1 ? 'enqueued' : 'known';
    },
    lease: ({ kinds, most, leaseMs, worker }) =>
      database.all(
        service,
        sql`with due as (
          select id, due_at from court.jobs
          where state = 'open' and due_at <= now() and kind = any (${kinds}::text[])
          order by due_at, id limit ${most}
          for update skip locked
        ), spent as (
          update court.jobs as j
          set state = 'dead', reason = ${leaseRanOut}, ended_at = now(), leased_by = null
          from due where j.id = due.id and j.attempts >= j.most_attempts
        ), taken as (
          update court.jobs as j
          set lease = j.lease + 1, attempts = j.attempts + 1, leased_by = ${worker},
            due_at = now() + ${leaseMs}::double precision * interval '1 millisecond'
          from due where j.id = due.id and j.attempts < j.most_attempts
          returning j.*, due.due_at as was_due
        )
        select id, kind, key, payload, lease, attempts as attempt, most_attempts as "mostAttempts"
        from taken order by was_due, id`,
        leasedJob,
      ),
    extend: ({ id, lease }, leaseMs) =>
      held(sql`update court.jobs
        set due_at = now() + ${leaseMs}::double precision * interval '1 millisecond'
        where id = ${id}::bigint and lease = ${lease}::bigint and leased_by is not null`),
    complete: ({ id, lease }) =>
      held(sql`update court.jobs
        set state = 'done', ended_at = now(), leased_by = null, reason = null
        where id = ${id}::bigint and lease = ${lease}::bigint and leased_by is not null`),
    fail({ id, lease }, reason, retryInMs) {
      const kept = reason.replaceAll('\0', '').slice(0, longestReason);
      const canRetry = retryInMs !== null;
      return held(sql`update court.jobs
        set leased_by = null, reason = ${kept},
          state = case when ${canRetry}::boolean and attempts < most_attempts then 'open' else 'dead' end,
          ended_at = case when ${canRetry}::boolean and attempts < most_attempts then null else now() end,
          due_at = now() + ${retryInMs ?? 0}::double precision * interval '1 millisecond'
        where id = ${id}::bigint and lease = ${lease}::bigint and leased_by is not null`);
    },
    dead: (most) =>
      database.all(
        service,
        sql`select id, kind, key, payload, most_attempts as "mostAttempts", reason
          from court.jobs where state = 'dead' order by ended_at desc, id desc limit ${most}`,
        deadJob,
      ),
    async revive(id) {
      const count = await changed(sql`with revived as (
          update court.jobs
          set state = 'open', attempts = 0, due_at = now(), ended_at = null
          where id = ${id}::bigint and state = 'dead'
          returning id
        )
        select pg_notify(${jobsChannel}, '') from revived`);
      return count === 1 ? 'revived' : 'not-dead';
    },
    async counts() {
      const counts = await database.one(
        service,
        sql`select count(*) filter (where state = 'open')::int as open,
          count(*) filter (where state = 'done')::int as done,
          count(*) filter (where state = 'dead')::int as dead
          from court.jobs`,
        jobCounts,
      );
      return counts ?? { open: 0, done: 0, dead: 0 };
    },
    prune: (olderThanMs) =>
      changed(sql`delete from court.jobs where state = 'done'
        and ended_at <= now() - ${olderThanMs}::double precision * interval '1 millisecond'`),
    news: (longestMs, signal) => wakeUps.wait(longestMs, signal),
  };
}
