import { z } from 'zod';
import type { CaseRole, CourtRole } from '../../core/person/roles.ts';
import { caseRoles } from '../../core/person/roles.ts';
import type { Identity } from '../../core/person/claims.ts';
import { type CaseRow, type Docket, DocketFault, type Page } from '../../ports/docket.ts';
import type { Database } from './database.ts';
import { DatabaseFault } from './fault.ts';
import { countOf } from './rows.ts';
import { sql } from './sql.ts';
import { isDenied, isNowhere, isTwice } from './denied.ts';

const language = z.enum(['en', 'es']);
const instant = z.date().transform((at) => at.toISOString());

const courtRow = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  language,
});

const caseRow = z
  .object({
    id: z.string(),
    record: z.string(),
    court_id: z.string(),
    number: z.string().nullable(),
    caption: z.string(),
    jurisdiction: z.string(),
    language,
    matter: z.enum(['civil', 'criminal']).nullable(),
    cause: z.string().nullable(),
    stage: z.enum(['filed', 'in-hearing', 'deliberated', 'drafted', 'signed', 'rejected']),
    sealed: z.boolean(),
    version: z.int(),
    filed_at: instant,
    updated_at: instant,
  })
  .transform(
    ({ court_id: courtId, filed_at: filedAt, updated_at: updatedAt, ...row }): CaseRow => ({
      ...row,
      courtId,
      filedAt,
      updatedAt,
    }),
  );

const memberRow = z.object({
  case_id: z.string(),
  person_id: z.string(),
  role: z.enum(caseRoles),
  party: z.string().nullable(),
});

/** The docket in PostgreSQL, as one identity may see and change it: the policies of the schema decide. */
export function postgresDocket(database: Database, identity: Identity): Docket {
  const writer: Identity = identity.kind === 'person' ? { ...identity, writing: true } : identity;
  const person = identity.kind === 'person' ? identity.claims.sub : null;

  const caseOf = (id: string) =>
    database.one(identity, sql`select * from court.cases where id = ${id}`, caseRow);

  return {
    courts: () =>
      guarded(() =>
        database.all(
          identity,
          sql`select id, slug, name, jurisdiction, language from court.courts order by name, id`,
          courtRow,
        ),
      ),
    court: (id) =>
      guarded(() =>
        database.one(
          identity,
          sql`select id, slug, name, jurisdiction, language from court.courts where id = ${id}`,
          courtRow,
        ),
      ),
    cases: (courtId, { limit, cursor, stage, text }) =>
      guarded(async () => {
        const [before, beforeId] = cursor === null ? [null, null] : placeOf(cursor);
        const own = seesDocketOf(identity, courtId) ? null : person;
        const rows = await database.all(
          identity,
          sql`select * from court.cases
               where court_id = ${courtId}
                 and (${stage}::text is null or stage = ${stage})
                 and (${text}::text is null
                   or caption ilike ${pattern(text)} or number ilike ${pattern(text)})
                 and (${own}::uuid is null or id = any (array(
                   select m.case_id from court.case_members as m where m.person_id = ${own}::uuid
                   union all
                   select c.id from court.cases as c where c.filed_by = ${own}::uuid and c.version = 0)))
                 and (${before}::timestamptz is null
                   or (updated_at, id) < (${before}::timestamptz, ${beforeId}::uuid))
               order by updated_at desc, id desc limit ${limit + 1}`,
          caseRow,
        );
        return page(rows, limit);
      }),
    case: (id) => guarded(() => caseOf(id)),
    begin: (courtId, { caption, sealed, role }) =>
      guarded(async () => {
        const id = crypto.randomUUID();
        const done = await denied(() =>
          database.transaction(writer, async (transaction) => {
            await transaction.run(
              sql`insert into court.cases (id, record, court_id, caption, sealed, filed_by, jurisdiction, language)
                  select ${id}::uuid, ${id}, c.id, ${caption}, ${sealed}, ${person}::uuid, c.jurisdiction, c.language
                    from court.courts as c where c.id = ${courtId}`,
            );
            if (role === null) return;
            await transaction.run(
              sql`insert into court.case_members (case_id, person_id, role, court_id)
                  values (${id}, ${person}, ${role}, ${courtId})`,
            );
          }),
        );
        return done === 'refused' ? null : caseOf(id);
      }),
    change: (id, expected, { number, sealed }) =>
      guarded(async () => {
        const rows = await unlessTwice(() =>
          database.run(
            writer,
            sql`update court.cases set number = coalesce(${number ?? null}, number),
                  sealed = coalesce(${sealed ?? null}::boolean, sealed), updated_at = now()
                 where id = ${id} and version = ${expected}`,
          ),
        );
        if (rows === 'taken') return rows;
        const row = await caseOf(id);
        if (row === null || countOf(rows) > 0) return row;
        return row.version === expected ? 'refused' : 'stale';
      }),
    members: (caseId) =>
      guarded(async () => {
        const rows = await database.all(
          identity,
          sql`select case_id, person_id, role, party from court.case_members
               where case_id = ${caseId} order by since, person_id, role`,
          memberRow,
        );
        return rows.map(({ role, party, case_id, person_id }) => ({
          caseId: case_id,
          personId: person_id,
          role,
          party,
        }));
      }),
    admit: ({ caseId, personId, role, party, courtId }) =>
      guarded(async () => {
        try {
          await database.run(
            writer,
            sql`insert into court.case_members (case_id, person_id, role, court_id, party)
                values (${caseId}, ${personId}, ${role}, ${courtId}, ${party})`,
          );
          return 'admitted';
        } catch (error) {
          if (isTwice(error)) return 'known';
          if (isDenied(error)) return 'refused';
          if (isNowhere(error)) return 'nobody';
          throw error;
        }
      }),
    dismiss: (caseId, personId, role: CaseRole) =>
      guarded(async () => {
        const rows = await database.run(
          writer,
          sql`delete from court.case_members
               where case_id = ${caseId} and person_id = ${personId} and role = ${role}`,
        );
        return countOf(rows) > 0;
      }),
  };
}

