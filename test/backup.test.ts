import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { openFilesystemStorage } from '../src/adapters/filesystem/object-storage.ts';
import { openDatabaseToFill } from '../src/adapters/postgres/fill-database.ts';
import { openSnapshot } from '../src/adapters/postgres/snapshot.ts';
import { systemHashing } from '../src/adapters/system/hashing.ts';
import { createBackupFile, readBackupFile } from '../src/adapters/tar/backup-file.ts';
import type { Digest } from '../src/court/backup/check-backup.ts';
import { makeBackup } from '../src/court/backup/make-backup.ts';
import { restoreBackup } from '../src/court/backup/restore-backup.ts';
import { openDatabase } from '../src/adapters/postgres/database.ts';
import { postgresRecordStore } from '../src/adapters/postgres/record-store.ts';
import { recordAnnouncements } from '../src/ports/record-announcements.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { openSmallCase, smallCourt } from './world.ts';

const digest: Digest = () => {
  const hash = createHash('sha256');
  return { update: (piece) => void hash.update(piece), end: () => hash.digest('hex') };
};

const folder = await mkdtemp(join(tmpdir(), 'court-backup-'));
const opened: TestDatabase[] = [];
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const { drop } of opened) await drop();
});

async function fresh(): Promise<TestDatabase> {
  const made = await freshDatabase();
  opened.push(made);
  return made;
}

async function asAdmin<Answer>(url: string, run: (client: Client) => Promise<Answer>) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

const longKey = `courts/${'a'.repeat(36)}/cases/${'b'.repeat(36)}/${'c'.repeat(36)}.1`;

/** A court with a case that has a record, documents inside others, and people who are signed in. */
async function courtWithACase(): Promise<{ readonly url: string; readonly storage: string }> {
  const { adminUrl, serverUrl } = await fresh();
  await asAdmin(adminUrl, async (client) => {
    await client.query(await readFile(new URL('rights/world.sql', import.meta.url), 'utf8'));
    await client.query('delete from court.texts; delete from court.events');
    await client.query(`insert into court.cases (record, court_id, jurisdiction)
      values ('C-1', '00000000-0000-4000-8000-00000000000a', 'model')`);
    await client.query(
      `insert into court.documents (id, case_id, court_id, name, media_type, size, sha256,
        storage_key, wrapped_key, key_version, chunk_size, inside, inside_n)
      select '00000000-0000-4000-8002-000000000001', case_id, court_id, 'inner', 'text/plain', 1, sha256,
        $1, '\\x0102ff', 1, 65536, id, 1
        from court.documents order by id limit 1`,
      [longKey],
    );
    // The outer one comes after it on disk.
    await client.query(`update court.documents set pages = 1 where inside is null`);
  });
  const database = openDatabase({
    url: serverUrl,
    size: 2,
    waitMs: 5_000,
    queue: 10,
    idleMs: 10_000,
    statementMs: 10_000,
    connectMs: 5_000,
    pooler: 'none',
  });
  const store = postgresRecordStore(database, { kind: 'service' }, recordAnnouncements());
  const hand = await openSmallCase(smallCourt(7, { store }));
  await hand.signHead('exported');
  await database.close();
  const storage = await mkdtemp(join(folder, 'storage-'));
  const objects = await openFilesystemStorage(storage);
  await objects.put('a', [Buffer.alloc(700_000, 7)], { size: null, sha256: null });
  await objects.put(longKey, [Buffer.from('inner')], { size: null, sha256: null });
  return { url: adminUrl, storage };
}

async function backup(of: { readonly url: string; readonly storage: string }, path: string) {
  const file = await createBackupFile(path);
  const snapshot = await openSnapshot(of.url);
  try {
    return await makeBackup({ snapshot, file, storage: await openFilesystemStorage(of.storage) });
  } finally {
    await snapshot.close();
    await file.close();
  }
}

async function restore(path: string, url: string, storage?: string) {
  const database = await openDatabaseToFill(url);
  try {
    return await restoreBackup({
      parts: readBackupFile(path),
      database,
      storage: await openFilesystemStorage(storage ?? (await mkdtemp(join(folder, 'storage-')))),
      digest,
      hashing: systemHashing,
    });
  } finally {
    await database.close();
  }
}

