import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { clamavScanner } from '../adapters/clamav/virus-scanner.ts';
import { findRunning } from '../adapters/embedded-postgres/running.ts';
import { openFilesystemStorage } from '../adapters/filesystem/object-storage.ts';
import { openKeyFile } from '../adapters/file/key.ts';
import { openMasterKeyFile } from '../adapters/file/master-key.ts';
import { examineDatabase } from '../adapters/postgres/examine-database.ts';
import { systemCipher } from '../adapters/vault/cipher.ts';
import type { DoctorWorld } from '../cli/doctor.ts';
import type { Config } from '../config.ts';
import { openDatabase, schemaFolder } from '../open-database.ts';
import { bad, type Finding, good, odd } from '../ports/examination.ts';
import { readConfig } from '../read-config.ts';

/** `court doctor` for the court that the environment, or `.env` in the folder, names. */
export function doctorWorld(environment: NodeJS.ProcessEnv, folder: string): DoctorWorld {
  return {
    async *examine() {
      const read = await readConfig(environment, folder);
      if (read.kind === 'refused') {
        for (const { rule, says } of read.refusals) {
          yield bad('settings', `${rule} ${says}`, 'See docs/config.md for what each may be.');
        }
        return;
      }
      const { config } = read;
      yield good('settings', `all are read; the court runs for ${config.environment}.`);
      yield* ownFiles([join(folder, '.env')]);
      yield await disk(config.dataDir);
      yield* keys(config);
      yield await storage(config.dataDir);
      yield await scanner(config);
      yield await port(config);
      yield* database(config);
    },
  };
}

const gigabyte = 1_000_000_000;

/** Free bytes of the disk on which the data lie, or will. */
async function disk(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearest(dataDir));
  const free = bavail * bsize;
  const says = `${(free / gigabyte).toFixed(1)} GB are free for ${dataDir}.`;
  const mend = 'Make room there, or set DATA_DIR to a larger disk.';
  if (free >= 2 * gigabyte) return good('disk', says);
  return free >= gigabyte / 4 ? odd('disk', says, mend) : bad('disk', says, mend);
}

/** The folder, or the one nearest above it that is there. */
async function nearest(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

async function* keys(config: Config): AsyncGenerator<Finding> {
  const folder = join(config.dataDir, 'keys');
  const files = [
    ['signing key', config.signingKeyFile, join(folder, 'court.key'), openKeyFile],
    ['master key', config.masterKeyFile, join(folder, 'master.key'), openMasterKey],
  ] as const;
  for (const [check, given, own, open] of files) {
    const file = given ?? own;
    const mode = await modeOf(file);
    if (mode === null) {
      yield given === undefined
        ? good(check, 'it is made at the first start.')
        : bad(
            check,
            `${file} is not there.`,
            'Put the file back, or set the setting to where it is.',
          );
      continue;
    }
    const opened = await open(file);
    if (opened.kind === 'refused') {
      yield bad(
        check,
        opened.refusal.says,
        `Put ${file} back from where keys are kept, for its owner alone (chmod 600).`,
      );
    } else yield* ownFiles([file], check);
  }
  if (config.tlsKeyFile !== undefined) yield* ownFiles([config.tlsKeyFile], 'TLS key');
}

const openMasterKey = (file: string) => openMasterKeyFile(file, systemCipher);

/** Files with secrets are their owner's alone; one that is not there is no matter here. */
async function* ownFiles(files: readonly string[], check = 'secrets'): AsyncGenerator<Finding> {
  for (const file of files) {
    const mode = await modeOf(file);
    if (mode === null) continue;
    const told = (mode & 0o777).toString(8).padStart(4, '0');
    yield (mode & 0o077) === 0
      ? good(check, `${file} is for its owner alone.`)
      : bad(check, `${file} can be read by others (${told}).`, `Run: chmod 600 ${file}`);
  }
}

async function modeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mode }) => mode,
    () => null,
  );
}