/**
 * Whether the claims open a whole docket. Who sees single cases alone has them looked up by name: the policies
 * would say the same, case by case through all of the docket.
 */
function seesDocketOf(identity: Identity, courtId: string): boolean {
  if (identity.kind !== 'person') return true;
  const { courts } = identity.claims.app_metadata;
  const held = new Map(Object.entries(courts)).get(courtId) ?? [];
  return held.some((role) => seeDockets.has(role));
}

const seeDockets: ReadonlySet<string> = new Set<CourtRole>([
  'administrator',
  'clerk',
  'judge',
  'observer',
  'auditor',
]);

/** Letters as they stand, wherever they stand in the text. */
function pattern(text: string | null): string {
  return `%${(text ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

function page(rows: readonly CaseRow[], limit: number): Page<CaseRow> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

const cursorOf = ({ updatedAt, id }: CaseRow): string =>
  Buffer.from(`${updatedAt} ${id}`).toString('base64url');

const place = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]);

/** A cursor that nobody here made points before everything. */
function placeOf(cursor: string): readonly [string, string] {
  const read = place.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  return read.success ? read.data : ['-infinity', '00000000-0000-0000-0000-000000000000'];
}

async function unlessTwice<Result>(work: () => Promise<Result>): Promise<Result | 'taken'> {
  try {
    return await work();
  } catch (error) {
    if (isTwice(error)) return 'taken';
    throw error;
  }
}

async function denied<Result>(work: () => Promise<Result>): Promise<Result | 'refused'> {
  try {
    return await work();
  } catch (error) {
    if (isDenied(error)) return 'refused';
    throw error;
  }
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error;
    throw new DocketFault(error.message, error.retryable, error);
  }
}
