import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../src/adapters/embedded-postgres/start-embedded.ts';
import { migrate } from '../src/adapters/postgres/migrate.ts';

const folder = fileURLToPath(new URL('../supabase/', import.meta.url));

/** Databases for the tests of one run, one server for all of them. */
type Databases = {
  readonly adminUrl: string;
  readonly serverUrl: string;
  readonly template: string;
  stop(): Promise<void>;
};

/**
 * Before all tests: waits for the first who needs a database (`freshDatabase`), and only then starts a
 * server, or uses the one of TEST_DATABASE_URL, and makes a template with all migrations.
 */
export async function setup(): Promise<() => Promise<void>> {
  let databases: Promise<Databases> | null = null;
  const made: string[] = [];
  const door = createServer((request, response) => {
    void answer(request.method ?? '', request.url ?? '').then(
      (told) => response.end(JSON.stringify(told)),
      (cause: unknown) => {
        response.statusCode = 500;
        response.end(cause instanceof Error ? cause.message : String(cause));
      },
    );
  });

  async function answer(method: string, path: string): Promise<unknown> {
    databases ??= openDatabases();
    const { adminUrl, serverUrl, template } = await databases;
    if (method === 'DELETE') return dropDatabase(adminUrl, path.slice(1));
    const name = `court_test_${randomBytes(6).toString('hex')}`;
    await asAdmin(adminUrl, `create database ${name} template ${template}`);
    made.push(name);
    return { adminUrl: withDatabase(adminUrl, name), serverUrl: withDatabase(serverUrl, name) };
  }

  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', () => listening()));
  const address = door.address();
  if (typeof address === 'object')
    process.env['TEST_DATABASES'] = `http://127.0.0.1:${address?.port}`;

  return async () => {
    door.close();
    const opened = await databases?.catch(() => null);
    if (opened === undefined || opened === null) return;
    if (process.env['TEST_DATABASE_URL'] !== undefined) {
      for (const name of [...made, opened.template]) await dropDatabase(opened.adminUrl, name);
    }
    await opened.stop();
  };
}

async function openDatabases(): Promise<Databases> {
  const server = await openServer();
  const template = `court_template_${randomBytes(6).toString('hex')}`;
  try {
    await asAdmin(server.adminUrl, `create database ${template}`);
    const migrated = await migrate({
      adminUrl: withDatabase(server.adminUrl, template),
      folder,
      serverPassword: new URL(server.serverUrl).password,
    });
    if (migrated.kind === 'migrated') return { ...server, template };
    throw new Error(migrated.refusals.map(({ rule, says }) => `${rule} ${says}`).join('\n'));
  } catch (cause) {
    await server.stop();
    throw cause;
  }
}

async function openServer(): Promise<Omit<Databases, 'template'>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    const server = new URL(given);
    server.username = 'court_server';
    // The same for all runs on this server, which may be several at once.
    server.password = createHash('sha256').update(given).digest('hex').slice(0, 24);
    return { adminUrl: given, serverUrl: server.href, stop: async () => {} };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'court-test-'));
  await chmod(dataDir, 0o711);
  // These data are gone with the run: nothing of them has to reach the disk.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  };
  const remove = () => rm(dataDir, { recursive: true, force: true });
  const started = await startEmbedded({ dataDir, port: 0, settings }).catch(async (cause) => {
    await remove();
    throw cause;
  });
  const { adminUrl, serverUrl } = started;
  return {
    adminUrl,
    serverUrl,
    async stop() {
      await started.stop();
      await remove();
    },
  };
}

async function dropDatabase(adminUrl: string, name: string): Promise<null> {
  if (!/^court_(?:test|template)_[0-9a-f]+$/.test(name))
    throw new Error(`${name} is not of a test`);
  await asAdmin(adminUrl, `drop database if exists ${name} with (force)`);
  return null;
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
