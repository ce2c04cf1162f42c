import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import {
  chmod,
  chown,
  cp,
  lstat,
  lutimes,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { lockData } from './data-lock.ts';
import { readPidFile } from './processes.ts';
import { findPackage } from './programs.ts';
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from './start-embedded.ts';

const programs = findPackage();
const isRoot = process.getuid?.() === 0;
if (programs === null) process.stderr.write('skipped: no embedded PostgreSQL for this machine\n');
else if (!isRoot)
  process.stderr.write('skipped: what only root can try of the embedded PostgreSQL\n');

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

/** A folder that anybody may pass, unless its mode says otherwise. */
async function folder(mode = 0o755): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'court-embedded-'));
  await chmod(made, mode);
  cleanUps.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function started(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ port: 0, ...options });
  cleanUps.push(() => server.stop());
  return server;
}

async function asked(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const child = fileURLToPath(new URL('../../../test/embedded-child.ts', import.meta.url));

type Told = Pick<EmbeddedPostgres, 'adminUrl' | 'data' | 'notices'>;

/** Another process of the court, as this user or another. */
async function otherProcess(
  words: readonly string[],
  as: { uid?: number; gid?: number; script?: string; node?: string } = {},
): Promise<{ readonly process: ChildProcessWithoutNullStreams; readonly told: Told | string }> {
  const { script = child, node = process.execPath, ...account } = as;
  const other = spawn(node, [script, ...words], { ...account, cwd: '/', stdio: 'pipe' });
  cleanUps.push(async () => {
    if (other.exitCode === null && other.signalCode === null) {
      const closed = new Promise((done) => other.once('close', done));
      other.stdin.end();
      await closed;
    }
  });
  const said = text(other.stderr);
  const line = await new Promise<string>((done) => {
    other.stdout.once('data', (chunk: Buffer) => done(chunk.toString('utf8')));
    other.stdout.once('end', () => done(''));
  });
  return { process: other, told: line === '' ? (await said).trim() : JSON.parse(line) };
}

async function killed(process: ChildProcessWithoutNullStreams): Promise<void> {
  const closed = new Promise((done) => process.once('exit', done));
  process.kill('SIGKILL');
  await closed;
}

/** The shell that ends the server after its court. */
async function guardOf(data: string): Promise<number> {
  for (const pid of await readdir('/proc')) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(`guard\0${data}/postmaster.pid\0`)) return Number(pid);
  }
  throw new Error('no guard');
}

