import { rm, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { lockData } from './data-lock.ts';
import { EmbeddedPostgresFault, isCode } from './fault.ts';
import { makeData, writeSettings } from './make-data.ts';
import { findPlace, type Place, socketFolder } from './place.ts';
import { endOrphans } from './processes.ts';
import { findPackage, preparePrograms } from './programs.ts';
import { keepSecrets, type Secrets } from './secrets.ts';
import { diskFull, isPortTaken, sentenceOf } from './sentence-of.ts';
import { keepRunning } from './keep-running.ts';
import { type ServerProcess, type Started, startServer } from './server-process.ts';

export type EmbeddedOptions = {
  /** DATA_DIR; the data lie in `postgres` below it. */
  readonly dataDir: string;
  /** The port on 127.0.0.1 to take where it is free, 0 for any; by default that of Supabase's local database. */
  readonly port?: number;
  /** Where root's data go if the server's account cannot enter `dataDir`. */
  readonly apart?: string;
  /** Settings of PostgreSQL beside ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The folder of the npm package with the programs. */
  readonly programs?: string;
  /** Hears one sentence whenever the server had to be started again, or could not be. */
  readonly tell?: (says: string) => void;
};

export type EmbeddedPostgres = {
  /** The superuser `postgres`, over TCP on 127.0.0.1: for migrations, psql and the supabase CLI. */
  readonly adminUrl: string;
  /** The login of the court's server, over the Unix socket. */
  readonly serverUrl: string;
  readonly port: number;
  /** The folder of the data. */
  readonly data: string;
  readonly log: string;
  /** What the user should know, one sentence each: another port, another place. */
  readonly notices: readonly string[];
  readonly stop: () => Promise<void>;
};

const usual = { port: 54_322, apart: '/var/lib/first-court' };
const database = 'court';

/**
 * A PostgreSQL of the court's own: makes its data where there are none, takes the lock on them, ends what
 * an earlier start left running, starts the server and keeps it running until `stop`.
 *
 * @throws EmbeddedPostgresFault with a sentence: data in use, disk full, data of another release or user,
 *   no programs for this machine.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  try {
    return await start(dataDir, { ...usual, ...options });
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresFault || !(cause instanceof Error)) throw cause;
    if (isCode(cause, 'ENOSPC')) throw new EmbeddedPostgresFault(diskFull(dataDir), true, cause);
    if (!('code' in cause)) throw cause;
    throw new EmbeddedPostgresFault(
      `The embedded database cannot use ${dataDir}: ${cause.message}.`,
      false,
      cause,
    );
  }
}

type Wanted = EmbeddedOptions & typeof usual;

async function start(dataDir: string, wanted: Wanted): Promise<EmbeddedPostgres> {
  const place = await findPlace(dataDir, wanted.apart);
  const lock = await lockData(join(dataDir, 'postgres.lock'), place.data);
  try {
    await endOrphans(place.data);
    await refuseFullDisk(place);
    const programs = await preparePrograms(place, wanted.programs ?? findPackage());
    const secrets = await keepSecrets(join(dataDir, 'postgres-secrets.json'));
    await makeData(place, programs, secrets);
    await writeSettings(place, wanted.settings ?? {});
    const sockets = await socketFolder(place);
    const run = { place, programs, log: join(dataDir, 'postgres.log'), sockets };
    const { server, port } = await startOnFreePort(run, wanted.port);
    const kept = keepRunning(server, wanted.tell ?? (() => {}), async () => {
      await endOrphans(place.data);
      return startedOrFault(await startServer({ ...run, port }), run);
    });
    await makeDatabase(urlOf('postgres', secrets.admin, port, 'postgres')).catch(async (cause) => {
      await kept.stop();
      throw cause;
    });
    return {
      ...urlsOf(secrets, port, sockets),
      port,
      data: place.data,
      log: run.log,
      notices: noticesOf(place, port, wanted.port),
      stop: async () => {
        await kept.stop();
        await rm(sockets, { recursive: true, force: true });
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

const leastFree = 100_000_000;

/** PostgreSQL stops at once when it cannot write its log, so the court does not begin on the last bytes. */
async function refuseFullDisk({ base }: Place): Promise<void> {
  const { bavail, bsize } = await statfs(base);
  if (bavail * bsize < leastFree) throw new EmbeddedPostgresFault(diskFull(base), true);
}

type Run = Omit<Parameters<typeof startServer>[0], 'port'>;

/** On the port that was asked for, or on one that the system gives, since others may come first. */
async function startOnFreePort(
  run: Run,
  asked: number,
): Promise<{ readonly server: ServerProcess; readonly port: number }> {
  for (let left = 4; ; left -= 1) {
    const port = (left === 4 ? await listen(asked) : null) ?? (await freePort());
    const answer = await startServer({ ...run, port });
    const isTaken = answer.kind === 'ended' && isPortTaken(answer.log);
    if (!isTaken || left === 0) return { server: startedOrFault(answer, run), port };
  }
}

function startedOrFault(answer: Started, { place, log }: Run): ServerProcess {
  if (answer.kind === 'started') return answer.server;
  throw new EmbeddedPostgresFault(sentenceOf(answer.log, place.data, log), true);
}

async function freePort(): Promise<number> {
  const port = await listen(0);
  if (port === null) throw new EmbeddedPostgresFault('127.0.0.1 has no free port left.', true);
  return port;
}

/** The port that could be had (for 0, any), given back at once; `null` where it is taken. */
async function listen(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      database,
    ]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

function urlsOf(
  { admin, server }: Secrets,
  port: number,
  sockets: string,
): Pick<EmbeddedPostgres, 'adminUrl' | 'serverUrl'> {
  const own = urlOf('court_server', server, port, database);
  return {
    adminUrl: urlOf('postgres', admin, port, database),
    serverUrl: `${own}?host=${encodeURIComponent(sockets)}`,
  };
}

function urlOf(user: string, password: string, port: number, name: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
}

function noticesOf(place: Place, port: number, asked: number): readonly string[] {
  const other = `Port ${asked} is taken; the embedded database listens on ${port}.`;
  return [
    ...(place.moved === null ? [] : [place.moved]),
    ...(asked === 0 || port === asked ? [] : [other]),
  ];
}
