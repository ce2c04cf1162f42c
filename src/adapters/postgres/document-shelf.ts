import { z } from 'zod';
import { textsOfExhibit } from '../../core/case/texts-of-exhibit.ts';
import { quotaRefusals } from '../../core/document/quota.ts';
import type { Identity } from '../../core/person/claims.ts';
import { isEvent } from '../../core/record/chain.ts';
import type { Page } from '../../ports/docket.ts';
import {
  type DocumentShelf,
  DocumentShelfFault,
  type FiledPaper,
  type NewPaper,
  type ShelvedDocument,
} from '../../ports/document-shelf.ts';
import { recordAnnouncements } from '../../ports/record-announcements.ts';
import type { Database } from './database.ts';
import { isDenied, isTwice } from './denied.ts';
import { documentRow, documentsAsJson, passageRow, passagesAsJson } from './document-shelf-rows.ts';
import { DatabaseFault } from './fault.ts';
import { postgresRecordStore } from './record-store.ts';
import { countOf, readAll } from './rows.ts';
import { sql } from './sql.ts';
import type { PostgresTransaction } from './transaction.ts';

const versionRow = z.object({ version: z.int() });
const nameRow = z.object({ name: z.string() });
const keyRow = z.object({ storage_key: z.string() });
const lineRow = z.object({ line: z.string() });
const shelvedRow = z.object({ id: z.string(), sha256: z.string() });
const eraserRow = z.object({ may: z.boolean() });
/** Sums of bytes come as text, since they may be larger than a number of the database. */
const roomRow = z.object({
  of_court: z.coerce.number(),
  of_case: z.coerce.number(),
  quota: z.coerce.number().nullable(),
});

const service: Identity = { kind: 'service' };