/** Everything in every table, but what is another one in each database. */
async function contentOf(url: string) {
  return asAdmin(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(`
      select oid::regclass::text as name from pg_class
       where relnamespace in ('court'::regnamespace, 'identity'::regnamespace) and relkind = 'r' order by 1`);
    const content: Record<string, unknown> = {};
    for (const { name } of tables) {
      const { rows } = await client.query(
        `select to_jsonb(t) - 'tx' - 'revoked_at' as row from ${name} as t order by to_jsonb(t)::text`,
      );
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  });
}

const source = await courtWithACase();
const good = join(folder, 'good.tar');
const made = await backup(source, good);

describe('a backup', () => {
  test('holds every table, every chain and every object, and is for its owner alone', async () => {
    expect(made).toMatchObject({
      kind: 'made',
      missing: [],
      manifest: { heads: 1, objects: { count: 2, bytes: 700_005 } },
    });
    expect((await stat(good)).mode & 0o777).toBe(0o600);
  });

  test('comes back as it was: rows, objects, forced rights, numbers that go on', async () => {
    const target = await fresh();
    const storage = await mkdtemp(join(folder, 'storage-'));
    const restored = await restore(good, target.adminUrl, storage);
    expect(restored).toMatchObject({ kind: 'restored', events: expect.any(Number) });
    expect(await contentOf(target.adminUrl)).toEqual(await contentOf(source.url));
    const objects = await openFilesystemStorage(storage);
    expect(await objects.head(longKey)).toEqual({ key: longKey, size: 5 });
    await asAdmin(target.adminUrl, async (client) => {
      const one = async (text: string) => (await client.query(text)).rows[0];
      expect(await one(`select count(*)::int as n from court.events where tx <> '0'`)).toEqual({
        n: 0,
      });
      expect(
        await one(`select count(*)::int as n from pg_class where relnamespace = 'court'::regnamespace
                     and relkind = 'r' and not relforcerowsecurity`),
      ).toEqual({ n: 0 });
      expect(
        await one(
          `select count(*)::int as n from pg_trigger where tgenabled <> 'O' or tgdeferrable`,
        ),
      ).toEqual({ n: 0 });
      await client.query(`insert into court.audit (action, outcome) values ('next', 'done')`);
      expect(
        await one(`select count(*)::int as n from court.events_after('0', 0, 100) `),
      ).toMatchObject({ n: expect.any(Number) });
      expect(
        await one('select count(*)::int as n from identity.sessions where revoked_at is null'),
      ).toEqual({ n: 0 });
    });
  });
});

/** A copy of the good backup with its bytes changed. */
async function spoilt(change: (bytes: Buffer) => Buffer): Promise<string> {
  const path = join(folder, `spoilt-${crypto.randomUUID()}.tar`);
  await writeFile(path, change(await readFile(good)));
  return path;
}

/** Where the content of a part begins. */
async function contentAt(name: string): Promise<number> {
  const bytes = await readFile(good);
  const at = bytes.indexOf(`${name}\0`);
  expect(at % 512).toBe(0);
  return at + 512;
}