describe.runIf(programs !== null)('the embedded PostgreSQL', () => {
  test('is made safe and small, and keeps what was written', async () => {
    const dataDir = join(await folder(), 'data');
    const first = await started({ dataDir });
    const settings = {
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      password_encryption: 'scram-sha-256',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      shared_buffers: '64MB',
      max_connections: '60',
    };
    for (const [name, value] of Object.entries(settings)) {
      expect([name, await asked(first.adminUrl, `show ${name}`)]).toEqual([name, value]);
    }
    expect(
      await asked(first.adminUrl, "select 'ñandú' ~ '^[[:alpha:]]+$' and upper('ñ') = 'Ñ'"),
    ).toBe(true);
    await asked(first.adminUrl, 'create table kept as select 7 as n');
    const noPassword = first.adminUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(asked(noPassword, 'select 1')).rejects.toThrow('password authentication failed');
    const { mode } = await lstat(join(dataDir, 'postgres-secrets.json'));
    expect(mode & 0o777).toBe(0o600);
    await first.stop();

    const again = await started({ dataDir });
    expect(await asked(again.adminUrl, 'select n from kept')).toBe(7);
  });

  test('listens on its Unix socket too', async () => {
    const server = await started({ dataDir: await folder() });
    const { searchParams, port } = new URL(server.serverUrl);
    const byAdmin = `${server.adminUrl}?host=${searchParams.get('host')}`;
    expect(Number(port)).toBe(server.port);
    expect(await asked(byAdmin, 'select inet_server_addr()')).toBe(null);
  });

  test('a long path leaves no room for a socket, which then lies elsewhere', async () => {
    const dataDir = join(await folder(), 'x'.repeat(60), 'y'.repeat(60));
    await mkdir(dirname(dataDir), { mode: 0o755 });
    const server = await started({ dataDir });
    const { searchParams } = new URL(server.serverUrl);
    expect(await asked(`${server.adminUrl}?host=${searchParams.get('host')}`, 'select 1')).toBe(1);
  });

  test('takes another port where its own is taken, and says so', async () => {
    const other = createServer();
    const taken = await new Promise<number>((done) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        done(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
    cleanUps.push(() => new Promise((done) => other.close(done)));
    const server = await started({ dataDir: await folder(), port: taken });
    expect(server.port).not.toBe(taken);
    expect(server.notices).toEqual([
      `Port ${taken} is taken; the embedded database listens on ${server.port}.`,
    ]);
    expect(await asked(server.adminUrl, 'select 1')).toBe(1);
  });

  test('a second start on the same data is refused with a sentence', async () => {
    const dataDir = await folder();
    const server = await started({ dataDir });
    await expect(startEmbedded({ dataDir, port: 0 })).rejects.toThrow(
      /^The database in .* is in use by process \d+ on .*\. Stop that process first, or choose another DATA_DIR\.$/,
    );
    const other = await otherProcess([dataDir]);
    expect(other.told).toContain(`is in use by process ${process.pid} on`);
    expect(await asked(server.adminUrl, 'select 1')).toBe(1);
  });

  test('of several starts at once one wins', async () => {
    const dataDir = await folder();
    const starts = await Promise.allSettled([1, 2, 3].map(() => started({ dataDir })));
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('kill -9 of the court ends its server, and the next start goes on', async () => {
    const dataDir = await folder();
    const first = await otherProcess([dataDir]);
    if (typeof first.told === 'string') throw new Error(first.told);
    await asked(first.told.adminUrl, 'create table kept as select 7 as n');
    const old = await readPidFile(first.told.data);
    await killed(first.process);
    const next = await started({ dataDir });
    expect(await asked(next.adminUrl, 'select n from kept')).toBe(7);
    expect((await readPidFile(next.data))?.pid).not.toBe(old?.pid);
  });

  test('a server that outlived the court and its guard is ended by the next start', async () => {
    const dataDir = await folder();
    const first = await otherProcess([dataDir]);
    if (typeof first.told === 'string') throw new Error(first.told);
    const old = (await readPidFile(first.told.data))?.pid ?? 0;
    process.kill(await guardOf(first.told.data), 'SIGKILL');
    await killed(first.process);
    await wait(100);
    expect(await readlink(`/proc/${old}/cwd`)).toBe(first.told.data);
    const next = await started({ dataDir });
    expect(await asked(next.adminUrl, 'select 1')).toBe(1);
    await expect(readlink(`/proc/${old}/cwd`)).rejects.toThrow('ENOENT');
  });

  test('a server that is killed comes back on its port, with all that was committed', async () => {
    const said: string[] = [];
    const server = await started({ dataDir: await folder(), tell: (says) => void said.push(says) });
    await asked(server.adminUrl, 'create table kept as select 7 as n');
    process.kill((await readPidFile(server.data))?.pid ?? 0, 'SIGKILL');
    const answer = async (): Promise<unknown> => {
      for (;;) {
        const found = await asked(server.adminUrl, 'select n from kept').catch(() => null);
        if (found !== null) return found;
        await wait(20);
      }
    };
    expect(await answer()).toBe(7);
    expect(said).toEqual(['The embedded database had ended and was started again.']);
  });

  test('data of another release are refused', async () => {
    const dataDir = await folder();
    const server = await started({ dataDir });
    await server.stop();
    await writeFile(join(server.data, 'PG_VERSION'), '15\n');
    await expect(startEmbedded({ dataDir })).rejects.toThrow('was made by PostgreSQL 15');
  });

  test('passwords that were lost or spoilt are asked back', async () => {
    const dataDir = await folder();
    await writeFile(join(dataDir, 'postgres-secrets.json'), '{');
    await expect(startEmbedded({ dataDir })).rejects.toThrow('Put the file back from a backup');
  });

  test('a DATA_DIR that is a file is refused', async () => {
    await expect(startEmbedded({ dataDir: '/etc/passwd' })).rejects.toThrow(
      'cannot use /etc/passwd',
    );
  });
});

describe('the lock on the data', () => {
  test('of a process that is gone, or has its number only, is taken over', async () => {
    const path = join(await folder(), 'lock');
    for (const owner of [`999999999@${hostname()}#1`, `${process.pid}@${hostname()}#1`]) {
      await symlink(owner, path);
      await (await lockData(path, 'data')).release();
    }
    await expect(lstat(path)).rejects.toThrow('ENOENT');
  });

  test('of another host holds as long as that host gives signs', async () => {
    const path = join(await folder(), 'lock');
    await symlink('1@elsewhere#1', path);
    await expect(lockData(path, 'data')).rejects.toThrow('in use by process 1 on elsewhere');
    await lutimes(path, new Date(0), new Date(0));
    await (await lockData(path, 'data')).release();
  });
});

const nobody = { uid: 65_534, gid: 65_534 };

/** What npm 11 leaves of the package: no links; and where a private home keeps others out. */
async function strippedPackage(into: string, mode: number): Promise<string> {
  const copy = join(into, 'package');
  await cp(programs ?? '', copy, { recursive: true, verbatimSymlinks: true });
  const links = await readFile(join(copy, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { target } of JSON.parse(links)) await rm(join(copy, target), { force: true });
  await chmod(into, mode);
  return copy;
}

describe.runIf(programs !== null)('programs without their links', () => {
  test('are run all the same', async () => {
    const stripped = await strippedPackage(await folder(), 0o755);
    const server = await started({ dataDir: await folder(), programs: stripped });
    expect(await asked(server.adminUrl, 'select 1')).toBe(1);
  });
});

describe.runIf(programs !== null && isRoot)('started by root', () => {
  test('the server runs as nobody', async () => {
    const server = await started({ dataDir: await folder() });
    expect((await lstat(server.data)).uid).toBe(nobody.uid);
    expect(server.notices).toEqual([]);
  });

  test('below a home that others cannot enter, programs and data lie elsewhere, and it says where', async () => {
    const home = await folder(0o700);
    const apart = join(await folder(), 'apart');
    const stripped = await strippedPackage(join(home), 0o700);
    const dataDir = join(home, 'data');
    const first = await started({ dataDir, apart, programs: stripped });
    expect(first.data.startsWith(apart)).toBe(true);
    expect(first.notices[0]).toContain(`The database lies in ${first.data}`);
    await asked(first.adminUrl, 'create table kept as select 7 as n');
    await first.stop();
    const again = await started({ dataDir, apart, programs: stripped });
    expect(again.data).toBe(first.data);
    expect(await asked(again.adminUrl, 'select n from kept')).toBe(7);
  });

  test("an empty folder of mode 0700 that is root's is opened for passing", async () => {
    const dataDir = await folder(0o700);
    const server = await started({ dataDir });
    expect(server.data).toBe(join(dataDir, 'postgres'));
    expect((await lstat(dataDir)).mode & 0o777).toBe(0o711);
  });

  test('below the home of somebody who is not root it runs as that person', async () => {
    const home = await folder(0o700);
    const dataDir = join(home, 'data');
    await mkdir(dataDir);
    await chown(home, 1, 1);
    await chown(dataDir, 1, 1);
    const server = await started({ dataDir });
    expect(server.data).toBe(join(dataDir, 'postgres'));
    expect((await lstat(server.data)).uid).toBe(1);
  });

  test('somebody who is not root starts it from a home of their own', async () => {
    const home = await folder(0o700);
    await chown(home, nobody.uid, nobody.gid);
    const other = await otherProcess([join(home, 'data')], nobody);
    if (typeof other.told === 'string') throw new Error(other.told);
    expect(await asked(other.told.adminUrl, 'select 1')).toBe(1);
    expect(other.told.data).toBe(join(home, 'data', 'postgres'));
    // Root may look at the data, but somebody else may not take them.
    const second = await otherProcess([join(home, 'data')], nobody);
    expect(second.told).toContain('is in use by process');
  });

  test('data of somebody else are refused to who is not root', async () => {
    const dataDir = await folder(0o777);
    const server = await started({ dataDir });
    await server.stop();
    const other = await otherProcess([dataDir], { uid: 1, gid: 1 });
    expect(other.told).toContain('belongs to user 65534, and this process runs as 1');
  });

  test('a full disk is told in a sentence', async (context) => {
    const disk = await folder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', disk], {
        stdio: 'pipe',
      });
    } catch {
      process.stderr.write('skipped: a full disk, since nothing may be mounted here\n');
      return context.skip();
    }
    cleanUps.push(async () => execFileSync('umount', [disk]));
    await expect(startEmbedded({ dataDir: disk })).rejects.toThrow(
      /^The disk that holds .* is full\. Free some space, or choose another DATA_DIR\.$/,
    );
  });
});
