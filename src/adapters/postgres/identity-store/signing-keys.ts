import { z } from 'zod';
import type { SigningKey, SigningKeys } from '../../../ports/identity/signing-keys.ts';
import type { Database } from '../database.ts';
import { sql } from '../sql.ts';
import { bytes, service } from './service.ts';

const keyRow = z
  .object({
    kid: z.string(),
    public_jwk: z.object({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.string(),
      y: z.string(),
      kid: z.string(),
      alg: z.literal('ES256'),
      use: z.literal('sig'),
    }),
    sealed_private: bytes,
    starts_at: z.date(),
    ends_at: z.date().nullable(),
  })
  .transform((row): SigningKey => ({
    kid: row.kid,
    publicJwk: row.public_jwk,
    sealedPrivate: row.sealed_private,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at?.getTime() ?? null,
  }));

const allKeys = sql`select * from identity.signing_keys order by starts_at, kid`;

export function postgresSigningKeys(database: Database): SigningKeys {
  return {
    all: () => database.all(service, allKeys, keyRow),
    async addWhere(needed) {
      await database.transaction(service, async (transaction) => {
        await transaction.run(sql`lock table identity.signing_keys in share row exclusive mode`);
        const key = needed(await transaction.all(allKeys, keyRow));
        if (key === null) return;
        await transaction.run(
          sql`insert into identity.signing_keys (kid, public_jwk, sealed_private, starts_at)
              values (${key.kid}, ${JSON.stringify(key.publicJwk)}::jsonb, ${key.sealedPrivate},
                      ${new Date(key.startsAt)})`,
        );
      });
    },
    async withdrawAll(now) {
      await database.run(
        service,
        sql`update identity.signing_keys set ends_at = ${now} where ends_at is null`,
      );
    },
  };
}
