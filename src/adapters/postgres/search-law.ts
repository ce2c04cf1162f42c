import { z } from 'zod';
import { importWork } from '../../core/law/import-work.ts';
import type { Database } from './database.ts';
import { countOf } from './rows.ts';
import { sql } from './sql.ts';

const workRow = z.object({
  id: z.string(),
  court_id: z.string(),
  source: z.string(),
  text: z.string(),
});

const batch = 20;

/**
 * Makes the articles of imported works found that are not yet, as the court's own worker; answers how many
 * works. The articles are read by the core, so no trigger can do it. Doing it twice changes nothing.
 */
export async function indexLaw(database: Database): Promise<number> {
  const service = { kind: 'service' } as const;
  let done = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const works = await database.all(
      service,
      sql`select id, court_id, source, text from court.law_works as l
           where id > ${after}
             and not exists (select from court.law_articles as a where a.law_id = l.id)
           order by id limit ${batch}`,
      workRow,
    );
    for (const { id, court_id: courtId, source, text } of works) {
      after = id;
      const read = importWork(source, text);
      if (read.kind === 'refused') continue;
      const { language, articles } = read.version;
      const rows = articles
        .filter(({ empty }) => !empty)
        .map(({ id: article, label, text: words }, at) => ({
          n: at + 1,
          article,
          label: label.slice(0, 200),
          text: words,
        }));
      const made = await database.run(
        service,
        sql`insert into court.law_articles (law_id, n, court_id, article, label, language, text)
            select ${id}::uuid, a.n, ${courtId}::uuid, a.article, a.label, ${language}, a.text
              from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
                as a (n integer, article text, label text, text text)
             where exists (select from court.law_works where id = ${id})
            on conflict do nothing`,
      );
      if (countOf(made) > 0) done += 1;
    }
    if (works.length < batch) return done;
  }
}

const countRow = z.object({ count: z.int() });

/** Makes the whole index anew, in one transaction; answers how many documents, works and captions it knows. */
export async function reindexSearch(database: Database): Promise<number> {
  await indexLaw(database);
  const row = await database.one(
    { kind: 'service' },
    sql`select court.search_reindex() as count`,
    countRow,
  );
  return row?.count ?? 0;
}