describe('a damaged backup is refused by name of the part, and nothing of it stays', () => {
  test.each([
    ['tables/court.cases/000001.jsonl.gz', 30, 'BK3'],
    ['heads/000001.jsonl.gz', 20, 'BK3'],
    ['objects/a', 600_000, 'BK3'],
    ['manifest.json', 40, 'BK3'],
  ])('a bit of %s', async (name, offset, rule) => {
    const at = (await contentAt(name)) + offset;
    const path = await spoilt((bytes) => {
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    const target = await fresh();
    expect(await restore(path, target.adminUrl)).toMatchObject({
      kind: 'refused',
      refusals: [{ rule, at: [name], says: expect.stringContaining(name) }],
    });
    const content = await contentOf(target.adminUrl);
    expect(
      Object.entries(content).filter(([, rows]) => Array.isArray(rows) && rows.length > 0),
    ).toEqual([['court.outbox_counter', [{ one: true, position: 0 }]]]);
  });

  const target = fresh();
  test.each([
    ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'BK2'],
    ['cut at its end', (bytes: Buffer) => bytes.subarray(0, -1_500), 'BK2'],
    ['no archive', () => Buffer.from('This is a letter, and not a short one. '.repeat(40)), 'BK2'],
    ['empty', () => Buffer.alloc(0), 'BK2'],
    ['all zeros', () => Buffer.alloc(4_096), 'BK2'],
    ['a header that is changed', (bytes: Buffer) => (bytes.write('x', 0), bytes), 'BK2'],
  ])('%s', async (_, change, rule) => {
    const path = await spoilt(change);
    expect(await restore(path, (await target).adminUrl)).toMatchObject({
      kind: 'refused',
      refusals: [{ rule }],
    });
  });
});

/** The good backup, part by part, with some changed, left out or added, and all sums as they should be. */
async function forged(
  change: (
    name: string,
    text: () => Promise<readonly string[]>,
  ) => Promise<readonly string[] | null>,
  told: (manifest: Record<string, unknown>) => unknown = (manifest) => manifest,
): Promise<string> {
  const path = join(folder, `forged-${crypto.randomUUID()}.tar`);
  const file = await createBackupFile(path);
  const parts: unknown[] = [];
  for await (const part of readBackupFile(good)()) {
    const { name, size } = part;
    const lines = /^(?:tables|heads)/.test(name) ? await change(name, () => part.lines()) : null;
    if (name === 'manifest.json') {
      const text: Buffer[] = [];
      for await (const piece of part.content()) text.push(Buffer.from(piece));
      const manifest = told({ ...JSON.parse(Buffer.concat(text).toString()), parts });
      const bytes = Buffer.from(JSON.stringify(manifest));
      await file.add(name, bytes.length, [bytes]);
      const sum = digest();
      sum.update(bytes);
      await file.add('manifest.json.sha256', 64, [Buffer.from(sum.end())]);
    } else if (lines !== null) parts.push(await file.addLines(name, lines));
    else if (!name.startsWith('manifest')) await file.add(name, size, part.content());
  }
  await file.finish();
  return path;
}

const asItWas = async (_: string, lines: () => Promise<readonly string[]>) => lines();

describe('a restore', () => {
  test('BK5: goes into an empty database only', async () => {
    expect(await restore(good, source.url)).toMatchObject({
      kind: 'refused',
      refusals: [{ rule: 'BK5', at: ['court.courts'] }],
    });
  });

  test('BK4: goes into the tables of the same migrations only', async () => {
    const other = await forged(asItWas, (manifest) => ({
      ...manifest,
      migrations: ['20200101000000'],
    }));
    const fewer = await forged(asItWas, (manifest) => ({ ...manifest, tables: [] }));
    const { adminUrl } = await fresh();
    for (const path of [other, fewer]) {
      expect(await restore(path, adminUrl)).toMatchObject({
        kind: 'refused',
        refusals: [{ rule: 'BK4' }],
      });
    }
    await asAdmin(adminUrl, (client) =>
      client.query('delete from supabase_migrations.schema_migrations'),
    );
    expect(await restore(good, adminUrl)).toMatchObject({
      refusals: [{ rule: 'BK4', says: expect.stringContaining('at none') }],
    });
  });

  test('BK2: knows the form of what it reads', async () => {
    const path = await forged(asItWas, (manifest) => ({ ...manifest, version: 2 }));
    const { adminUrl } = await fresh();
    expect(await restore(path, adminUrl)).toMatchObject({
      refusals: [{ rule: 'BK2', says: 'This is no backup of a form that is known here.' }],
    });
  });

  test('BK3: a part too many, too few, or another number of objects is damage', async () => {
    const { adminUrl } = await fresh();
    const more = await forged(asItWas, (manifest) => ({ ...manifest, parts: [] }));
    const objects = { count: 1, bytes: 700_000 };
    const less = await forged(asItWas, (manifest) => ({ ...manifest, objects }));
    for (const [path, at] of [
      [more, 'tables/court.courts/000001.jsonl.gz'],
      [less, 'objects'],
    ] as const) {
      expect(await restore(path, adminUrl)).toMatchObject({
        refusals: [{ rule: 'BK3', at: [at] }],
      });
    }
  });

  test('BK6: a chain that was broken is restored as it was, and told', async () => {
    const spoil =
      (change: (line: string) => string) =>
      async (name: string, lines: () => Promise<readonly string[]>) => {
        if (!name.includes('court.events')) return lines();
        return (await lines()).map((text) => {
          const row: { line: string } = JSON.parse(text);
          return JSON.stringify({ ...row, line: change(row.line) });
        });
      };
    for (const change of [
      (line: string) => line.slice(9),
      () => '[]',
      (line: string) => line.replace('"2026', '"2025'),
    ]) {
      const path = await forged(spoil(change));
      expect(await restore(path, (await fresh()).adminUrl)).toMatchObject({
        kind: 'restored',
        broken: ['C-1'],
      });
    }
    const headless = await forged(async (name, lines) => (name.startsWith('heads') ? [] : lines()));
    expect(await restore(headless, (await fresh()).adminUrl)).toMatchObject({ broken: ['C-1'] });
    const shown = await forged(async (name, lines) =>
      name.includes('court.cases/')
        ? (await lines()).map((line) => line.replace(/"head":"[0-9a-f]{4}/, '"head":"ffff'))
        : lines(),
    );
    expect(await restore(shown, (await fresh()).adminUrl)).toMatchObject({ broken: ['C-1'] });
  });

  test('BK7: another object under a key stays, and nothing is restored', async () => {
    const { adminUrl } = await fresh();
    const storage = await mkdtemp(join(folder, 'storage-'));
    const objects = await openFilesystemStorage(storage);
    await objects.put('a', [Buffer.from('another')], { size: null, sha256: null });
    expect(await restore(good, adminUrl, storage)).toMatchObject({
      refusals: [{ rule: 'BK7', at: ['a'] }],
    });
    expect(await restore(good, adminUrl)).toMatchObject({ kind: 'restored' });
  });

  test('BK7: an object that does not come back as it was put is no object', async () => {
    const { adminUrl } = await fresh();
    const honest = await openFilesystemStorage(await mkdtemp(join(folder, 'storage-')));
    for (const get of [
      async () => null,
      async (key: string) => ({ key, size: 1, content: Readable.from([Buffer.from('x')]) }),
    ]) {
      const database = await openDatabaseToFill(adminUrl);
      const storage = { ...honest, get };
      const restored = await restoreBackup({
        parts: readBackupFile(good),
        database,
        storage,
        digest,
        hashing: systemHashing,
      });
      await database.close();
      expect(restored).toMatchObject({ kind: 'refused', refusals: [{ rule: 'BK7' }] });
    }
  });

  test('a fault of what lies behind is a fault, and not damage', async () => {
    const { adminUrl } = await fresh();
    const database = await openDatabaseToFill(adminUrl);
    const fault = new Error('the disk went away');
    const parts = async function* () {
      yield* [];
      throw fault;
    };
    const storage = await openFilesystemStorage(await mkdtemp(join(folder, 'storage-')));
    await expect(
      restoreBackup({ parts, database, storage, digest, hashing: systemHashing }),
    ).rejects.toBe(fault);
    await database.close();
  });
});

describe('a backup file', () => {
  test('is there whole or not at all, and never instead of another one', async () => {
    const path = join(folder, 'once.tar');
    const first = await createBackupFile(path);
    expect((await readdir(folder)).filter((name) => name.startsWith('once'))).toHaveLength(1);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
    await first.close();
    expect((await readdir(folder)).filter((name) => name.startsWith('once'))).toEqual([]);
    await writeFile(path, 'mine');
    expect(await backup(source, path)).toEqual({ kind: 'taken' });
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect((await readdir(folder)).filter((name) => name.startsWith('once'))).toEqual(['once.tar']);
  });

  test('an object that is gone is named', async () => {
    const storage = await mkdtemp(join(folder, 'storage-'));
    const made = await backup({ ...source, storage }, join(folder, 'lost.tar'));
    expect(made).toMatchObject({ kind: 'made', missing: ['a', longKey] });
  });

  test('is a tar archive with every part under its name, also long ones', async () => {
    const names = [];
    for await (const { name } of readBackupFile(good)()) names.push(name);
    expect(names).toContain(`objects/${longKey}`);
    expect(names.slice(-2)).toEqual(['manifest.json', 'manifest.json.sha256']);
    const listed = spawnSync('tar', ['tf', good], { encoding: 'utf8' });
    expect(listed.stdout.trim().split('\n')).toEqual(names);
  });
});
