import { z } from 'zod';
import { type Seat, seats as seatNames } from '../../core/gate/proposal.ts';
import type { Identity } from '../../core/person/claims.ts';
import { caseRoles } from '../../core/person/roles.ts';
import {
  DiaryFault,
  type HearingDiary,
  type HearingRow,
  hearingStates,
  sittingKind,
  type SeatAppend,
  type SeatChange,
  type SeatMoved,
  type SittingJob,
  type Standing,
  type Workspace,
} from '../../ports/hearing-diary.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { Database } from './database.ts';
import { isDenied, isTwice } from './denied.ts';
import { DatabaseFault } from './fault.ts';
import { appendAnswer, appendStatement, readLine } from './record-store.ts';
import { countOf } from './rows.ts';
import { sql } from './sql.ts';
import type { PostgresTransaction } from './transaction.ts';

const instant = z.date().transform((at) => at.toISOString());
const seat = z.enum(seatNames);

const hearingRow = z
  .object({
    id: z.string(),
    case_id: z.string(),
    court_id: z.string(),
    starts_at: instant,
    ends_at: instant.nullable(),
    room: z.string().nullable(),
    state: z.enum(hearingStates),
    version: z.int(),
  })
  .transform(({ case_id, court_id, starts_at, ends_at, ...row }): HearingRow => ({
    ...row,
    caseId: case_id,
    courtId: court_id,
    startsAt: starts_at,
    endsAt: ends_at,
  }));

const standingRow = z.object({
  record: z.string(),
  court_id: z.string(),
  version: z.int(),
  name: z.string().nullable(),
  roles: z.array(z.enum(caseRoles)),
  seats: z.array(seat),
  is_clerk: z.boolean(),
  second_factor: z.boolean().nullable(),
});

const seatRow = z.object({ seat, mind: z.string(), person_id: z.string().nullable() });
const nameRow = z.object({ id: z.string(), name: z.string() });
const lineRow = z.object({ line: z.string() });
const heldRow = z.object({ held: z.boolean() });
const workspaceRow = z
  .object({ notes: z.string(), version: z.int(), updated_at: instant })
  .transform(({ notes, version, updated_at }): Workspace => ({
    notes,
    version,
    updatedAt: updated_at,
  }));

/** Those who may read what is sealed in a case. */
const readers: ReadonlySet<string> = new Set(['judge', 'clerk', 'prosecutor', 'defender', 'party']);

const service: Identity = { kind: 'service' };

