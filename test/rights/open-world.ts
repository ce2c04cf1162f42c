import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll } from 'vitest';
import { type DatabaseRole, settingsOf } from '../../src/adapters/postgres/identity.ts';
import type { Identity } from '../../src/core/person/claims.ts';
import { freshDatabase } from '../database.ts';
import { openTrials } from './attempts.ts';

/** One database for all tests of a file, with the rows of world.sql; gone after them. */
export async function openWorld(): Promise<Client> {
  const { adminUrl, drop } = await freshDatabase();
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  await client.query(await readFile(new URL('world.sql', import.meta.url), 'utf8'));
  await openTrials(client);
  afterAll(async () => {
    await client.end();
    await drop();
  });
  return client;
}

/** Does each statement as somebody, and undoes it; what came of each, in their order. */
export async function tryAs(
  client: Client,
  identity: Identity,
  role: DatabaseRole,
  statements: readonly string[],
): Promise<readonly string[]> {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)`,
      [settingsOf(identity).claims, role],
    );
    const { rows } = await client.query<{ came: string }>(
      'select rights.try(s.text) as came from unnest($1::text[]) with ordinality as s (text, n) order by s.n',
      [statements],
    );
    return rows.map(({ came }) => came);
  } finally {
    await client.query('rollback');
  }
}

/** As which roles somebody reaches the tables. */
export function rolesOf(identity: Identity): readonly DatabaseRole[] {
  return identity.kind === 'person'
    ? ['authenticated', 'court_writer']
    : [settingsOf(identity).role];
}
