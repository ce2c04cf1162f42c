import { z } from 'zod';
import { textsOfExhibit } from '../../core/case/texts-of-exhibit.ts';
import type { FiledPaper } from '../../ports/document-shelf.ts';
import type { Database } from './database.ts';
import { nameRow, versionRow } from './document-shelf-rows.ts';
import { eventsOfCase, sealTexts } from './document-shelf-writes.ts';
import { readAll } from './rows.ts';
import { sql } from './sql.ts';

const shelvedRow = z.object({ id: z.string(), sha256: z.string() });

/**
 * The database of a record store whose append files the case; the store asks for one row in its append alone.
 */
export function filingDatabase(
  database: Database,
  caseId: string,
  papers: readonly FiledPaper[],
): Database {
  return {
    ...database,
    one: (writer, append, schema) =>
      database.transaction(writer, async (transaction) => {
        const held = await transaction.one(
          sql`select version from court.cases where id = ${caseId} for update`,
          versionRow,
        );
        const lying = await transaction.asService(
          sql`select id, sha256 from court.documents where case_id = ${caseId}`,
        );
        const same = sameShelf(readAll(shelvedRow, lying), papers);
        if (held?.version !== 0 || !same) return schema.parse({ append: 'stale' });
        const answer = await transaction.one(append, schema);
        await transaction.asService(
          sql`update court.documents as d set exhibit = p.exhibit, kind = p.kind
                from jsonb_to_recordset(${JSON.stringify(papers)}::jsonb)
                  as p (id uuid, exhibit text, kind text)
               where d.id = p.id and d.case_id = ${caseId}`,
        );
        const closed = await transaction.asService(
          sql`select exhibit as name from court.documents where case_id = ${caseId} and sealed`,
        );
        const exhibits = readAll(nameRow, closed).map(({ name }) => name);
        const events = exhibits.length === 0 ? [] : await eventsOfCase(transaction, caseId);
        const hashes = exhibits.flatMap((exhibit) => textsOfExhibit(events, exhibit));
        await sealTexts(transaction, caseId, hashes, true);
        return answer;
      }),
  };
}

function sameShelf(
  lying: readonly z.infer<typeof shelvedRow>[],
  papers: readonly FiledPaper[],
): boolean {
  const known = new Map(papers.map(({ id, sha256 }) => [id, sha256]));
  return (
    lying.length === papers.length && lying.every(({ id, sha256 }) => known.get(id) === sha256)
  );
}
