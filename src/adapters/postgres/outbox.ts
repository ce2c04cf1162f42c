import { z } from 'zod';
import type { Notice, Outbox } from '../../ports/outbox.ts';
import type { WakeUps } from '../../ports/wake-ups.ts';
import type { Database } from './database.ts';
import type { Identity } from '../../core/person/claims.ts';
import { countOf } from './rows.ts';
import { sql } from './sql.ts';
import { type PostgresTransaction, runWithin } from './transaction.ts';
import { outboxChannel } from './wake-on-notice.ts';

const service: Identity = { kind: 'service' };

/** Most notices that get their position at once. */
const mostPlaced = 1_000;

const count = z.string().transform(Number);
const notice: z.ZodType<Notice> = z.object({
  position: count,
  caseId: z.string(),
  kind: z.string(),
  payload: z.json(),
});
const turnRow = z.object({ turn: count, position: count });
const positionRow = z.object({ name: z.string(), position: count });

/** Notices in the database of the record, so that one transaction holds both. */
export function postgresOutbox(database: Database, wakeUps: WakeUps): Outbox {
  return {
    async announce(notices, within) {
      const caseIds = notices.map(({ caseId }) => caseId);
      const kinds = notices.map(({ kind }) => kind);
      const payloads = notices.map(({ payload }) => JSON.stringify(payload));
      await runWithin(
        database,
        within,
        sql`with told as (
          insert into court.outbox (case_id, kind, payload)
          select case_id, kind, payload
          from unnest(${caseIds}::uuid[], ${kinds}::text[], ${payloads}::jsonb[])
            with ordinality as fresh (case_id, kind, payload, n)
          order by n
          returning 1
        )
        select pg_notify(${outboxChannel}, '') from told limit 1`,
      );
    },
    async take({ follower, worker, most, leaseMs }) {
      return await database.transaction(service, async (open) => {
        await placeNotices(open);
        const taken = await open.one(
          sql`insert into court.outbox_followers as f (name, turn, leased_by, leased_until)
            values (${follower}, 1, ${worker},
              now() + ${leaseMs}::double precision * interval '1 millisecond')
            on conflict (name) do update
            set turn = f.turn + 1, leased_by = excluded.leased_by, leased_until = excluded.leased_until
            where f.leased_until <= now()
              and exists (select from court.outbox as o where o.position > f.position)
            returning turn, position`,
          turnRow,
        );
        if (taken === null) return null;
        const notices = await open.all(
          sql`select position, case_id as "caseId", kind, payload from court.outbox
            where position > ${taken.position}::bigint order by position limit ${most}`,
          notice,
        );
        if (notices.length > 0) return { follower, turn: taken.turn, notices };
        await open.run(giveBack(follower, taken.turn, taken.position));
        return null;
      });
    },
    async confirm({ follower, turn }, position) {
      const rows = await database.run(service, giveBack(follower, turn, position));
      return countOf(rows) === 1 ? 'held' : 'lost';
    },
    async positions() {
      const all = await database.all(
        service,
        sql`select name, position from court.outbox_followers order by name`,
        positionRow,
      );
      return new Map(all.map(({ name, position }) => [name, position]));
    },
    async prune() {
      const rows = await database.run(
        service,
        sql`delete from court.outbox
          where position <= (select min(position) from court.outbox_followers)`,
      );
      return countOf(rows);
    },
    news: (longestMs, signal) => wakeUps.wait(longestMs, signal),
  };
}

function giveBack(follower: string, turn: number, position: number) {
  return sql`update court.outbox_followers
    set position = greatest(position, ${position}::bigint), leased_by = null,
      leased_until = '-infinity'
    where name = ${follower} and turn = ${turn}::bigint`;
}

/**
 * Gives positions to what was committed without one, by the order of writing, which within a case is the order
 * of its appends. The lock on the counter comes in a statement of its own: only the next statement sees all
 * that the giver before has committed.
 */
async function placeNotices(open: PostgresTransaction): Promise<void> {
  const counter = await open.run(
    sql`select from court.outbox_counter
      where exists (select from court.outbox where position is null)
      for update`,
  );
  if (countOf(counter) === 0) return;
  await open.run(
    sql`with fresh as (
      select written, row_number() over (order by written) as n
      from (select written from court.outbox where position is null
        order by written limit ${mostPlaced}) as oldest
    ), placed as (
      update court.outbox as o set position = c.position + fresh.n
      from fresh, court.outbox_counter as c
      where o.written = fresh.written
    )
    update court.outbox_counter set position = position + (select count(*) from fresh)`,
  );
}
