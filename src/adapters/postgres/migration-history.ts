import type { Client } from 'pg';
import { z } from 'zod';
import type { Refusal } from '../../core/refusal.ts';
import { type Migration, no } from './migration-files.ts';
import { splitStatements } from './split-statements.ts';

/** What Supabase's history table says of one migration. */
export type Applied = {
  readonly version: string;
  readonly statements: readonly string[] | null;
  readonly name: string | null;
};

export type MigrationState = {
  readonly version: string;
  readonly name: string;
  readonly state: 'applied' | 'pending' | 'changed' | 'missing';
};

/** As the supabase CLI makes it. */
export const historyTable = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
  alter table supabase_migrations.schema_migrations add column if not exists statements text[];
  alter table supabase_migrations.schema_migrations add column if not exists name text;
`;

const rows = z.array(
  z.object({
    version: z.string(),
    statements: z.array(z.string()).nullable(),
    name: z.string().nullable(),
  }),
);

/** Empty where nothing was ever applied. */
export async function readHistory(client: Client): Promise<readonly Applied[]> {
  const { rows: found } = await client.query(
    "select to_regclass('supabase_migrations.schema_migrations') is not null as there",
  );
  if (!z.tuple([z.object({ there: z.boolean() })]).parse(found)[0].there) return [];
  const history = await client.query(
    'select version, statements, name from supabase_migrations.schema_migrations order by version',
  );
  return rows.parse(history.rows);
}

export async function writeHistory(client: Client, migration: Migration): Promise<void> {
  const { version, name, statements } = migration;
  await client.query(
    'insert into supabase_migrations.schema_migrations (version, statements, name) values ($1, $2, $3)',
    [version, statements.map(({ text }) => text), name],
  );
}

/** Each migration of the folder and of the history, oldest first. */
export function compare(
  migrations: readonly Migration[],
  history: readonly Applied[],
): readonly MigrationState[] {
  const applied = new Map(history.map((row) => [row.version, row]));
  const files = new Set(migrations.map(({ version }) => version));
  const there = migrations.map((migration): MigrationState => {
    const { version, name } = migration;
    const row = applied.get(version);
    if (row === undefined) return { version, name, state: 'pending' };
    return { version, name, state: isSame(migration, row) ? 'applied' : 'changed' };
  });
  const gone = history
    .filter(({ version }) => !files.has(version))
    .map(({ version, name }): MigrationState => ({ version, name: name ?? '', state: 'missing' }));
  return [...there, ...gone].toSorted((a, b) => (a.version < b.version ? -1 : 1));
}

/** Comments and white space may differ: another runner writes down other ones. */
function isSame(migration: Migration, { statements }: Applied): boolean {
  if (statements === null) return true;
  const split = splitStatements(statements.map((text) => `${text}\n;`).join('\n'));
  if (split.kind === 'unclosed') return false;
  return bareOf(split.statements) === bareOf(migration.statements);
}

function bareOf(statements: readonly { readonly bare: string }[]): string {
  return statements.map(({ bare }) => bare).join(';');
}

/** Why these may not be applied: what was applied must stay as it is, and come before what is new. */
export function refusalsOf(states: readonly MigrationState[]): readonly Refusal[] {
  const last = states.findLast(({ state }) => state !== 'pending');
  return states.flatMap((one): readonly Refusal[] => {
    const file = `${one.version}_${one.name}.sql`;
    if (one.state === 'changed') {
      return [no('DB5', file, 'was changed after it was applied. Put it back, and add a new one.')];
    }
    if (one.state === 'missing') {
      return [
        no('DB6', file, 'was applied and is not there. This court is older than its database.'),
      ];
    }
    if (one.state === 'pending' && last !== undefined && one.version < last.version) {
      return [
        no(
          'DB7',
          file,
          `would come before ${last.version}_${last.name}.sql, which was applied. Give it a later time.`,
        ),
      ];
    }
    return [];
  });
}