/** Keeps a byte in the storage, reads it back and takes it away. */
async function storage(dataDir: string): Promise<Finding> {
  const check = 'storage';
  const folder = join(dataDir, 'documents');
  if ((await modeOf(folder)) === null) return good(check, `${folder} is made at the first start.`);
  const key = `doctor/${crypto.randomUUID()}`;
  try {
    await readdir(folder);
    const objects = await openFilesystemStorage(folder);
    await objects.put(key, [new Uint8Array([1])], { size: 1, sha256: null });
    const back = await objects.head(key);
    await objects.delete(key);
    if (back?.size === 1) return good(check, `${folder} keeps documents.`);
    return bad(check, `${folder} loses what is written.`, 'Check the disk (dmesg, fsck).');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return bad(
      check,
      `${folder} cannot be written: ${why}.`,
      `Let ${folder} belong to the account that runs the court (chown -R).`,
    );
  }
}

async function scanner({ clamavUrl }: Config): Promise<Finding> {
  const check = 'virus scanner';
  if (clamavUrl === undefined) {
    return odd(
      check,
      'uploads are not checked.',
      'Install ClamAV (clamav-daemon) and set CLAMAV_URL to check them.',
    );
  }
  try {
    const scan = await clamavScanner({ url: clamavUrl, largest: 1_000, timeout: 10_000 }).scan([
      Buffer.from('court doctor'),
    ]);
    if (scan.kind === 'clean') return good(check, 'ClamAV answers.');
    const why = scan.kind === 'infected' ? `it finds ${scan.name} where nothing is` : scan.why;
    return bad(
      check,
      `ClamAV does not do its work: ${why}. No upload is accepted.`,
      'Start it: systemctl start clamav-daemon',
    );
  } catch (cause) {
    return bad(
      check,
      cause instanceof Error ? `${cause.message}.` : String(cause),
      'Set CLAMAV_URL as docs/config.md says.',
    );
  }
}

/** The port is free, or the court itself answers there. */
async function port(config: Config): Promise<Finding> {
  const { host, port: wanted, tlsCertFile } = config;
  const check = 'port';
  const where = `${host}:${wanted}`;
  const code = await new Promise<string | null>((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ host, port: wanted }, () => server.close(() => done(null)));
  });
  if (code === null) return good(check, wanted === 0 ? 'any that is free.' : `${where} is free.`);
  if (code !== 'EADDRINUSE') {
    return bad(
      check,
      `${where} cannot be listened on (${code}).`,
      'Set HOST to an address of this machine and PORT to 1024 or more.',
    );
  }
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const scheme = tlsCertFile === undefined ? 'http' : 'https';
  const url = `${scheme}://${name.includes(':') ? `[${name}]` : name}:${wanted}/health/live`;
  const isCourt = await fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  return isCourt
    ? good(check, `the court answers on ${where}.`)
    : bad(
        check,
        `${where} is taken by another program.`,
        `End it (lsof -i :${wanted} names it), or set PORT to another one.`,
      );
}

async function* database(config: Config): AsyncGenerator<Finding> {
  const now = (): number => Date.now();
  const running = config.databaseUrl === undefined ? await findRunning(config.dataDir) : null;
  if (running !== null) {
    yield* examineDatabase({
      adminUrl: running,
      serverUrl: await servedBy(config, running),
      folder: schemaFolder,
      now,
    });
    return;
  }
  const isMade = await modeOf(join(config.dataDir, 'postgres-secrets.json'));
  if (config.databaseUrl === undefined && isMade === null) {
    yield good('database', 'the embedded one is made at the first start.');
    return;
  }
  try {
    const open = await openDatabase(config, () => {});
    try {
      yield* examineDatabase({ ...open, folder: schemaFolder, now });
    } finally {
      await open.close();
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    yield bad('database', why, `Look into ${join(config.dataDir, 'postgres.log')}.`);
  }
}

/** The login of the service on the embedded server that another process runs. */
async function servedBy({ dataDir }: Config, adminUrl: string): Promise<string> {
  const { server }: { server: string } = JSON.parse(
    await readFile(join(dataDir, 'postgres-secrets.json'), 'utf8'),
  );
  const url = new URL(adminUrl);
  url.username = 'court_server';
  url.password = server;
  return url.href;
}
