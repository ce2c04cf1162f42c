import { z } from 'zod';
import { quotaRefusals } from '../../core/document/quota.ts';
import { isEvent } from '../../core/record/chain.ts';
import type { NewPaper } from '../../ports/document-shelf.ts';
import { documentsAsJson, passagesAsJson } from './document-shelf-rows.ts';
import { countOf, readAll, type Rows } from './rows.ts';
import { sql } from './sql.ts';
import type { PostgresTransaction } from './transaction.ts';

const lineRow = z.object({ line: z.string() });
const keyRow = z.object({ storage_key: z.string() });
/** Sums of bytes come as text, since they may be larger than a number of the database. */
export const roomRow = z.object({
  of_court: z.coerce.number(),
  of_case: z.coerce.number(),
  quota: z.coerce.number().nullable(),
});

/** The events of a case, what is private to a seat too: read as the service. */
export async function eventsOfCase(transaction: PostgresTransaction, caseId: string) {
  const rows = await transaction.asService(
    sql`select line from court.events where case_id = ${caseId} order by seq`,
  );
  const events: unknown[] = readAll(lineRow, rows).map(({ line }) => JSON.parse(line));
  return events.filter(isEvent);
}

export async function sealTexts(
  transaction: PostgresTransaction,
  caseId: string,
  hashes: readonly string[],
  sealed: boolean,
): Promise<void> {
  await transaction.asService(
    sql`update court.texts set sealed = ${sealed}
         where case_id = ${caseId} and hash = any(${hashes}::text[])`,
  );
}

/** Takes papers off the shelf by name; `null` where one of them is not the caller's to remove. */
export async function removeNamed(
  transaction: PostgresTransaction,
  caseId: string,
  names: readonly string[],
): Promise<readonly string[] | null> {
  const keys = await transaction.asService(
    sql`select d.storage_key from court.documents as d
          left join court.documents as whole on whole.id = d.inside
         where d.case_id = ${caseId} and coalesce(whole.name, d.name) = any(${names}::text[])`,
  );
  const gone = await transaction.run(
    sql`delete from court.documents
         where case_id = ${caseId} and inside is null and name = any(${names}::text[])`,
  );
  return countOf(gone) === names.length ? keysOf(keys) : null;
}

export async function insertPapers(
  transaction: PostgresTransaction,
  papers: readonly NewPaper[],
  person: string | null,
): Promise<void> {
  await transaction.run(
    sql`insert into court.documents (id, case_id, court_id, name, kind, media_type, size, sha256,
          storage_key, wrapped_key, key_version, chunk_size, sealed, scan, inside, inside_n, language,
          pages, warnings, filed_by, filed_at)
        select p.id, p.case_id, p.court_id, p.name, p.kind, p.media_type, p.size, p.sha256,
          p.storage_key, decode(p.wrapped_key, 'hex'), p.key_version, p.chunk_size, p.sealed, p.scan,
          p.inside, p.inside_n, p.language, p.pages, p.warnings, ${person}::uuid, clock_timestamp()
          from jsonb_to_recordset(${documentsAsJson(papers)}::jsonb) as p (id uuid, case_id uuid,
            court_id uuid, name text, kind text, media_type text, size bigint, sha256 text,
            storage_key text, wrapped_key text, key_version integer, chunk_size integer, sealed boolean,
            scan text, inside uuid, inside_n integer, language text, pages integer, warnings jsonb)`,
  );
  await transaction.run(
    sql`insert into court.passages (document_id, n, case_id, court_id, page, starts, ends, text,
          evidential, sealed)
        select p.document_id, p.n, p.case_id, p.court_id, p.page, p.starts, p.ends, p.text,
          p.evidential, p.sealed
          from jsonb_to_recordset(${passagesAsJson(papers)}::jsonb) as p (document_id uuid, n integer,
            case_id uuid, court_id uuid, page integer, starts integer, ends integer, text text,
            evidential boolean, sealed boolean)`,
  );
}

/** As the service: room is taken also by what a caller may not see. */
export const roomTaken = (courtId: string, caseId: string) =>
  sql`select coalesce(sum(d.size), 0)::text as of_court,
        coalesce(sum(d.size) filter (where d.case_id = ${caseId}), 0)::text as of_case,
        (select quota_bytes::text from court.courts where id = ${courtId}) as quota
        from court.documents as d where d.court_id = ${courtId} and d.erased_at is null`;

export function roomIn(row: z.infer<typeof roomRow> | null) {
  const used = { court: row?.of_court ?? 0, case: row?.of_case ?? 0 };
  return { used, quota: { court: row?.quota ?? null, case: null } };
}

/** Whether all of them have room together: uploads that come at once are counted one after the other. */
export async function hasRoom(
  transaction: PostgresTransaction,
  papers: readonly NewPaper[],
  quota: Parameters<typeof quotaRefusals>[3],
): Promise<boolean> {
  const [first] = papers;
  if (first === undefined) return true;
  await transaction.run(
    sql`select pg_advisory_xact_lock(hashtextextended('documents of ' || ${first.court_id}, 0))`,
  );
  const rows = await transaction.asService(roomTaken(first.court_id, first.case_id));
  const { used } = roomIn(readAll(roomRow, rows)[0] ?? null);
  const size = papers.reduce((sum, paper) => sum + paper.size, 0);
  return quotaRefusals(first.name, size, used, quota).length === 0;
}

export const keysOf = (rows: Rows): readonly string[] =>
  readAll(keyRow, rows).map(({ storage_key: key }) => key);
