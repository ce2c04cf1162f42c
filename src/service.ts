import { readFile } from 'node:fs/promises';
import type { FastifyBaseLogger } from 'fastify';
import { serviceLog } from './adapters/pino/log.ts';
import { type Database, openDatabase } from './adapters/postgres/database.ts';
import { postgresDocket } from './adapters/postgres/docket.ts';
import { DatabaseFault } from './adapters/postgres/fault.ts';
import { type Listener, listen } from './adapters/postgres/listen.ts';
import { announceRecord, recordChannel } from './adapters/postgres/record-store.ts';
import { sql } from './adapters/postgres/sql.ts';
import type { RunningService, ServiceAnswer, ServiceRole } from './cli/serve.ts';
import type { Config } from './config.ts';
import { logAnswers } from './http/access-log.ts';
import { type App, makeApp } from './http/app.ts';
import { describeApi } from './http/docs.ts';
import { registerHealth } from './http/health.ts';
import { registerMetrics } from './http/metrics.ts';
import { registerCases } from './http/v1/cases.ts';
import { migrateDatabase, openDatabase as startDatabase } from './open-database.ts';
import { type RecordAnnouncements, recordAnnouncements } from './ports/record-announcements.ts';

const service = { kind: 'service' } as const;

/** Starts the service of these settings: the database, what follows its record, and the doors of the role. */
export async function startService(
  config: Config,
  role: ServiceRole,
  tell: (says: string) => void,
): Promise<ServiceAnswer> {
  const ends: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    const started = await startDatabase(config, tell);
    ends.push(started.close);
    const migrated = await migrateDatabase(started);
    if (migrated.kind === 'refused') {
      await close();
      return migrated;
    }
    const log = serviceLog(config.logLevel);
    const database = openPool(config, migrated.serverUrl);
    ends.push(() => database.close(config.databaseWaitMs));
    const announcements = recordAnnouncements();
    const listener = followRecord(config, started.adminUrl, announcements, log);
    ends.push(() => listener.close());
    const parts: Parts = { config, database, announcements, log };
    const address = role === 'worker' ? null : await openDoors(parts, ends);
    const running: RunningService = {
      address,
      firstAdministrator: null,
      notices: started.notices,
      close,
    };
    return { kind: 'started', service: running };
  } catch (error) {
    await close();
    throw error;
  }
}

type Parts = {
  readonly config: Config;
  readonly database: Database;
  readonly announcements: RecordAnnouncements;
  readonly log: FastifyBaseLogger;
};

function openPool(config: Config, url: string): Database {
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

function followRecord(
  { databaseAdminUrl }: Config,
  url: string,
  announcements: RecordAnnouncements,
  log: FastifyBaseLogger,
): Listener {
  return listen(
    {
      url: databaseAdminUrl ?? url,
      channels: [recordChannel],
      connectMs: 10_000,
      heartbeatMs: 15_000,
      longestPauseMs: 5_000,
      random: Math.random,
    },
    {
      onNotice: (_, notice) => announceRecord(announcements, notice),
      onResync: () => announcements.announceAll(),
      onTrouble: (error) => log.warn({ err: error }, 'the listener lost its connection'),
    },
  );
}

async function openDoors(parts: Parts, ends: (() => Promise<void>)[]): Promise<string> {
  const { config, database, log } = parts;
  let leaving = false;
  let address = '';
  const app = await makeApp({
    settings: {
      corsOrigins: config.corsOrigins ?? [],
      ratePerMinute: config.rateLimitAddress,
      bodyBytes: 1_048_576,
      uploadBytes: config.uploadLimitBytes,
      trustProxy: false,
      https: await certificate(config),
    },
    log,
    identify: async () => ({ kind: 'anon' }),
    newId: () => crypto.randomUUID(),
  });
  logAnswers(app);
  registerMetrics(app, {
    token: config.metricsToken,
    gauges: [
      {
        name: 'court_database_connections',
        help: 'Connections to the database that are open.',
        read: () => database.figures().open,
      },
      {
        name: 'court_database_waiting',
        help: 'Requests that wait for a connection to the database.',
        read: () => database.figures().waiting,
      },
    ],
  });
  await describeApi(app, () => config.publicUrl ?? address);
  registerHealth(
    app,
    [{ name: 'database', check: async () => void (await database.run(service, sql`select 1`)) }],
    () => leaving,
  );
  registerRoutes(app, parts);
  address = await app.listen({ host: config.host, port: config.port });
  ends.push(async () => {
    leaving = true;
    await app.close();
  });
  return config.publicUrl ?? address;
}

function registerRoutes(app: App, { database }: Parts): void {
  registerCases(app, (identity) => postgresDocket(database, identity));
}

async function certificate({ tlsCertFile, tlsKeyFile }: Config) {
  if (tlsCertFile === undefined || tlsKeyFile === undefined) return null;
  const [cert, key] = await Promise.all([readFile(tlsCertFile), readFile(tlsKeyFile)]);
  return { cert, key };
}

/** Faults of starting that a sentence explains. */
export const startFaults = (error: unknown): string | null => {
  if (error instanceof DatabaseFault) return error.message;
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EADDRINUSE') return 'The port is taken; set another PORT.';
    if (error.code === 'EACCES') return 'The port is not this user’s to take; set another PORT.';
  }
  return null;
};