/** The diary in PostgreSQL, as one identity may see and change it: the policies of the schema decide. */
export function postgresHearingDiary(
  database: Database,
  identity: Identity,
  jobs: Pick<Jobs, 'enqueue'>,
): HearingDiary {
  const writer: Identity = identity.kind === 'person' ? { ...identity, writing: true } : identity;
  const person = identity.kind === 'person' ? identity.claims.sub : null;

  const hearingOf = (id: string) =>
    database.one(identity, sql`select * from court.hearings where id = ${id}`, hearingRow);

  /** After a change that nothing came of. */
  async function whyNot(id: string, expected: number) {
    const row = await hearingOf(id);
    if (row === null) return null;
    return row.version === expected ? 'refused' : 'stale';
  }

  async function holds(caseId: string, held: Seat): Promise<boolean> {
    const row = await database.one(
      identity,
      sql`select exists (select from court.seats where case_id = ${caseId} and seat = ${held}
            and person_id = ${person}::uuid) as held`,
      heldRow,
    );
    return row?.held === true;
  }

  const workspaceOf = (caseId: string, of: Seat) =>
    database.one(
      identity,
      sql`select notes, version, updated_at from court.workspaces
           where case_id = ${caseId} and seat = ${of}`,
      workspaceRow,
    );

  return {
    standing: (caseId) =>
      guarded(async () => {
        const [row, sealed] = await Promise.all([
          database.one(
            identity,
            sql`select c.record, c.court_id, c.version,
                  (select p.name from court.people p where p.id = ${person}::uuid) as name,
                  array(select m.role from court.case_members m
                         where m.case_id = c.id and m.person_id = ${person}::uuid) as roles,
                  array(select s.seat from court.seats s
                         where s.case_id = c.id and s.person_id = ${person}::uuid) as seats,
                  c.court_id = any ((select court.courts_where('clerk'))::uuid[]) as is_clerk,
                  (select k.signs_with_second_factor from court.courts k where k.id = c.court_id) as second_factor
                 from court.cases c where c.id = ${caseId}`,
            standingRow,
          ),
          database.one(
            service,
            sql`select exists (select from court.texts where case_id = ${caseId} and sealed) as held`,
            heldRow,
          ),
        ]);
        if (row === null) return null;
        const { court_id: courtId, is_clerk: isClerk, second_factor: second, ...rest } = row;
        const reads = isClerk || rest.roles.some((role) => readers.has(role));
        return {
          ...rest,
          caseId,
          courtId,
          isClerk,
          person: person ?? '',
          name: rest.name ?? '',
          isKeptFrom: !reads && sealed?.held === true,
          // A court that the caller may not see keeps its own counsel: the stricter answer.
          signsWithSecondFactor: second ?? true,
        } satisfies Standing;
      }),
    hearings: (caseId) =>
      guarded(() =>
        database.all(
          identity,
          sql`select * from court.hearings where case_id = ${caseId} order by starts_at, id`,
          hearingRow,
        ),
      ),
    calendar: (courtId, { from, to, limit, cursor }) =>
      guarded(async () => {
        const [after, afterId] = cursor === null ? [null, null] : placeOf(cursor);
        const rows = await database.all(
          identity,
          sql`select * from court.hearings
               where court_id = ${courtId}
                 and (${from}::timestamptz is null or starts_at >= ${from}::timestamptz)
                 and (${to}::timestamptz is null or starts_at < ${to}::timestamptz)
                 and (${after}::timestamptz is null
                   or (date_trunc('milliseconds', starts_at), id) > (${after}::timestamptz, ${afterId}::uuid))
               order by date_trunc('milliseconds', starts_at), id limit ${limit + 1}`,
          hearingRow,
        );
        const items = rows.slice(0, limit);
        const last = items.at(-1);
        const goesOn = rows.length > limit && last !== undefined;
        return { items, next: goesOn ? cursorOf(last) : null };
      }),
    hearing: (id) => guarded(() => hearingOf(id)),
    schedule: ({ caseId, courtId }, { startsAt, endsAt, room }) =>
      guarded(async () => {
        const id = crypto.randomUUID();
        const done = await unless(isDenied, 'refused', () =>
          database.run(
            writer,
            sql`insert into court.hearings (id, case_id, court_id, starts_at, ends_at, room)
                values (${id}, ${caseId}, ${courtId}, ${startsAt}, ${endsAt}, ${room})`,
          ),
        );
        if (done === 'refused') return done;
        return (await hearingOf(id)) ?? 'refused';
      }),
    reschedule: (id, expected, { startsAt, endsAt, room }) =>
      guarded(async () => {
        const rows = await database.run(
          writer,
          sql`update court.hearings
                 set starts_at = ${startsAt}, ends_at = ${endsAt}, room = ${room}, version = version + 1
               where id = ${id} and version = ${expected}`,
        );
        return countOf(rows) > 0 ? hearingOf(id) : whyNot(id, expected);
      }),
    move: ({ id, caseId }, expected, state) =>
      guarded(async () => {
        const moved = await unless(isTwice, 'taken', () =>
          database.transaction(writer, async (transaction) => {
            const rows = await transaction.run(
              sql`update court.hearings set state = ${state}, version = version + 1
                   where id = ${id} and version = ${expected}`,
            );
            if (countOf(rows) === 0) return false;
            if (state === 'open') await summon(jobs, transaction, id, caseId, expected + 1);
            return true;
          }),
        );
        if (moved === 'taken') return moved;
        return moved ? hearingOf(id) : whyNot(id, expected);
      }),
    seats: (caseId) =>
      guarded(async () => {
        const rows = await database.all(
          identity,
          sql`select seat, mind, person_id from court.seats where case_id = ${caseId} order by seat`,
          seatRow,
        );
        const people = rows.flatMap(({ person_id: id }) => (id === null ? [] : [id]));
        // Who sits in court is no secret to whoever may see the case; the list of people is.
        const named = await database.all(
          service,
          sql`select id, name from court.people where id = any (${people}::uuid[])`,
          nameRow,
        );
        const names = new Map(named.map(({ id, name }) => [id, name]));
        return rows.map(({ seat: of, mind, person_id: id }) => ({
          seat: of,
          mind,
          person: id === null ? null : { id, name: names.get(id) ?? '' },
        }));
      }),
    moveSeat: (change, append) =>
      guarded(async () => {
        try {
          return await database.transaction(writer, (transaction) =>
            moveSeat(transaction, person, change, append),
          );
        } catch (error) {
          if (error instanceof NotMoved) return error.why;
          if (isDenied(error)) return 'refused';
          throw error;
        }
      }),
    workspace: (caseId, of) =>
      guarded(async () => {
        const written = await workspaceOf(caseId, of);
        if (written !== null) return written;
        return (await holds(caseId, of)) ? { notes: '', version: 0, updatedAt: null } : null;
      }),
    write: ({ caseId, courtId, seat: of }, expected, notes) =>
      guarded(async () => {
        if (!(await holds(caseId, of))) return null;
        const rows = await unless(isDenied, 'refused', () =>
          database.run(
            writer,
            expected === 0
              ? sql`insert into court.workspaces (case_id, seat, court_id, notes)
                    values (${caseId}, ${of}, ${courtId}, ${notes}) on conflict do nothing`
              : sql`update court.workspaces
                       set notes = ${notes}, version = version + 1, updated_at = now()
                     where case_id = ${caseId} and seat = ${of} and version = ${expected}`,
          ),
        );
        if (rows === 'refused') return null;
        return countOf(rows) > 0 ? workspaceOf(caseId, of) : 'stale';
      }),
    events: (caseId, after, most) =>
      guarded(async () => {
        const rows = await database.all(
          identity,
          sql`select line from court.events where case_id = ${caseId} and seq > ${after}
               order by seq limit ${most}`,
          lineRow,
        );
        return rows.map(({ line }) => readLine(line));
      }),
    heads: (caseId) =>
      guarded(async () => {
        const rows = await database.all(
          identity,
          sql`select line from court.events where case_id = ${caseId} and type = 'head-signed'
               order by seq`,
          lineRow,
        );
        return rows.map(({ line }) => readLine(line));
      }),
  };
}