/** The shelf in PostgreSQL, as one identity may see and change it: the policies of the schema decide. */
export function postgresDocumentShelf(database: Database, identity: Identity): DocumentShelf {
  const writer: Identity = identity.kind === 'person' ? { ...identity, writing: true } : identity;
  const person = identity.kind === 'person' ? identity.claims.sub : null;

  const one = (id: string) =>
    database.one(identity, sql`select * from court.documents where id = ${id}`, documentRow);

  return {
    list: (caseId, { limit, cursor }) =>
      guarded(async () => {
        const [after, afterId] = cursor === null ? [null, null] : placeOf(cursor);
        const rows = await database.all(
          identity,
          sql`select * from court.documents
               where case_id = ${caseId}
                 and (${after}::timestamptz is null
                   or (filed_at, id) > (${after}::timestamptz, ${afterId}::uuid))
               order by filed_at, id limit ${limit + 1}`,
          documentRow,
        );
        return page(rows, limit, ({ filed_at, id }) =>
          Buffer.from(`${filed_at} ${id}`).toString('base64url'),
        );
      }),
    one: (id) => guarded(() => one(id)),
    passages: (documentId, { limit, cursor }) =>
      guarded(async () => {
        const after = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : 0;
        const rows = await database.all(
          identity,
          sql`select n, page, starts, ends, text, evidential from court.passages
               where document_id = ${documentId} and n > ${after} order by n limit ${limit + 1}`,
          passageRow,
        );
        return page(rows, limit, ({ n }) => String(n));
      }),
    papers: (caseId) =>
      guarded(async () => {
        const rows = await database.all(
          identity,
          sql`select * from court.documents where case_id = ${caseId} and erased_at is null`,
          documentRow,
        );
        return inOrderOfFiling(rows);
      }),
    room: (courtId, caseId) =>
      guarded(async () => {
        const row = await database.one(service, roomTaken(courtId, caseId), roomRow);
        return roomOf(row);
      }),
    standing: (caseId) =>
      guarded(async () => {
        // Only who may write to the case may lock its row.
        const row = await database.one(
          writer,
          sql`select version from court.cases where id = ${caseId} for share`,
          versionRow,
        );
        if (row !== null) return row.version === 0 ? 'open' : 'filed';
        return 'refused';
      }),
    add: (caseId, papers, { replace, quota }) =>
      guarded(() =>
        unlessNo(papers, () =>
          database.transaction(writer, async (transaction) => {
            const standing = await transaction.one(
              sql`select version from court.cases where id = ${caseId} for share`,
              versionRow,
            );
            if (standing === null) return { kind: 'refused' };
            if (standing.version > 0) return { kind: 'filed' };
            const names = papers.flatMap(({ name, inside }) => (inside === null ? [name] : []));
            const same = await transaction.asService(
              sql`select name from court.documents
                   where case_id = ${caseId} and inside is null and name = any(${names}::text[])`,
            );
            const taken = readAll(nameRow, same).map(({ name }) => name);
            if (taken.length > 0 && !replace) return { kind: 'taken', names: taken };
            const replaced = taken.length > 0 ? await removeNamed(transaction, caseId, taken) : [];
            if (replaced === null) return { kind: 'refused' };
            if (!(await hasRoom(transaction, papers, quota))) throw new NoRoom();
            await insert(transaction, papers, person);
            return { kind: 'added', replaced };
          }),
        ),
      ),
    remove: (id) =>
      guarded(() =>
        database.transaction(writer, async (transaction) => {
          const held = await transaction.one(
            sql`select * from court.documents where id = ${id}`,
            documentRow,
          );
          if (held === null) return { kind: 'refused' };
          if (held.inside !== null) return { kind: 'inside' };
          const standing = await transaction.one(
            sql`select version from court.cases where id = ${held.case_id} for share`,
            versionRow,
          );
          if (standing === null) return { kind: 'refused' };
          if (standing.version > 0) return { kind: 'filed' };
          const keys = await transaction.asService(
            sql`select storage_key from court.documents where id = ${id} or inside = ${id}`,
          );
          const gone = await transaction.run(sql`delete from court.documents where id = ${id}`);
          if (countOf(gone) === 0) return { kind: 'refused' };
          return { kind: 'removed', storageKeys: keysOf(readAll(keyRow, keys)) };
        }),
      ),
    seal: (id, sealed) =>
      guarded(() =>
        database.transaction(writer, async (transaction) => {
          const changed = await transaction.run(
            sql`update court.documents set sealed = ${sealed} where id = ${id}`,
          );
          if (countOf(changed) === 0) return 'refused';
          await transaction.asService(
            sql`update court.passages set sealed = ${sealed} where document_id = ${id}`,
          );
          const row = await transaction.one(
            sql`select * from court.documents where id = ${id}`,
            documentRow,
          );
          if (row !== null && row.exhibit !== null) {
            const events = await eventsOf(transaction, row.case_id);
            const hashes = textsOfExhibit(events, row.exhibit);
            await sealTexts(transaction, row.case_id, hashes, sealed);
          }
          return 'changed';
        }),
      ),
    erase: (id, reason) =>
      guarded(() =>
        database.transaction(writer, async (transaction) => {
          const held = await transaction.one(
            sql`select * from court.documents where id = ${id} for update`,
            documentRow,
          );
          if (held === null) return { kind: 'refused' };
          const { case_id: caseId, court_id: courtId, exhibit, storage_key: storageKey } = held;
          const eraser = await transaction.one(
            sql`select court.is_person() and ${courtId} = any (court.courts_where('clerk')) as may`,
            eraserRow,
          );
          if (eraser?.may !== true) return { kind: 'refused' };
          if (exhibit === null) return { kind: 'unfiled' };
          if (held.erased_at !== null) return { kind: 'erased', storageKey };
          await transaction.run(
            sql`update court.documents set erased_at = now(), name = null, sha256 = null,
                  wrapped_key = null, key_version = null, warnings = '[]' where id = ${id}`,
          );
          await transaction.run(sql`delete from court.passages where document_id = ${id}`);
          const hashes = textsOfExhibit(await eventsOf(transaction, caseId), exhibit);
          await transaction.asService(
            sql`delete from court.texts where case_id = ${caseId} and hash = any(${hashes}::text[])`,
          );
          await transaction.run(
            sql`insert into court.audit (court_id, person_id, action, target, outcome, detail)
                values (${courtId}, ${person}, 'document-erased', ${id}, 'done',
                  ${JSON.stringify({ case: caseId, exhibit, reason })}::jsonb)`,
          );
          return { kind: 'erased', storageKey };
        }),
      ),
    filing: (caseId, papers) =>
      postgresRecordStore(
        filingDatabase(database, caseId, papers),
        identity,
        recordAnnouncements(),
      ),
  };
}

