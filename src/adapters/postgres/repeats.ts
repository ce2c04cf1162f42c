import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import { type ForgetRepeats, type Repeats, RepeatsFault } from '../../ports/repeats.ts';
import type { Database } from './database.ts';
import { DatabaseFault } from './fault.ts';
import { countOf } from './rows.ts';
import { sql } from './sql.ts';

const keptRow = z.object({
  request_hash: z.string(),
  status: z.int().nullable(),
  headers: z.record(z.string(), z.string()).nullable(),
  body: z.string().nullable(),
  since: z.number(),
});

type Person = Extract<Identity, { kind: 'person' }>;

/** The repeats of one person, in the database of what they changed. */
export function postgresRepeats(database: Database, identity: Person): Repeats {
  const writer: Identity = { ...identity, writing: true };
  const person = identity.claims.sub;
  return {
    begin: (key, request) =>
      guarded(async () => {
        const put = await database.run(
          writer,
          sql`insert into court.idempotency_keys (person_id, key, request_hash)
              values (${person}, ${key}, ${request}) on conflict do nothing`,
        );
        if (countOf(put) === 1) return { kind: 'first' };
        const row = await database.one(
          writer,
          sql`select request_hash, status, headers, body,
                extract(epoch from clock_timestamp() - created_at)::double precision * 1000 as since
               from court.idempotency_keys where person_id = ${person} and key = ${key}`,
          keptRow,
        );
        // Given back this very moment: whoever asks again begins anew.
        if (row === null) return { kind: 'under-way', sinceMs: 0 };
        const { request_hash, status, headers, body, since } = row;
        if (request_hash !== request) return { kind: 'other' };
        return status === null
          ? { kind: 'under-way', sinceMs: since }
          : { kind: 'answered', answer: { status, headers: headers ?? {}, body: body ?? '' } };
      }),
    answer: (key, { status, headers, body }) =>
      guarded(async () => {
        await database.run(
          writer,
          sql`update court.idempotency_keys
                 set status = ${status}, headers = ${JSON.stringify(headers)}::jsonb, body = ${body}
               where person_id = ${person} and key = ${key}`,
        );
      }),
    giveBack: (key) =>
      guarded(async () => {
        await database.run(
          writer,
          sql`delete from court.idempotency_keys
               where person_id = ${person} and key = ${key} and status is null`,
        );
      }),
  };
}

export function forgetPostgresRepeats(database: Database): ForgetRepeats {
  return (olderThanMs) =>
    guarded(async () =>
      countOf(
        await database.run(
          { kind: 'service' },
          sql`delete from court.idempotency_keys
               where created_at < now() - ${olderThanMs}::double precision * interval '1 millisecond'`,
        ),
      ),
    );
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error;
    throw new RepeatsFault(error.message, error.retryable, error);
  }
}
