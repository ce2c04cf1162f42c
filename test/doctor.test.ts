import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { examineDatabase } from '../src/adapters/postgres/examine-database.ts';
import { schemaFolder } from '../src/open-database.ts';
import type { Finding } from '../src/ports/examination.ts';
import { doctorWorld } from '../src/service/examine-court.ts';
import { openTestDatabase } from './open-test-database.ts';

const folder = await mkdtemp(join(tmpdir(), 'court-doctor-'));
const ends: (() => void)[] = [];
afterAll(async () => {
  for (const end of ends) end();
  await rm(folder, { recursive: true, force: true });
});

async function all(findings: AsyncIterable<Finding>): Promise<ReadonlyMap<string, Finding>> {
  const found = new Map<string, Finding>();
  for await (const finding of findings) found.set(finding.check, finding);
  return found;
}

/** A short state of everything, in order. */
async function states(findings: AsyncIterable<Finding>): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries([...(await all(findings))].map(([check, { state }]) => [check, state]));
}

describe('the doctor of a database', () => {
  test('finds a migrated one well', async () => {
    const { adminUrl, settings } = await openTestDatabase();
    const of = { adminUrl, serverUrl: settings.url, folder: schemaFolder, now: Date.now };
    expect(await states(examineDatabase(of))).toEqual({
      database: 'good',
      clocks: 'good',
      migrations: 'good',
      'row security': 'good',
      roles: 'good',
      'live news': 'good',
      'login of the service': 'good',
    });
  });

  test('names what is wrong, and how to mend it', async () => {
    const { admin, adminUrl, settings } = await openTestDatabase();
    await admin('alter table court.cases no force row level security');
    await admin(
      `delete from supabase_migrations.schema_migrations where version > '20261122080100'`,
    );
    const late = {
      adminUrl,
      serverUrl: adminUrl,
      folder: schemaFolder,
      now: () => Date.now() + 60_000,
    };
    const found = await all(examineDatabase(late));
    expect(found.get('row security')).toEqual({
      check: 'row security',
      state: 'bad',
      says: 'it is not forced on court.cases.',
      mend: 'alter table court.cases enable row level security, force row level security;',
    });
    expect(found.get('migrations')).toMatchObject({ state: 'bad', mend: 'Run: court db migrate.' });
    expect(found.get('clocks')).toMatchObject({
      state: 'bad',
      says: expect.stringContaining('60.0 s'),
    });
    expect(found.get('login of the service')).toMatchObject({ state: 'odd' });
    await admin(
      `insert into supabase_migrations.schema_migrations (version, name) values ('20990101000000', 'later')`,
    );
    const close = { ...late, serverUrl: settings.url, now: () => Date.now() + 5_000 };
    const again = await all(examineDatabase(close));
    expect(again.get('migrations')).toMatchObject({
      mend: expect.stringContaining('another release'),
    });
    expect(again.get('clocks')).toMatchObject({ state: 'odd' });
  });

  test('says that nobody answers, or that the service cannot sign in', async () => {
    const nowhere = 'postgresql://court:court@127.0.0.1:1/court';
    const of = { adminUrl: nowhere, serverUrl: nowhere, folder: schemaFolder, now: Date.now };
    expect(await states(examineDatabase(of))).toEqual({ database: 'bad' });
    const { adminUrl } = await openTestDatabase();
    const found = await all(examineDatabase({ ...of, adminUrl }));
    expect(found.get('login of the service')).toMatchObject({
      state: 'bad',
      mend: expect.stringContaining('court db migrate'),
    });
  });
});

async function listener(port = 0): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => socket.end()).listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  ends.push(() => server.close());
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

describe('the doctor of a court', () => {
  test('finds a court that was never started well', async () => {
    const home = await mkdtemp(join(folder, 'new-'));
    const found = await states(
      doctorWorld({ DATA_DIR: join(home, 'data'), PORT: '0' }, home).examine(),
    );
    expect(found).toEqual({
      settings: 'good',
      disk: expect.stringMatching(/good|odd/),
      'signing key': 'good',
      'master key': 'good',
      storage: 'good',
      'virus scanner': 'odd',
      port: 'good',
      database: 'good',
    });
  });

  test('tells every setting that is bad, and looks no further', async () => {
    const found = await all(doctorWorld({ PORT: 'many', LOG_LEVEL: 'loud' }, folder).examine());
    expect([...found.keys()]).toEqual(['settings']);
    expect(found.get('settings')).toMatchObject({
      state: 'bad',
      says: expect.stringContaining('LOG_LEVEL'),
    });
  });

  test('names files that others can read, keys that are none, a port that is taken, a scanner that is away', async () => {
    const home = await mkdtemp(join(folder, 'bad-'));
    const data = join(home, 'data');
    await mkdir(join(data, 'keys'), { recursive: true });
    await mkdir(join(data, 'documents'));
    const signing = join(home, 'signing.key');
    await writeFile(signing, `${'ab'.repeat(32)}\n`, { mode: 0o644 });
    await chmod(signing, 0o644);
    await writeFile(join(data, 'keys', 'master.key'), 'nothing', { mode: 0o600 });
    await writeFile(join(home, '.env'), '', { mode: 0o600 });
    const { port } = await listener();
    const env = {
      DATA_DIR: data,
      PORT: String(port),
      SIGNING_KEY_FILE: signing,
      CLAMAV_URL: 'tcp://127.0.0.1:1',
      DATABASE_URL: 'postgresql://court_server:x@127.0.0.1:1/court',
    };
    const found = await all(doctorWorld(env, home).examine());
    expect(found.get('secrets')).toMatchObject({ state: 'good' });
    expect(found.get('signing key')).toMatchObject({
      state: 'bad',
      mend: `Run: chmod 600 ${signing}`,
    });
    expect(found.get('master key')).toMatchObject({ state: 'bad' });
    expect(found.get('storage')).toMatchObject({ state: 'good' });
    expect(found.get('port')).toMatchObject({
      state: 'bad',
      mend: expect.stringContaining(`:${port}`),
    });
    expect(found.get('virus scanner')).toMatchObject({ state: 'bad' });
    expect(found.get('database')).toMatchObject({ state: 'bad' });
    const gone = { ...env, SIGNING_KEY_FILE: join(home, 'gone.key') };
    expect((await all(doctorWorld(gone, home).examine())).get('signing key')).toMatchObject({
      state: 'bad',
      says: expect.stringContaining('is not there'),
    });
  });
});
