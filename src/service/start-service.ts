import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clamavScanner } from '../adapters/clamav/virus-scanner.ts';
import { readBriefs } from '../adapters/filesystem/briefs.ts';
import { openFilesystemStorage } from '../adapters/filesystem/object-storage.ts';
import { serviceLog } from '../adapters/pino/log.ts';
import { openDatabase } from '../adapters/postgres/database.ts';
import { DatabaseFault } from '../adapters/postgres/fault.ts';
import { notification } from '../adapters/postgres/listen.ts';
import { postgresRoomBus, roomChannels } from '../adapters/postgres/room-bus.ts';
import { processRegistryDesk } from '../adapters/processes/registry-desk.ts';
import { profileFolder } from '../adapters/profiles/profile-folder.ts';
import { systemCipher } from '../adapters/vault/cipher.ts';
import type { ServiceAnswer, ServiceRole } from '../cli/serve.ts';
import type { Config } from '../config.ts';
import type { Vault } from '../court/documents/kept-document.ts';
import { firstAdministratorLink } from '../court/people/invite.ts';
import { migrateDatabase, openDatabase as startDatabase } from '../open-database.ts';
import { liveHub } from '../live/hub.ts';
import type { MasterKey } from '../ports/master-key.ts';
import { recordAnnouncements } from '../ports/record-announcements.ts';
import { wakeUps } from '../ports/wake-ups.ts';
import { loadDemoCourt } from './demo-court.ts';
import { followDatabase } from './follow-database.ts';
import { openKeys } from './keys.ts';
import { openDoors, roomDesk } from './open-doors.ts';
import { openHouse } from './open-house.ts';
import { openIdentity } from './open-identity.ts';
import { openWorker } from './open-worker.ts';
import { sweepHourly } from './sweep.ts';
import { tellSpeech } from './tell-speech.ts';

const root = new URL('../../', import.meta.url);
const below = (path: string) => fileURLToPath(new URL(path, root));
const service = { kind: 'service' } as const;

/**
 * Starts the service of these settings: the database and its schema, what follows its record, and the doors or
 * the workers of the role. What was started is ended again where something that comes after it fails.
 */
export async function startService(
  config: Config,
  role: ServiceRole,
  tell: (says: string) => void,
): Promise<ServiceAnswer> {
  const ends: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  const refuse = async (refused: Extract<ServiceAnswer, { kind: 'refused' }>) => {
    await close();
    return refused;
  };
  try {
    const port = role === 'worker' ? config.port : await freePort(config);
    // Before anything else writes into DATA_DIR: it chooses where the data may lie.
    const started = await startDatabase(config, tell);
    ends.push(started.close);
    const migrated = await migrateDatabase(started);
    if (migrated.kind === 'refused') return await refuse(migrated);
    await mkdir(config.dataDir, { recursive: true });
    const keys = await openKeys(config);
    if (keys.kind === 'refused') return await refuse(keys);

    const log = serviceLog(config.logLevel);
    const database = openPool(config, migrated.serverUrl);
    ends.push(() => database.close(config.databaseWaitMs));
    const announcements = recordAnnouncements();
    const jobNews = wakeUps();
    const { house, jobs } = openHouse(database, keys.signer, announcements, jobNews);
    const bus = postgresRoomBus({
      id: crypto.randomUUID(),
      notify: async (payload) => {
        await database.run(service, notification(roomChannels.news, payload));
      },
      onTrouble: (error) => log.warn({ err: error }, 'news of a room were lost'),
    });
    ends.push(() => bus.close());
    const forget = (record: string) => {
      house.cases.forget(record);
      house.openly.forget(record);
    };
    const listenUrl = config.databaseAdminUrl ?? started.adminUrl;
    const forgetAll = () => {
      house.cases.forgetAll();
      house.openly.forgetAll();
    };
    const followers = { announcements, jobNews, bus, forget, forgetAll };
    const listener = followDatabase(listenUrl, followers, log);
    ends.push(() => listener.close());

    const vault = await openVault(config, keys.masterKey);
    const desk = processRegistryDesk({
      entry: new URL('src/registry-process.ts', root),
      words: [below('jurisdictions')],
      mayRead: ['src', 'node_modules', 'jurisdictions', 'package.json'].map(below),
      processes: Math.max(1, Math.min(4, cpus().length - 1)),
      waiting: 100,
      milliseconds: 60_000,
      megabytes: 512,
      idleMs: 30_000,
    });
    ends.push(async () => desk.close());

    const site = config.publicUrl ?? addressOf(config, port);
    const identity = openIdentity(config, database, keys.masterKey, site);
    const profiles = profileFolder(below('jurisdictions'));
    const parts = { config, database, announcements, bus, house, vault, desk, identity, log };
    const court = await loadDemoCourt(parts, below('cases'), tell);
    const doors =
      role === 'worker' ? null : await openDoors({ ...parts, config: { ...config, port } }, site);
    if (doors !== null) ends.push(() => doors.close());
    if (role !== 'api') {
      const briefs = await readBriefs(below('src/agents/briefs'));
      const hub = doors === null ? hubAlone(parts, ends) : doors.live;
      const streamed = tellSpeech(
        database,
        (speech) => hub.say(speech),
        (error) => log.warn({ err: error }, 'words of a mind were not told'),
      );
      const worker = openWorker({ ...parts, jobs, profiles, briefs, streamed });
      ends.push(() => worker.drain(10_000));
      ends.push(sweepHourly(database, identity.office, log));
    }
    await doors?.listen();
    const firstAdministrator =
      court === null || doors === null
        ? null
        : await firstAdministratorLink(identity.office, court);
    const running = {
      address: doors === null ? null : site,
      firstAdministrator,
      notices: started.notices,
      close,
    };
    return { kind: 'started', service: running };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Rooms without doors: what is said here goes to the replicas that have them. */
function hubAlone(parts: Parameters<typeof roomDesk>[0], ends: (() => Promise<void>)[]) {
  const hub = liveHub(roomDesk(parts));
  ends.push(async () => hub.close());
  return hub;
}

function openPool(config: Config, url: string) {
  return openDatabase({
    url,
    size: config.databasePoolSize,
    waitMs: config.databaseWaitMs,
    queue: 10_000,
    idleMs: 60_000,
    statementMs: 30_000,
    connectMs: 10_000,
    pooler: 'none',
  });
}

async function openVault(config: Config, masterKey: MasterKey): Promise<Vault> {
  const { dataDir, clamavUrl, uploadLimitBytes: largest } = config;
  return {
    storage: await openFilesystemStorage(join(dataDir, 'documents')),
    cipher: systemCipher,
    masterKey,
    scanner:
      clamavUrl === undefined ? null : clamavScanner({ url: clamavUrl, largest, timeout: 60_000 }),
  };
}

/** The port that will be listened on, tried before anything is started: whoever starts twice hears it at once. */
async function freePort({ host, port }: Config): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : port;
}

function addressOf({ host, tlsCertFile }: Config, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const scheme = tlsCertFile === undefined ? 'http' : 'https';
  return `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** The sentence for a fault of starting that its user can mend; `null` for any other. */
export function startFault(error: unknown): string | null {
  if (error instanceof DatabaseFault) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'EADDRINUSE') return 'The port is taken; set another PORT.';
  if (error.code === 'EACCES') return `${error.message}. If that is the port, set another PORT.`;
  return null;
}
