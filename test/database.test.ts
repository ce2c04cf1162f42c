import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from './database.ts';

async function asked(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('databases for tests', () => {
  test('each has the migrations, and nothing of another', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    await asked(one.adminUrl, 'create table public.only_here ()');
    expect(await asked(one.adminUrl, "select to_regclass('public.only_here')::text")).toEqual([
      ['only_here'],
    ]);
    expect(await asked(other.adminUrl, "select to_regclass('public.only_here')::text")).toEqual([
      [null],
    ]);
    const applied = 'select count(*) > 0 from supabase_migrations.schema_migrations';
    expect(await asked(other.adminUrl, applied)).toEqual([[true]]);
    await Promise.all([one.drop(), other.drop()]);
    await expect(asked(one.adminUrl, 'select 1')).rejects.toThrow('does not exist');
  });

  test('the server logs in as court_server, who rules nothing and becomes one of three', async () => {
    const database = await freshDatabase();
    const rights =
      'select rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole from pg_roles where rolname = current_user';
    expect(await asked(database.serverUrl, rights)).toEqual([
      ['court_server', false, false, false, false],
    ]);
    for (const role of ['anon', 'authenticated', 'service_role']) {
      expect(await asked(database.serverUrl, `select set_config('role', '${role}', true)`)).toEqual(
        [[role]],
      );
    }
    await expect(asked(database.serverUrl, 'set role postgres')).rejects.toThrow(
      'permission denied',
    );
    await database.drop();
  });
});