/**
 * The database of a record store whose append files the case; the store asks for one row in its append alone.
 */
function filingDatabase(
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
        const events = exhibits.length === 0 ? [] : await eventsOf(transaction, caseId);
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

async function eventsOf(transaction: PostgresTransaction, caseId: string) {
  const rows = await transaction.asService(
    sql`select line from court.events where case_id = ${caseId} order by seq`,
  );
  const events: unknown[] = readAll(lineRow, rows).map(({ line }) => JSON.parse(line));
  return events.filter(isEvent);
}

async function sealTexts(
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
async function removeNamed(
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
  return countOf(gone) === names.length ? keysOf(readAll(keyRow, keys)) : null;
}

async function insert(
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

const roomTaken = (courtId: string, caseId: string) =>
  sql`select coalesce(sum(d.size), 0)::text as of_court,
        coalesce(sum(d.size) filter (where d.case_id = ${caseId}), 0)::text as of_case,
        (select quota_bytes::text from court.courts where id = ${courtId}) as quota
        from court.documents as d where d.court_id = ${courtId} and d.erased_at is null`;

function roomOf(row: z.infer<typeof roomRow> | null) {
  const used = { court: row?.of_court ?? 0, case: row?.of_case ?? 0 };
  return { used, quota: { court: row?.quota ?? null, case: null } };
}

/** Whether all of them have room together: uploads that come at once are counted one after the other. */
async function hasRoom(
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
  const { used } = roomOf(readAll(roomRow, rows)[0] ?? null);
  const size = papers.reduce((sum, paper) => sum + paper.size, 0);
  return quotaRefusals(first.name, size, used, quota).length === 0;
}

/** Undoes the transaction: replaced papers stay where there is no room for what replaces them. */
class NoRoom extends Error {}

async function unlessNo<Result>(
  papers: readonly NewPaper[],
  work: () => Promise<Result>,
): Promise<
  | Result
  | { readonly kind: 'full' | 'refused' }
  | { readonly kind: 'taken'; readonly names: readonly string[] }
> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoRoom) return { kind: 'full' };
    if (isDenied(error)) return { kind: 'refused' };
    if (isTwice(error)) return { kind: 'taken', names: papers.map(({ name }) => name) };
    throw error;
  }
}

/** By name, letter by letter as folders are read; after each what came inside it, in its order. */
function inOrderOfFiling(
  rows: readonly (ShelvedDocument & { readonly inside_n: number | null })[],
): readonly ShelvedDocument[] {
  const whole = rows.filter(({ inside }) => inside === null);
  const byName = (one: ShelvedDocument, other: ShelvedDocument) =>
    (one.name ?? '') < (other.name ?? '') ? -1 : 1;
  return whole
    .toSorted(byName)
    .flatMap((document) => [
      document,
      ...rows
        .filter(({ inside }) => inside === document.id)
        .toSorted((one, other) => (one.inside_n ?? 0) - (other.inside_n ?? 0)),
    ]);
}

const keysOf = (rows: readonly z.infer<typeof keyRow>[]) => rows.map(({ storage_key: key }) => key);

function page<Item>(
  rows: readonly Item[],
  limit: number,
  cursorOf: (last: Item) => string,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

const place = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]);

/** A cursor that nobody here made points behind everything. */
function placeOf(cursor: string): readonly [string, string] {
  const read = place.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  return read.data ?? ['infinity', '00000000-0000-0000-0000-000000000000'];
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error;
    throw new DocumentShelfFault(error.message, error.retryable, error);
  }
}
