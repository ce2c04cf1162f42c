import { z } from 'zod';
import { type Failures, type GuessedAt, waitBefore } from '../../../core/person/lock-out.ts';
import type { FailedAttempts } from '../../../ports/identity/failures.ts';
import type { Database } from '../database.ts';
import { sql, type Statement } from '../sql.ts';
import { service } from './service.ts';

const failuresRow = z.object({ subject: z.string(), failures: z.int(), last_at: z.date() });

export function postgresFailures(database: Database): FailedAttempts {
  return {
    attempt: ({ kind, subject, address }, now) =>
      database.transaction(service, async (transaction) => {
        await transaction.run(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
        const rows = await transaction.all(
          sql`select subject, failures, last_at from identity.sign_in_failures
               where subject = any (${[subject, address]}::text[])`,
          failuresRow,
        );
        const wait = (of: string, guessed: GuessedAt): number => {
          const row = rows.find((one) => one.subject === of);
          const past: Failures | null =
            row === undefined ? null : { failures: row.failures, lastAt: row.last_at.getTime() };
          return waitBefore(guessed, past, now.getTime());
        };
        const longest = Math.max(wait(subject, kind), wait(address, 'address'));
        if (longest === 0) await transaction.run(oneMore(subject, now));
        return longest;
      }),
    async failed({ address }, now) {
      await database.run(service, oneMore(address, now));
    },
    async succeeded({ subject }) {
      await database.run(
        service,
        sql`delete from identity.sign_in_failures where subject = ${subject}`,
      );
    },
  };
}

function oneMore(subject: string, now: Date): Statement {
  return sql`insert into identity.sign_in_failures as f (subject, failures, last_at)
             values (${subject}, 1, ${now})
             on conflict (subject) do update set failures = f.failures + 1, last_at = excluded.last_at`;
}
