import { z } from 'zod';
import { machineRoles, scopes } from '../../../core/person/scopes.ts';
import type { ApiKey, ApiKeys } from '../../../ports/identity/api-keys.ts';
import type { Database } from '../database.ts';
import { sql } from '../sql.ts';
import { service } from './service.ts';

const keyRow = z
  .object({
    id: z.string(),
    court_id: z.string(),
    name: z.string(),
    prefix: z.string(),
    roles: z.array(z.enum(machineRoles)),
    scopes: z.array(z.enum(scopes)),
    created_at: z.date(),
    expires_at: z.date().nullable(),
    revoked_at: z.date().nullable(),
    last_used_at: z.date().nullable(),
  })
  .transform((row): ApiKey => ({
    id: row.id,
    courtId: row.court_id,
    name: row.name,
    prefix: row.prefix,
    roles: row.roles,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  }));

const noteEvery = 60_000;

export function postgresApiKeys(database: Database): ApiKeys {
  return {
    add: (key) =>
      database.transaction(service, async (transaction) => {
        const id = crypto.randomUUID();
        // What a machine files names it as its filer. `.invalid` is nobody's domain (RFC 6761, 6.4).
        await transaction.run(
          sql`insert into court.people (id, email, name)
              values (${id}, ${`${id}@keys.invalid`}, ${key.name})`,
        );
        await transaction.run(
          sql`insert into identity.api_keys (id, court_id, name, prefix, hash, roles, scopes, created_by,
                created_at, expires_at)
              values (${id}, ${key.courtId}, ${key.name}, ${key.prefix}, ${key.hash}, ${key.roles},
                ${key.scopes}, ${key.createdBy}, ${key.createdAt}, ${key.expiresAt})`,
        );
        const { courtId, name, prefix, roles, scopes: allowed, createdAt, expiresAt } = key;
        const made = { id, courtId, name, prefix, roles, scopes: allowed, createdAt, expiresAt };
        return { ...made, revokedAt: null, lastUsedAt: null };
      }),
    ofCourt: (courtId) =>
      database.all(
        service,
        sql`select * from identity.api_keys where court_id = ${courtId} order by created_at, id`,
        keyRow,
      ),
    byId: (id) =>
      database.one(service, sql`select * from identity.api_keys where id = ${id}`, keyRow),
    async byHash(hash, now) {
      const key = await database.one(
        service,
        sql`select * from identity.api_keys
             where hash = ${hash} and revoked_at is null
               and (expires_at is null or expires_at > ${now})`,
        keyRow,
      );
      if (key !== null && now.getTime() - (key.lastUsedAt?.getTime() ?? 0) > noteEvery) {
        await database.run(
          service,
          sql`update identity.api_keys set last_used_at = ${now} where id = ${key.id}`,
        );
      }
      return key;
    },
    async revoke(id, now) {
      await database.run(
        service,
        sql`update identity.api_keys set revoked_at = coalesce(revoked_at, ${now}) where id = ${id}`,
      );
    },
  };
}
