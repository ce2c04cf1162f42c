import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../src/adapters/postgres/database.ts';
import type { Identity, PersonClaims } from '../src/core/person/claims.ts';
import type { PoolSettings } from '../src/adapters/postgres/pool.ts';
import { freshDatabase } from './database.ts';

export type OpenedDatabase = {
  readonly settings: PoolSettings;
  /** The superuser, over TCP. */
  readonly adminUrl: string;
  readonly database: Database;
  /** Behind the court's back, as a superuser. */
  readonly admin: (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
  /** Another pool on the same database. */
  readonly open: (other?: Partial<PoolSettings>) => Database;
};

/** A database of this test alone, opened as the server opens it and gone after the test. */
export async function openTestDatabase(other: Partial<PoolSettings> = {}): Promise<OpenedDatabase> {
  const { adminUrl, serverUrl, drop } = await freshDatabase();
  const admin = new Client({ connectionString: adminUrl });
  // Dropping the database ends this connection too.
  admin.on('error', () => {});
  await admin.connect();
  const settings: PoolSettings = {
    url: serverUrl,
    size: 3,
    waitMs: 20_000,
    queue: 1_000,
    idleMs: 60_000,
    statementMs: 20_000,
    connectMs: 10_000,
    pooler: 'none',
    ...other,
  };
  onTestFinished(async () => {
    await admin.end();
    await drop();
  });
  const open = (changed: Partial<PoolSettings> = {}): Database => {
    const database = openDatabase({ ...settings, ...changed });
    onTestFinished(() => database.close(2_000));
    return database;
  };
  return {
    settings,
    adminUrl,
    database: open(),
    admin: async (text, values = []) => (await admin.query(text, [...values])).rows,
    open,
  };
}

/** A fictional person, one for each number. */
export function person(
  n: number,
  more: Partial<PersonClaims> = {},
): Extract<Identity, { kind: 'person' }> {
  const digits = n.toString(16).padStart(12, '0');
  return {
    kind: 'person',
    claims: {
      sub: `00000000-0000-4000-8000-${digits}`,
      role: 'authenticated',
      aud: 'authenticated',
      iss: 'https://court.example/auth/v1',
      exp: 2_000_000_000,
      iat: 1_900_000_000,
      aal: 'aal1',
      app_metadata: { courts: {} },
      ...more,
    },
  };
}
