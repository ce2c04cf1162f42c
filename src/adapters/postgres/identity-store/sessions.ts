import { z } from 'zod';
import { lifetimes } from '../../../core/person/lifetimes.ts';
import { failuresForgottenAfter } from '../../../core/person/lock-out.ts';
import { decideRefresh } from '../../../core/person/refresh.ts';
import type { EndedSessions, Session, Sessions } from '../../../ports/identity/sessions.ts';
import type { Database } from '../database.ts';
import { sql, type Statement } from '../sql.ts';
import type { PostgresTransaction } from '../transaction.ts';
import { bytes, service } from './service.ts';

const sessionRow = z
  .object({
    id: z.string(),
    person_id: z.string(),
    aal: z.enum(['aal1', 'aal2']),
    method: z.enum(['password', 'invite', 'verify', 'reset']),
    created_at: z.date(),
    ends_at: z.date(),
    revoked_at: z.date().nullable(),
  })
  .transform((row): Session & { readonly revoked: boolean } => ({
    id: row.id,
    personId: row.person_id,
    aal: row.aal,
    method: row.method,
    createdAt: row.created_at,
    endsAt: row.ends_at,
    revoked: row.revoked_at !== null,
  }));

const tokenRow = z.object({
  created_at: z.date(),
  used_at: z.date().nullable(),
  replaced_by: bytes.nullable(),
  successor_used_at: z.date().nullable(),
});
const cutOffRow = z.object({ subject: z.string(), at: z.date() });

/** A session that ended is kept for so long, to tell what is used again from what never was; milliseconds. */
const weekOfGrace = 7 * 24 * 60 * 60_000;

export function postgresSessions(database: Database): Sessions {
  return {
    open: ({ personId, method, createdAt, endsAt, refreshHash }) =>
      database.transaction(service, async (transaction) => {
        const id = crypto.randomUUID();
        await transaction.run(
          sql`insert into identity.sessions (id, person_id, method, created_at, ends_at)
              values (${id}, ${personId}, ${method}, ${createdAt}, ${endsAt})`,
        );
        await transaction.run(newToken(id, refreshHash, createdAt));
        return { id, personId, aal: 'aal1', method, createdAt, endsAt };
      }),
    find: (id, now) =>
      database.one(
        service,
        sql`select * from identity.sessions
             where id = ${id} and revoked_at is null and ends_at > ${now}`,
        sessionRow,
      ),
    refresh: (hash, next, now, idleMs) =>
      database.transaction(service, async (transaction) => {
        // The session is locked first: of two refreshes at once the second sees what the first did.
        const session = await transaction.one(
          sql`select * from identity.sessions
               where id = (select session_id from identity.refresh_tokens where hash = ${hash}) for update`,
          sessionRow,
        );
        const token = await transaction.one(
          sql`select t.created_at, t.used_at, t.replaced_by, s.used_at as successor_used_at
                from identity.refresh_tokens as t
                left join identity.refresh_tokens as s on s.hash = t.replaced_by
               where t.hash = ${hash}`,
          tokenRow,
        );
        if (session === null || token === null) return { kind: 'unknown' };
        const decision = decideRefresh(
          {
            createdAt: token.created_at.getTime(),
            usedAt: token.used_at?.getTime() ?? null,
            successorUsed: token.successor_used_at !== null,
            session: { endsAt: session.endsAt.getTime(), revoked: session.revoked },
          },
          now.getTime(),
          idleMs,
        );
        switch (decision) {
          case 'over':
            return { kind: 'over' };
          case 'reuse':
            await end(transaction, { ...session, which: 'this', sessionId: session.id }, now);
            return { kind: 'reuse' };
          case 'rotate':
          case 'rotate-successor':
            await spend(transaction, hash, next, now);
            if (token.replaced_by !== null) await spend(transaction, token.replaced_by, next, now);
            await transaction.run(newToken(session.id, next, now));
            return { kind: 'refreshed', session };
        }
      }),
    raise: (id, next, now) =>
      database.transaction(service, async (transaction) => {
        const session = await transaction.one(
          sql`update identity.sessions set aal = 'aal2'
               where id = ${id} and revoked_at is null and ends_at > ${now} returning *`,
          sessionRow,
        );
        if (session === null) return null;
        await transaction.run(
          sql`delete from identity.refresh_tokens where session_id = ${id} and used_at is null`,
        );
        await transaction.run(newToken(id, next, now));
        return session;
      }),
    async end(ended, now) {
      await database.transaction(service, (transaction) => end(transaction, ended, now));
    },
    async cutOff(subject, now) {
      await database.run(
        service,
        sql`insert into identity.cut_offs (subject, at) values (${subject}, ${now})
            on conflict (subject) do update set at = excluded.at`,
      );
    },
    async cutOffsSince(since) {
      const rows = await database.all(
        service,
        sql`select subject, at from identity.cut_offs where at > ${since}`,
        cutOffRow,
      );
      return new Map(rows.map(({ subject, at }) => [subject, at.getTime()]));
    },
    async sweep(now, accessTokenMs) {
      const before = (age: number): Date => new Date(now.getTime() - age);
      await database.transaction(service, async (transaction) => {
        for (const statement of [
          sql`delete from identity.one_time_tokens where expires_at < ${before(lifetimes.session)}`,
          sql`delete from identity.sessions
               where ends_at < ${now} or revoked_at < ${before(weekOfGrace)}`,
          sql`delete from identity.sign_in_failures where last_at < ${before(failuresForgottenAfter)}`,
          sql`delete from identity.cut_offs where at < ${before(2 * accessTokenMs)}`,
        ]) {
          await transaction.run(statement);
        }
      });
    },
  };
}

function newToken(session: string, hash: Uint8Array, now: Date): Statement {
  return sql`insert into identity.refresh_tokens (hash, session_id, created_at)
             values (${hash}, ${session}, ${now})`;
}

async function spend(
  transaction: PostgresTransaction,
  hash: Uint8Array,
  next: Uint8Array,
  now: Date,
): Promise<void> {
  await transaction.run(
    sql`update identity.refresh_tokens
           set used_at = coalesce(used_at, ${now}), replaced_by = ${next} where hash = ${hash}`,
  );
}

async function end(
  transaction: PostgresTransaction,
  { personId, which, sessionId }: EndedSessions,
  now: Date,
): Promise<void> {
  await transaction.run(
    sql`with ended as (
          update identity.sessions set revoked_at = ${now}
           where person_id = ${personId} and revoked_at is null
             and case ${which}
                   when 'this' then id = ${sessionId}
                   when 'others' then id <> ${sessionId}
                   else true end
          returning id
        )
        insert into identity.cut_offs (subject, at) select id, ${now} from ended
        on conflict (subject) do update set at = excluded.at`,
  );
}
