import { z } from 'zod';
import { courtRoles } from '../../../core/person/roles.ts';
import type { Account, Accounts, NewAccount } from '../../../ports/identity/accounts.ts';
import type { Database } from '../database.ts';
import { isTwice } from '../denied.ts';
import { type SqlValue, sql, type Statement } from '../sql.ts';
import type { PostgresTransaction } from '../transaction.ts';
import { service } from './service.ts';

const accountRow = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    language: z.enum(['en', 'es']),
    password_hash: z.string(),
    email_verified_at: z.date().nullable(),
    created_at: z.date(),
  })
  .transform((row): Account => ({
    personId: row.id,
    email: row.email,
    name: row.name,
    language: row.language,
    passwordHash: row.password_hash,
    verifiedAt: row.email_verified_at,
    createdAt: row.created_at,
  }));

const courtsRow = z.object({ court_id: z.string(), roles: z.array(z.enum(courtRoles)) });

const accountWhere = (parts: TemplateStringsArray, value: SqlValue): Statement => ({
  text: `select p.id, p.email, p.name, p.language, p.created_at, c.password_hash, c.email_verified_at
           from court.people as p join identity.credentials as c on c.person_id = p.id
          where p.left_at is null and ${parts.join('$1')}`,
  values: [value],
});

export function postgresAccounts(database: Database): Accounts {
  return {
    byEmail: (email) => database.one(service, accountWhere`p.email = ${email}`, accountRow),
    byId: (personId) => database.one(service, accountWhere`p.id = ${personId}`, accountRow),
    async courtsOf(personId) {
      const rows = await database.all(
        service,
        sql`select court_id, array_agg(role order by role) as roles
              from court.memberships where person_id = ${personId} group by court_id`,
        courtsRow,
      );
      return Object.fromEntries(rows.map(({ court_id, roles }) => [court_id, roles]));
    },
    async create(account) {
      try {
        return await database.transaction(service, (transaction) =>
          addAccount(transaction, account, null),
        );
      } catch (error) {
        if (isTwice(error)) return null;
        throw error;
      }
    },
    async verifyEmail(personId, now) {
      await database.run(
        service,
        sql`update identity.credentials set email_verified_at = ${now}
             where person_id = ${personId} and email_verified_at is null`,
      );
    },
    async setPassword(personId, hash, now) {
      await database.run(
        service,
        sql`update identity.credentials set password_hash = ${hash}, changed_at = ${now}
             where person_id = ${personId}`,
      );
    },
    async note({ courtId, personId, action, target }) {
      await database.run(
        service,
        sql`insert into court.audit (court_id, person_id, action, target, outcome)
            values (${courtId}, ${personId}, ${action}, ${target}, 'done')`,
      );
    },
  };
}

/** A person with a password; the e-mail is verified where a letter to it brought the person here. */
export async function addAccount(
  transaction: PostgresTransaction,
  { email, name, language, passwordHash }: NewAccount,
  verifiedAt: Date | null,
): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run(
    sql`insert into court.people (id, email, name, language)
        values (${id}, ${email}, ${name}, ${language})`,
  );
  await transaction.run(
    sql`insert into identity.credentials (person_id, password_hash, email_verified_at)
        values (${id}, ${passwordHash}, ${verifiedAt})`,
  );
  return id;
}
