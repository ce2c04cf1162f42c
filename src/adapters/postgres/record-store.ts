import { DatabaseError } from 'pg';
import { z } from 'zod';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { DocketEntry } from '../../core/case/docket-entry.ts';
import { privateTo } from '../../core/case/private-to.ts';
import type { Batch } from '../../core/record/batch.ts';
import { encodeEvent, genesis, isEvent } from '../../core/record/chain.ts';
import type { RecordedEvent } from '../../core/record/event.ts';
import { type Hashing, portableHashing } from '../../core/record/hashing.ts';
import type { RecordAnnouncements } from '../../ports/record-announcements.ts';
import { RecordStoreFault, type RecordStore } from '../../ports/record-store.ts';
import type { Database } from './database.ts';
import { DatabaseFault } from './fault.ts';
import type { Identity } from '../../core/person/claims.ts';
import { sql, type Statement } from './sql.ts';

/** Where the announcements of appends come in, by `court_record`. */
export const recordChannel = 'court_record';

/** What `appendStatement` answers. */
export const appendAnswer = z.object({ append: z.enum(['appended', 'stale', 'repeated']) });
const lineRow = z.object({ line: z.string() });
const textRow = z.object({ hash: z.string(), salt: z.string(), text: z.string() });
const nameRow = z.object({ record: z.string() });

/**
 * The record in PostgreSQL, as one identity may see and write it. A case must have its row in
 * `court.cases` before its first event.
 */
export function postgresRecordStore(
  database: Database,
  identity: Identity,
  announcements: RecordAnnouncements,
  hashing: Hashing = portableHashing,
): RecordStore {
  const writer: Identity = identity.kind === 'person' ? { ...identity, writing: true } : identity;
  const person = identity.kind === 'person' ? identity.claims.sub : null;

  const read: RecordStore['read'] = (caseId, from = 1) =>
    guarded(async () => {
      const rows = await database.all(
        identity,
        sql`select e.line from court.events e join court.cases c on c.id = e.case_id
             where c.record = ${caseId} and e.seq >= ${from} order by e.seq`,
        lineRow,
      );
      return rows.map(({ line }) => readLine(line));
    });

  return {
    read,
    append: (caseId, batch, expected, shown) =>
      guarded(async () => {
        const statement = appendStatement(caseId, batch, { expected, shown, person, hashing });
        const row = await database.one(writer, statement, appendAnswer);
        if (row === null) throw new TypeError('court.append answered nothing');
        return row.append;
      }),
    texts: (caseId, from = 1) =>
      guarded(() =>
        database.all(
          identity,
          sql`select t.hash, t.salt, t.text from court.texts t join court.cases c on c.id = t.case_id
               where c.record = ${caseId} and t.seq >= ${from} order by t.seq, t.n`,
          textRow,
        ),
      ),
    follow: (caseId, from, signal) =>
      announcements.follow(caseId, from, signal, (next) => read(caseId, next)),
    cases: () =>
      guarded(async () => {
        const rows = await database.all(
          identity,
          sql`select record from court.cases where version > 0 order by record collate "C"`,
          nameRow,
        );
        return rows.map(({ record }) => record);
      }),
    // The database is its opener's to close.
    async close() {},
  };
}

/** The one door into the record, for a writer who has more to do in the same transaction. */
export function appendStatement(
  caseId: string,
  batch: Batch,
  written: {
    readonly expected: number;
    readonly shown: DocketEntry | undefined;
    /** Who writes; `null` where it is the court itself. */
    readonly person: string | null;
    readonly hashing?: Hashing;
  },
): Statement {
  const { expected, shown, person, hashing = portableHashing } = written;
  refuseForeign(caseId, batch);
  const events = batch.events.map((event) => rowOf(event, person, hashing));
  return sql`select court.append(${caseId}, ${expected}, ${genesis(caseId, hashing).hash},
    ${JSON.stringify(events)}::jsonb, ${JSON.stringify(textsOf(batch))}::jsonb,
    ${JSON.stringify(shown ?? {})}::jsonb)`;
}

/** Tells followers of what a notice of the database tells of. */
export function announceRecord(announcements: RecordAnnouncements, notice: string): void {
  announcements.announce(notice.slice(notice.indexOf(' ') + 1));
}

function refuseForeign(caseId: string, { events }: Batch): void {
  if (events.length === 0) throw new TypeError('a batch holds at least one event');
  const foreign = events.find((event) => event.case !== caseId);
  if (foreign === undefined) return;
  throw new TypeError(`event ${foreign.id} does not follow any event of case ${caseId}`);
}

function rowOf(event: RecordedEvent, person: string | null, hashing: Hashing) {
  const { seq, id, type, at, prev, hash } = event;
  return {
    seq,
    id,
    type,
    at,
    prev,
    hash,
    line: encodeEvent(event, hashing).line,
    private_to: privacyOf(event),
    person_id: person,
  };
}

/** Only the seat is read of the event's data, and that is never sealed. */
function privacyOf({ type, data }: RecordedEvent): string | null {
  return privateTo({ type, data } as unknown as CaseEvent);
}

/** The texts, each with the first event that holds its hash, and private where that is. */
function textsOf({ events, texts }: Batch) {
  const holders = new Map<string, RecordedEvent>();
  for (const event of events) {
    for (const hash of sealedIn(event)) if (!holders.has(hash)) holders.set(hash, event);
  }
  return texts.map(({ hash, salt, text }, n) => {
    const holder = holders.get(hash);
    // A text that no event holds is a bug of the writer; the table refuses the 0.
    const private_to = holder === undefined ? null : privacyOf(holder);
    return { hash, salt, text, n, seq: holder?.seq ?? 0, private_to };
  });
}

function sealedIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'sealed' && typeof inner === 'string' ? [inner] : sealedIn(inner),
  );
}

/** @throws RecordStoreFault where it is no event */
export function readLine(line: string): RecordedEvent {
  const event: unknown = JSON.parse(line);
  if (!isEvent(event)) throw new RecordStoreFault('a line of the record is no event', false);
  return event;
}

/** Faults of the database as faults of this port; what the door into the record calls a bug, as one. */
async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseFault) {
      throw new RecordStoreFault(error.message, error.retryable, error);
    }
    if (error instanceof DatabaseError && error.code === 'RS006') {
      throw new TypeError(error.message, { cause: error });
    }
    throw error;
  }
}
