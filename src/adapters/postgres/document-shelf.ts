import { z } from 'zod';
import { textsOfExhibit } from '../../core/case/texts-of-exhibit.ts';
import type { Identity } from '../../core/person/claims.ts';
import type { Page } from '../../ports/docket.ts';
import {
  type DocumentShelf,
  DocumentShelfFault,
  type NewPaper,
  type ShelvedPaper,
} from '../../ports/document-shelf.ts';
import { recordAnnouncements } from '../../ports/record-announcements.ts';
import type { Database } from './database.ts';
import { isDenied, isTwice } from './denied.ts';
import { documentRow, nameRow, paperRow, passageRow, versionRow } from './document-shelf-rows.ts';
import {
  eventsOfCase,
  hasRoom,
  insertPapers,
  keysOf,
  removeNamed,
  roomIn,
  roomRow,
  roomTaken,
  sealTexts,
} from './document-shelf-writes.ts';
import { DatabaseFault } from './fault.ts';
import { filingDatabase } from './filing-database.ts';
import { postgresRecordStore } from './record-store.ts';
import { countOf, readAll } from './rows.ts';
import { sql } from './sql.ts';

const sealedRow = z.object({
  id: z.string(),
  case_id: z.string(),
  exhibit: z.string().nullable(),
});
const eraserRow = z.object({ may: z.boolean(), inside: z.boolean() });
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
          paperRow,
        );
        return inOrderOfFiling(rows);
      }),
    room: (courtId, caseId) =>
      guarded(async () => {
        const row = await database.one(service, roomTaken(courtId, caseId), roomRow);
        return roomIn(row);
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
            await insertPapers(transaction, papers, person);
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
          return { kind: 'removed', storageKeys: keysOf(keys) };
        }),
      ),
    seal: (id, sealed) =>
      guarded(() =>
        database.transaction(writer, async (transaction) => {
          // What came inside it is closed and opened with it.
          const changed = await transaction.all(
            sql`update court.documents set sealed = ${sealed} where id = ${id} or inside = ${id}
                returning id, case_id, exhibit`,
            sealedRow,
          );
          const [first] = changed;
          if (first === undefined) return 'refused';
          const ids = changed.map((row) => row.id);
          await transaction.asService(
            sql`update court.passages set sealed = ${sealed} where document_id = any(${ids}::uuid[])`,
          );
          const exhibits = changed.flatMap(({ exhibit }) => exhibit ?? []);
          const events =
            exhibits.length === 0 ? [] : await eventsOfCase(transaction, first.case_id);
          const hashes = exhibits.flatMap((exhibit) => textsOfExhibit(events, exhibit));
          await sealTexts(transaction, first.case_id, hashes, sealed);
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
            sql`select court.is_person() and ${courtId} = any (court.courts_where('clerk')) as may,
                  exists (select from court.documents
                           where id = ${held.inside}::uuid and erased_at is null) as inside`,
            eraserRow,
          );
          if (eraser?.may !== true) return { kind: 'refused' };
          if (exhibit === null) return { kind: 'unfiled' };
          // Whoever opens the whole has this too.
          if (eraser.inside) return { kind: 'inside' };
          if (held.erased_at !== null) return { kind: 'erased', storageKey };
          await transaction.run(
            sql`update court.documents set erased_at = now(), name = null, sha256 = null,
                  wrapped_key = null, key_version = null, warnings = '[]' where id = ${id}`,
          );
          await transaction.run(sql`delete from court.passages where document_id = ${id}`);
          const hashes = textsOfExhibit(await eventsOfCase(transaction, caseId), exhibit);
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
function inOrderOfFiling(rows: readonly z.infer<typeof paperRow>[]): readonly ShelvedPaper[] {
  const whole = rows.filter(({ inside }) => inside === null);
  return whole
    .toSorted(({ name: one }, { name: other }) => (one < other ? -1 : 1))
    .flatMap((document) => [
      document,
      ...rows
        .filter(({ inside }) => inside === document.id)
        .toSorted((one, other) => Number(one.inside_n) - Number(other.inside_n)),
    ]);
}

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