/** A hearing that opens waits for a worker from the very moment at which it is open. */
async function summon(
  jobs: Pick<Jobs, 'enqueue'>,
  transaction: PostgresTransaction,
  hearing: string,
  caseId: string,
  version: number,
): Promise<void> {
  const row = await transaction.one(
    sql`select record as id, record as name from court.cases where id = ${caseId}`,
    nameRow,
  );
  const payload: SittingJob = { hearing, case: caseId, record: row?.name ?? '' };
  const key = `${hearing} ${version}`;
  await jobs.enqueue({ kind: sittingKind, key, payload, mostAttempts: 100 }, transaction);
}

/** Undoes the seat where the record did not take the event. */
class NotMoved extends Error {
  readonly why: SeatMoved;
  constructor(why: SeatMoved) {
    super(why);
    this.why = why;
  }
}

async function moveSeat(
  transaction: PostgresTransaction,
  person: string | null,
  change: SeatChange,
  { record, batch, expected, shown }: SeatAppend,
): Promise<SeatMoved> {
  const { caseId, courtId, seat: of } = change;
  const rows = await transaction.run(
    change.to === 'caller'
      ? sql`insert into court.seats (case_id, seat, court_id, person_id, mind)
            values (${caseId}, ${of}, ${courtId}, ${person}::uuid, 'offline')
            on conflict (case_id, seat) do update set person_id = excluded.person_id, since = now()
             where seats.person_id is null or seats.person_id = excluded.person_id`
      : sql`insert into court.seats (case_id, seat, court_id, person_id, mind)
            values (${caseId}, ${of}, ${courtId}, null, ${change.mind})
            on conflict (case_id, seat) do update
             set person_id = null, mind = excluded.mind, since = now()`,
  );
  if (countOf(rows) === 0) throw new NotMoved('occupied');
  const answer = await transaction.one(
    appendStatement(record, batch, { expected, shown, person }),
    appendAnswer,
  );
  const appended = answer?.append ?? 'stale';
  if (appended === 'stale') throw new NotMoved(appended);
  return appended;
}

const cursorOf = ({ startsAt, id }: HearingRow): string =>
  Buffer.from(`${startsAt} ${id}`).toString('base64url');

const place = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/;

/** A cursor that nobody here made points behind everything. */
function placeOf(cursor: string): readonly [string, string] {
  const [, at, id] = place.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return [at ?? 'infinity', id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
}

async function unless<Result, const Otherwise>(
  is: (error: unknown) => boolean,
  otherwise: Otherwise,
  work: () => Promise<Result>,
): Promise<Result | Otherwise> {
  try {
    return await work();
  } catch (error) {
    if (is(error)) return otherwise;
    throw error;
  }
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error;
    throw new DiaryFault(error.message, error.retryable, error);
  }
}
