import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import { courtRoles } from '../../core/person/roles.ts';
import type { People } from '../../ports/people.ts';
import type { Database } from './database.ts';
import { countOf } from './rows.ts';
import { sql } from './sql.ts';

const personRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  language: z.enum(['en', 'es']),
});
const roleRow = z.object({ role: z.enum(courtRoles) });
const courtPersonRow = personRow.extend({ roles: z.array(z.enum(courtRoles)) });

/** The people of courts in PostgreSQL: the policies of the schema decide what one identity sees and changes. */
export function postgresPeople(
  database: Database,
  identity: Extract<Identity, { kind: 'person' }>,
): People {
  const writer: Identity = { ...identity, writing: true };
  const own = identity.claims.sub;
  return {
    me: () =>
      database.one(
        identity,
        sql`select id, email, name, language from court.people where id = ${own}`,
        personRow,
      ),
    changeMe: ({ name = null, language = null }) =>
      database.one(
        writer,
        sql`update court.people
               set name = coalesce(${name}, name), language = coalesce(${language}, language)
             where id = ${own} returning id, email, name, language`,
        personRow,
      ),
    ofCourt: (courtId) =>
      database.all(
        identity,
        sql`select p.id, p.email, p.name, p.language, array_agg(m.role order by m.role) as roles
              from court.memberships as m join court.people as p on p.id = m.person_id
             where m.court_id = ${courtId} group by p.id order by p.name, p.id`,
        courtPersonRow,
      ),
    promote: (courtId, personId, role) =>
      database.transaction(writer, async (transaction) => {
        const held = await transaction.all(
          sql`select role from court.memberships
               where court_id = ${courtId} and person_id = ${personId}`,
          roleRow,
        );
        if (held.length === 0) return 'unknown';
        if (held.some((one) => one.role === role)) return 'known';
        await transaction.run(
          sql`insert into court.memberships (court_id, person_id, role)
              values (${courtId}, ${personId}, ${role})`,
        );
        return 'promoted';
      }),
    dismiss: (courtId, personId, role) =>
      database.transaction(writer, async (transaction) => {
        // Of two administrators who dismiss each other at once, one stays.
        await transaction.run(sql`select pg_advisory_xact_lock(hashtextextended(${courtId}, 1))`);
        const done = await transaction.run(
          sql`delete from court.memberships as m
               where m.court_id = ${courtId} and m.person_id = ${personId} and m.role = ${role}
                 and (m.role <> 'administrator' or exists (
                   select from court.memberships as o
                    where o.court_id = m.court_id and o.role = 'administrator'
                      and o.person_id <> m.person_id))`,
        );
        if (countOf(done) === 1) return 'dismissed';
        const { rows } = await transaction.run(
          sql`select from court.memberships
               where court_id = ${courtId} and person_id = ${personId} and role = ${role}`,
        );
        return rows.length === 0 ? 'unknown' : 'last-administrator';
      }),
  };
}
