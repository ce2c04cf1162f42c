import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { freshDatabase } from '../test/database.ts';
import { findPackage } from './adapters/embedded-postgres/programs.ts';
import type { DatabaseAtHand } from './cli/db.ts';
import { configOf } from './read-config.ts';
import { databaseWorld } from './database-world.ts';
import { migrateDatabase, openDatabase } from './open-database.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function opened(environment: Readonly<Record<string, string>>): Promise<DatabaseAtHand> {
  const answer = await databaseWorld({ ...environment }, '/nowhere').open(() => {});
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusals));
  cleanUps.push(() => answer.database.close());
  return answer.database;
}

async function asked(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

test.runIf(findPackage() !== null)('without settings it is the embedded one', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'court-db-'));
  await chmod(dataDir, 0o711);
  cleanUps.push(() => rm(dataDir, { recursive: true }));
  const database = await opened({ DATA_DIR: dataDir, EMBEDDED_DATABASE_PORT: '0' });
  expect(database).toMatchObject({ name: 'court', isLocal: true, environment: 'development' });
  expect(await database.migrate()).toMatchObject({ kind: 'ready' });
  expect(await database.reset()).toEqual([]);
  const states = await database.states();
  if ('refusals' in states) throw new Error('refused');
  expect(new Set(states.states.map(({ state }) => state))).toEqual(new Set(['pending']));
  expect(await database.migrate()).toMatchObject({ kind: 'ready' });
});

test('a superuser in DATABASE_URL prepares the database, and court_server serves', async () => {
  const { adminUrl, drop } = await freshDatabase();
  cleanUps.push(drop);
  const read = configOf({ DATABASE_URL: adminUrl });
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.refusals));
  const [one, other] = [
    await openDatabase(read.config, () => {}),
    await openDatabase(read.config, () => {}),
  ];
  expect(one.serverUrl).toBe(other.serverUrl);
  expect(new URL(one.serverUrl).username).toBe('court_server');
  expect(one.serverUrl).not.toContain(new URL(adminUrl).password);
  expect(one.givenUrl).toBe(adminUrl);
});

test('court_server in DATABASE_URL gets the password that stands there', async () => {
  const { adminUrl, serverUrl, drop } = await freshDatabase();
  cleanUps.push(drop);
  const read = configOf({ DATABASE_URL: serverUrl, DATABASE_ADMIN_URL: adminUrl });
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.refusals));
  const migrated = await migrateDatabase(await openDatabase(read.config, () => {}));
  expect(migrated).toEqual({ kind: 'ready', serverUrl, applied: [] });
  expect(await asked(serverUrl, 'select current_user::text')).toEqual([['court_server']]);
});

test('DB9: a database of the server itself is never thrown away', async () => {
  const { adminUrl, drop } = await freshDatabase();
  cleanUps.push(drop);
  const own = new URL(adminUrl);
  own.pathname = '/postgres';
  const database = await opened({ DATABASE_URL: own.href });
  expect(await database.reset()).toMatchObject([{ rule: 'DB9' }]);
});

test('settings that are no good are told', async () => {
  const answer = await databaseWorld({ PORT: 'x' }, '/nowhere').open(() => {});
  expect(answer).toMatchObject({ kind: 'refused', refusals: [{ rule: 'SE2', at: ['PORT'] }] });
});
