import type { Client } from 'pg';
import { courtA, idOf } from './people.ts';
import type { Operation } from './read-cells.ts';

/** Tables of the court, as the catalogue names them: `schema.table`. */
export type Column = {
  readonly name: string;
  /** Whether the database alone gives its value. */
  readonly generated: boolean;
};

const courtB = '00000000-0000-4000-8000-00000000000b';
const caseOf = (last: string): string => `00000000-0000-4000-8000-0000000000${last}`;

/** The places of cells.txt: a case of world.sql, or a court. */
const cases: Readonly<Record<string, string>> = {
  own: caseOf('c1'),
  'other case': caseOf('c2'),
  'other court': caseOf('c3'),
  sealed: caseOf('c4'),
  'sealed to them': caseOf('c5'),
};
const courts: Readonly<Record<string, string>> = { own: courtA, 'other court': courtB };
/** The caller's own row, that of somebody else of the court, and of another court. */
const persons = (me: string): Readonly<Record<string, string>> => ({
  self: me,
  own: idOf(100),
  'other court': idOf(101),
});

/** What differs from the row that is there when a new one is tried, and which column an update names. */
type Peculiar = {
  readonly where?: (place: string, me: string) => string;
  readonly fresh?: (me: string, who: string) => Readonly<Record<string, unknown>>;
  readonly update?: string;
};

const newId = '00000000-0000-4000-8009-000000000009';

const seatOf: Readonly<Record<string, string>> = {
  'case judge': 'judge',
  'case clerk': 'secretary',
  'case prosecutor': 'prosecutor',
  'case party': 'witness',
};

const peculiar: Readonly<Record<string, Peculiar>> = {
  'court.courts': {
    where: (place) => `id = '${courts[place]}'`,
    fresh: () => ({ id: newId, slug: 'court-c' }),
    update: 'name = name',
  },
  'court.people': {
    where: (place, me) => `id = '${persons(me)[place]}'`,
    fresh: () => ({ id: newId, email: 'new@court.example' }),
    update: 'name = name',
  },
  'court.memberships': {
    where: (place, me) => `person_id = '${persons(me)[place]}'`,
    fresh: () => ({ role: 'judge' }),
    update: "role = 'judge'",
  },
  'court.cases': {
    where: (place) => `id = '${cases[place]}'`,
    fresh: (me) => ({ id: newId, record: newId, filed_by: me }),
    update: 'updated_at = updated_at',
  },
  'court.case_members': {
    where: (place) => `case_id = '${cases[place]}' and person_id = '${idOf(100)}'`,
    fresh: (me) => ({ person_id: me, role: 'party' }),
    update: "role = 'judge'",
  },
  'court.seats': {
    fresh: (me, who) =>
      who === 'court clerk' || who.startsWith('machine')
        ? { seat: 'prosecutor', person_id: null }
        : { seat: seatOf[who] ?? 'defender', person_id: me },
    update: 'person_id = null',
  },
  'court.workspaces': { update: "notes = 'Theirs.'" },
  'court.events': { fresh: (me) => ({ seq: 2, id: 'e2', type: 'said', person_id: me }) },
  'court.texts': { fresh: () => ({ hash: 'h2' }) },
  'court.hearings': { fresh: () => ({ id: newId }), update: 'room = room' },
  'court.documents': {
    fresh: (me) => ({ id: newId, name: 'b.txt', filed_by: me }),
    update: 'sealed = sealed',
  },
  'court.passages': { fresh: () => ({ n: 2 }) },
  'court.law_works': { fresh: () => ({ id: newId, work: 'law 2' }) },
  'court.law_articles': { fresh: () => ({ n: 2 }) },
  'court.search_documents': { update: 'words = words' },
  'court.search_postings': {
    where: (place) =>
      `doc in (select id from court.search_documents where case_id = '${cases[place]}')`,
    fresh: () => ({ word: 'new' }),
  },
  'court.audit': { fresh: (me) => ({ person_id: me }) },
  'court.idempotency_keys': {
    where: (place, me) => `person_id = '${persons(me)[place]}'`,
    fresh: () => ({ key: 'k2' }),
  },
};

export type Asked = {
  readonly table: string;
  readonly place: string;
  readonly who: string;
  /** Id of the person; of the court's workers that of somebody. */
  readonly me: string;
  readonly columns: readonly Column[];
};

/** The rows of a table at a place. */
export function whereOf({ table, place, me, columns }: Asked): string {
  const where = peculiar[table]?.where;
  if (where !== undefined) return where(place, me);
  const names = new Set(columns.map(({ name }) => name));
  if (place === 'anywhere') return 'true';
  const [column, id] = names.has('case_id')
    ? ['case_id', cases[place]]
    : ['court_id', courts[place]];
  if (id === undefined || !names.has(column)) throw new Error(`${table} has no place «${place}»`);
  return `${column} = '${id}'`;
}

/**
 * A statement that does this. What is inserted is the row that is there, as another one.
 *
 * @param row the row at that place
 * @param may columns that the role may write in this way
 */
export function attempt(
  asked: Asked,
  operation: Operation,
  row: Readonly<Record<string, unknown>>,
  may: ReadonlySet<string>,
): string {
  const { table, me, who, columns } = asked;
  const writable = columns.filter(({ generated }) => !generated).map(({ name }) => name);
  const named = writable.filter((name) => may.has(name));
  const where = whereOf(asked);
  switch (operation) {
    case 'select':
      return `select from ${table} where ${where}`;
    case 'delete':
      return `delete from ${table} where ${where}`;
    case 'update': {
      const [column = writable[0]] = named;
      return `update ${table} set ${peculiar[table]?.update ?? `${column} = ${column}`} where ${where}`;
    }
    case 'insert': {
      const fresh = { ...row, ...peculiar[table]?.fresh?.(me, who) };
      const list = (named.length > 0 ? named : writable).join(', ');
      const json = JSON.stringify(fresh).replaceAll("'", "''");
      return `insert into ${table} (${list}) select ${list} from jsonb_populate_record(null::${table}, '${json}')`;
    }
  }
}

/** Makes `rights.try`, which does a statement and undoes it. */
export async function openTrials(client: Client): Promise<void> {
  await client.query(`
    create schema rights;
    grant usage on schema rights to public;
    create function rights.try(statement text) returns text language plpgsql as $$
    declare
      found bigint;
    begin
      execute statement;
      get diagnostics found = row_count;
      raise exception '%', found using errcode = 'RT000';
    exception
      when sqlstate 'RT000' then return case sqlerrm when '0' then 'nothing' else 'done' end;
      when insufficient_privilege then return 'refused';
      -- Rights are asked before rules of the row are.
      when integrity_constraint_violation then return 'done';
      when others then return sqlstate || ' ' || sqlerrm;
    end
    $$`);
}
