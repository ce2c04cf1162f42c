import { z } from 'zod';
import { courtRoles } from '../../../core/person/roles.ts';
import type { OneTimeLink, OneTimeLinks } from '../../../ports/identity/links.ts';
import type { Database } from '../database.ts';
import { isTwice } from '../denied.ts';
import { sql, type Statement } from '../sql.ts';
import { addAccount } from './accounts.ts';
import { bytes, service, wholeNumber } from './service.ts';

const always = { hash: bytes, createdAt: z.date(), expiresAt: z.date() };
const admission = {
  courtId: z.string(),
  role: z.enum(courtRoles),
  createdBy: z.string().nullable(),
};
const linkRow = z.discriminatedUnion('purpose', [
  z.object({ ...always, ...admission, purpose: z.literal('invite'), email: z.string() }),
  z.object({ ...always, ...admission, purpose: z.literal('first-administrator') }),
  z.object({
    ...always,
    purpose: z.enum(['verify', 'reset']),
    personId: z.string(),
    email: z.string(),
  }),
]);
const usedRow = z.object({ purpose: z.enum(['verify', 'reset']), personId: z.string() });
const admittedRow = z.object({
  purpose: z.enum(['invite', 'first-administrator']),
  court_id: z.string(),
  role: z.string(),
});

export function postgresLinks(database: Database): OneTimeLinks {
  return {
    async put(link) {
      await database.run(service, insertion(link));
    },
    find: (hash, now) =>
      database.one(
        service,
        sql`select hash, purpose, email, role, person_id as "personId", court_id as "courtId",
                   created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt"
              from identity.one_time_tokens
             where hash = ${hash} and used_at is null and expires_at > ${now}`,
        linkRow,
      ),
    use: (hash, purposes, now) =>
      database.one(
        service,
        sql`update identity.one_time_tokens set used_at = ${now}
             where hash = ${hash} and used_at is null and expires_at > ${now}
               and purpose = any (${purposes}::text[])
            returning purpose, person_id as "personId"`,
        usedRow,
      ),
    async admit(hash, admitted, now) {
      try {
        return await database.transaction(service, async (transaction) => {
          const link = await transaction.one(
            sql`update identity.one_time_tokens set used_at = ${now}
                 where hash = ${hash} and used_at is null and expires_at > ${now}
                   and purpose in ('invite', 'first-administrator')
                returning purpose, court_id, role`,
            admittedRow,
          );
          if (link === null) return null;
          // Who opened the letter has the address; for the first administrator the operator vouches.
          const personId =
            'personId' in admitted
              ? admitted.personId
              : await addAccount(transaction, admitted.account, now);
          await transaction.run(
            link.purpose === 'invite'
              ? sql`insert into court.memberships (court_id, person_id, role)
                    values (${link.court_id}, ${personId}, ${link.role}) on conflict do nothing`
              : everyRole(personId),
          );
          return personId;
        });
      } catch (error) {
        if (isTwice(error)) return null;
        throw error;
      }
    },
    async sentTo(email, since) {
      const { rows } = await database.run(
        service,
        sql`select count(*) as count from identity.one_time_tokens
             where email = ${email} and created_at > ${since}`,
      );
      return wholeNumber.parse(rows[0]?.['count']);
    },
    putFirstAdministrator: (link) =>
      database.transaction(service, async (transaction) => {
        await transaction.run(
          sql`delete from identity.one_time_tokens
               where court_id = ${link.courtId} and purpose = 'first-administrator'`,
        );
        const { rows } = await transaction.run(
          sql`select from court.memberships
               where court_id = ${link.courtId} and role = 'administrator' limit 1`,
        );
        if (rows.length > 0) return false;
        await transaction.run(insertion(link));
        return true;
      }),
  };
}

/**
 * Nobody appoints themselves, so whoever comes first is everything that a court needs, in every court that has
 * no administrator: administrator, clerk and judge, until these roles are handed on and dismissed.
 */
function everyRole(personId: string): Statement {
  return sql`insert into court.memberships (court_id, person_id, role)
    select c.id, ${personId}, r.role
      from court.courts as c, unnest(array['administrator', 'clerk', 'judge']) as r (role)
     where not exists (select from court.memberships as m
                        where m.court_id = c.id and m.role = 'administrator')
    on conflict do nothing`;
}

function insertion(link: OneTimeLink): Statement {
  const { hash, purpose, createdAt, expiresAt } = link;
  const personId = 'personId' in link ? link.personId : null;
  const email = 'email' in link ? link.email : null;
  const { courtId, role, createdBy } =
    'courtId' in link ? link : { courtId: null, role: null, createdBy: null };
  return sql`insert into identity.one_time_tokens
      (hash, purpose, person_id, court_id, role, email, created_by, created_at, expires_at)
    values (${hash}, ${purpose}, ${personId}, ${courtId}, ${role}, ${email}, ${createdBy},
            ${createdAt}, ${expiresAt})`;
}
