import { z } from 'zod';
import type { Factor, SecondFactors } from '../../../ports/identity/factors.ts';
import type { Database } from '../database.ts';
import { countOf } from '../rows.ts';
import { sql } from '../sql.ts';
import { bytes, service, wholeNumber } from './service.ts';

const factorRow = z
  .object({
    id: z.string(),
    name: z.string(),
    sealed_seed: bytes,
    confirmed_at: z.date().nullable(),
    last_step: wholeNumber,
    created_at: z.date(),
  })
  .transform((row): Factor => ({
    id: row.id,
    name: row.name,
    sealedSeed: row.sealed_seed,
    confirmedAt: row.confirmed_at,
    lastStep: row.last_step,
    createdAt: row.created_at,
  }));

export function postgresFactors(database: Database): SecondFactors {
  return {
    of: (personId) =>
      database.all(
        service,
        sql`select * from identity.factors where person_id = ${personId} order by created_at, id`,
        factorRow,
      ),
    async add(personId, id, name, sealedSeed, now) {
      await database.transaction(service, async (transaction) => {
        await transaction.run(
          sql`delete from identity.factors where person_id = ${personId} and confirmed_at is null`,
        );
        await transaction.run(
          sql`insert into identity.factors (id, person_id, name, sealed_seed, created_at)
              values (${id}, ${personId}, ${name}, ${sealedSeed}, ${now})`,
        );
      });
    },
    async accept(id, step, now) {
      const done = await database.run(
        service,
        sql`update identity.factors
               set last_step = ${step}, confirmed_at = coalesce(confirmed_at, ${now})
             where id = ${id} and last_step < ${step}`,
      );
      return countOf(done) === 1;
    },
    async remove(personId, id) {
      const done = await database.run(
        service,
        sql`delete from identity.factors where id = ${id} and person_id = ${personId}`,
      );
      return countOf(done) === 1;
    },
    async setRecoveryCodes(personId, hashes) {
      await database.transaction(service, async (transaction) => {
        await transaction.run(
          sql`delete from identity.recovery_codes where person_id = ${personId}`,
        );
        for (const hash of hashes) {
          await transaction.run(
            sql`insert into identity.recovery_codes (person_id, hash) values (${personId}, ${hash})`,
          );
        }
      });
    },
    async useRecoveryCode(personId, hash, now) {
      const done = await database.run(
        service,
        sql`update identity.recovery_codes set used_at = ${now}
             where person_id = ${personId} and hash = ${hash} and used_at is null`,
      );
      return countOf(done) === 1;
    },
  };
}
