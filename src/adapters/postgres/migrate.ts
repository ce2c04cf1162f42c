import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Refusal } from '../../core/refusal.ts';
import { connected, isSupabase } from './connected.ts';
import { type Migration, no, readMigrations } from './migration-files.ts';
import {
  compare,
  historyTable,
  type MigrationState,
  readHistory,
  refusalsOf,
  writeHistory,
} from './migration-history.ts';
import { scramVerifier } from './scram-verifier.ts';

export type MigrationsOf = {
  /** A login that may make schemas and roles. */
  readonly adminUrl: string;
  /** The folder with `bootstrap.sql` and `migrations/`. */
  readonly folder: string;
  /** The password that `court_server` gets; it keeps its own where none is given. */
  readonly serverPassword?: string;
};

export type Migrated =
  | {
      readonly kind: 'migrated';
      /** Names of the files that were applied just now. */
      readonly applied: readonly string[];
      /** Whether it is a Supabase project, which has no login `court_server`. */
      readonly supabase: boolean;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Brings the database to the newest migration: what Supabase has first, where it is no Supabase, then each
 * file in a transaction of its own. Any number of processes may do so at once, since each transaction holds
 * the same advisory lock and looks at the history under it.
 */
export async function migrate(of: MigrationsOf): Promise<Migrated> {
  const files = await readMigrations(join(of.folder, 'migrations'));
  if (files.kind === 'refused') return files;
  return connected(of.adminUrl, async (client) => {
    const supabase = await isSupabase(client);
    await prepare(client, of, supabase);
    const applied: string[] = [];
    for (;;) {
      const step = await transaction(client, () => applyNext(client, files.migrations));
      if (step.kind === 'refused') return step;
      if (step.applied === null) return { kind: 'migrated', applied, supabase };
      applied.push(step.applied);
    }
  });
}

/** Each migration of the folder and of the database. Changes nothing. */
export async function migrationStates(
  of: MigrationsOf,
): Promise<
  | { readonly kind: 'states'; readonly states: readonly MigrationState[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
> {
  const files = await readMigrations(join(of.folder, 'migrations'));
  if (files.kind === 'refused') return files;
  return connected(of.adminUrl, async (client) => {
    return { kind: 'states', states: compare(files.migrations, await readHistory(client)) };
  });
}

type Step =
  | { readonly kind: 'applied'; readonly applied: string | null }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

async function applyNext(client: pg.Client, migrations: readonly Migration[]): Promise<Step> {
  const states = compare(migrations, await readHistory(client));
  const refusals = refusalsOf(states);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const pending = states.find(({ state }) => state === 'pending');
  const next = migrations.find(({ version }) => version === pending?.version);
  if (next === undefined) return { kind: 'applied', applied: null };
  for (const { text, line } of next.statements) {
    try {
      await client.query(text);
    } catch (cause) {
      if (!(cause instanceof pg.DatabaseError)) throw cause;
      const says = `fails in the statement on line ${line}: ${cause.message}.`;
      return { kind: 'refused', refusals: [no('DB8', next.file, says)] };
    }
  }
  await writeHistory(client, next);
  return { kind: 'applied', applied: next.file };
}

/** What the migrations stand on. On Supabase all of it is there, and belongs to others. */
async function prepare(client: pg.Client, of: MigrationsOf, supabase: boolean): Promise<void> {
  const bootstrap = await readFile(join(of.folder, 'bootstrap.sql'), 'utf8');
  const verifier = of.serverPassword === undefined ? null : await scramVerifier(of.serverPassword);
  // Roles belong to the whole cluster, the lock to one database: two may meet at a role.
  for (let left = 5; ; left -= 1) {
    try {
      await transaction(client, async () => {
        if (!supabase) {
          await client.query(bootstrap);
          if (verifier !== null) {
            await client.query(
              `alter role court_server password ${client.escapeLiteral(verifier)}`,
            );
          }
        }
        await client.query(historyTable);
        return { kind: 'applied', applied: null };
      });
      return;
    } catch (cause) {
      const isMeeting = cause instanceof pg.DatabaseError && cause.code === 'XX000';
      if (!isMeeting || left === 0) throw cause;
    }
  }
}

// Any number will do, as long as it stays the same.
const lock = 4_205_170_633;

async function transaction(client: pg.Client, run: () => Promise<Step>): Promise<Step> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lock]);
    const step = await run();
    await client.query(step.kind === 'refused' ? 'rollback' : 'commit');
    return step;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw cause;
  }
}
