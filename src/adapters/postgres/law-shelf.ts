import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import type { LawShelf } from '../../ports/law-shelf.ts';
import type { Database } from './database.ts';
import { isDenied } from './denied.ts';
import { sql } from './sql.ts';

const workRow = z.object({
  work: z.string(),
  title: z.string(),
  from: z.string(),
  standing: z.enum(['official', 'summary']),
  articles: z.int(),
  source: z.string(),
  importedAt: z.date().transform((at) => at.toISOString()),
});
const textRow = z.object({ name: z.string(), text: z.string() });
const sameRow = z.object({ same: z.boolean() });

/** The court's imported law in PostgreSQL, as one identity may see and change it. */
export function postgresLawShelf(database: Database, identity: Identity): LawShelf {
  const writer: Identity = identity.kind === 'person' ? { ...identity, writing: true } : identity;
  return {
    works: (courtId) =>
      database.all(
        identity,
        sql`select work, title, version_date as "from", standing, articles, source,
                imported_at as "importedAt" from court.law_works where court_id = ${courtId} order by work collate "C", version_date`,
        workRow,
      ),
    texts: (courtId) =>
      database.all(
        identity,
        sql`select source as name, text from court.law_works where court_id = ${courtId}
             order by work collate "C", version_date`,
        textRow,
      ),
    async keep(courtId, { work, title, from, standing, articles }, { name, text }, { replace }) {
      try {
        return await database.transaction(writer, async (transaction) => {
          // Two imports of one version at once: one after the other.
          await transaction.run(
            sql`select pg_advisory_xact_lock(hashtextextended('law of ' || ${courtId}, 0))`,
          );
          const before = await transaction.one(
            sql`select text = ${text} as same from court.law_works
                 where court_id = ${courtId} and work = ${work} and version_date = ${from}::date`,
            sameRow,
          );
          if (before?.same === true) return 'unchanged';
          if (before !== null && !replace) return 'differs';
          await transaction.run(
            sql`delete from court.law_works
                 where court_id = ${courtId} and work = ${work} and version_date = ${from}::date`,
          );
          await transaction.run(
            sql`insert into court.law_works (court_id, work, version_date, title, standing, articles,
                  source, text)
                values (${courtId}, ${work}, ${from}::date, ${title}, ${standing}, ${articles}, ${name},
                  ${text})`,
          );
          return before === null ? 'kept' : 'replaced';
        });
      } catch (error) {
        if (isDenied(error)) return 'refused';
        throw error;
      }
    },
  };
}
