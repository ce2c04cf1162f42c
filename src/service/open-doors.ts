import { readFile } from 'node:fs/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../adapters/postgres/database.ts';
import { postgresDocket } from '../adapters/postgres/docket.ts';
import { postgresDocumentShelf } from '../adapters/postgres/document-shelf.ts';
import { postgresLawShelf } from '../adapters/postgres/law-shelf.ts';
import { postgresPeople } from '../adapters/postgres/people.ts';
import { postgresRepeats } from '../adapters/postgres/repeats.ts';
import { postgresRoomEntry } from '../adapters/postgres/room-entry.ts';
import { postgresRoomRecord } from '../adapters/postgres/room-record.ts';
import { indexLaw } from '../adapters/postgres/search-law.ts';
import { postgresSearch } from '../adapters/postgres/search.ts';
import { sql } from '../adapters/postgres/sql.ts';
import { systemHashing } from '../adapters/system/hashing.ts';
import { typstPrinter } from '../adapters/typst/printer.ts';
import { writeBundle, readBundle } from '../adapters/zip/bundle.ts';
import type { Config } from '../config.ts';
import type { Identity } from '../core/person/claims.ts';
import type { Vault } from '../court/documents/kept-document.ts';
import { readDocument } from '../court/documents/read-document.ts';
import type { CourtHouse } from '../court/hearing/visit.ts';
import { gathered } from '../court/vault/in-pieces.ts';
import { logAnswers } from '../http/access-log.ts';
import { type App, makeApp } from '../http/app.ts';
import { background } from '../http/auth/background.ts';
import { registerAuth } from '../http/auth/register-auth.ts';
import { describeApi } from '../http/docs.ts';
import { registerHealth } from '../http/health.ts';
import { registerIdempotency } from '../http/idempotency.ts';
import { registerMetrics } from '../http/metrics.ts';
import { registerPages } from '../http/pages.ts';
import { registerCases } from '../http/v1/cases.ts';
import { registerDocuments } from '../http/v1/documents.ts';
import { registerFiling } from '../http/v1/filing.ts';
import { registerHearings } from '../http/v1/hearing-routes.ts';
import { registerKeys } from '../http/v1/keys.ts';
import { registerLaw } from '../http/v1/law.ts';
import { registerPeople } from '../http/v1/people.ts';
import { Refused } from '../http/refuse.ts';
import { registerSearch } from '../http/v1/search.ts';
import { attachLive, type Live } from '../live/attach.ts';
import type { LiveDesk } from '../live/desk.ts';
import { usualLimits } from '../live/limits.ts';
import type { LawShelf } from '../ports/law-shelf.ts';
import type { RecordAnnouncements } from '../ports/record-announcements.ts';
import type { RegistryDesk } from '../ports/registry-desk.ts';
import type { RoomBus } from '../ports/room-bus.ts';
import { actOnce } from './live-act.ts';
import type { OpenIdentity } from './open-identity.ts';
import { mindsOf } from './open-worker.ts';

export type DoorParts = {
  readonly config: Config;
  readonly database: Database;
  readonly announcements: RecordAnnouncements;
  readonly bus: RoomBus;
  readonly house: CourtHouse;
  readonly vault: Vault;
  readonly desk: RegistryDesk;
  readonly identity: OpenIdentity;
  readonly log: FastifyBaseLogger;
};

export type Doors = {
  readonly live: Live;
  /** The address on which it listens. */
  listen(): Promise<string>;
  /** Sends followers to other replicas, lets requests end, and closes. */
  close(): Promise<void>;
};

type Person = Extract<Identity, { kind: 'person' }>;

const version = '0.1.0';

/** Every door of the service, with all that is behind it; closed until `listen`. */
export async function openDoors(parts: DoorParts, site: string): Promise<Doors> {
  const { config, database, log, identity } = parts;
  let leaving = false;
  const app = await makeApp({
    settings: {
      corsOrigins: config.corsOrigins ?? [],
      ratePerMinute: config.rateLimitAddress,
      personRatePerMinute: config.rateLimitPerson,
      keyRatePerMinute: config.rateLimitKey,
      bodyBytes: 1_048_576,
      uploadBytes: config.uploadLimitBytes,
      trustProxy: false,
      https: await certificate(config),
    },
    log,
    identify: identity.identify,
    newId: () => crypto.randomUUID(),
  });
  logAnswers(app);
  await describeApi(app, () => site);
  registerIdempotency(app, {
    repeatsFor: (person) => postgresRepeats(database, person),
    brokenOffMs: 60_000,
  });
  const live = attachLive(app, roomDesk(parts), {
    origins: config.corsOrigins ?? [],
    addressOf: ({ socket }) => socket.remoteAddress ?? '',
  });
  registerMetrics(app, { token: config.metricsToken, gauges: gauges(database, live) });
  registerHealth(
    app,
    [{ name: 'database', check: async () => void (await database.run(service, sql`select 1`)) }],
    () => leaving,
  );
  const work = background((error) => log.error({ err: error }, 'work after an answer failed'));
  await registerPages(app);
  registerRoutes(app, parts, work);
  work.start(async () => void (await indexLaw(database)));
  return {
    live,
    listen: () => app.listen({ host: config.host, port: config.port }),
    async close() {
      leaving = true;
      await live.close();
      await app.close();
      await work.settle();
    },
  };
}

const service = { kind: 'service' } as const;

function registerRoutes(app: App, parts: DoorParts, work: ReturnType<typeof background>): void {
  const { config, database, vault, desk, house, identity } = parts;
  const docketFor = (caller: Identity) => postgresDocket(database, caller);
  const shelfFor = (caller: Identity) => postgresDocumentShelf(database, caller);
  const lawFor = (caller: Identity): LawShelf => {
    const shelf = postgresLawShelf(database, caller);
    return {
      ...shelf,
      async keep(...kept) {
        const outcome = await shelf.keep(...kept);
        // Articles are found a moment after the answer; a start in between makes up for one that fell out.
        work.start(async () => void (await indexLaw(database)));
        return outcome;
      },
    };
  };
  const registry = { docketFor, shelfFor, lawFor, vault, desk };
  const office = {
    office: identity.office,
    people: (person: Person) => postgresPeople(database, person),
    background: work,
    signInsPerMinute: config.rateLimitSignIn,
    version,
  };
  registerAuth(app, office);
  registerPeople(app, office);
  registerKeys(app, office);
  registerCases(app, docketFor);
  registerDocuments(app, {
    ...registry,
    quota: { court: config.courtQuotaBytes, case: config.caseQuotaBytes },
    largest: config.uploadLimitBytes,
    newId: () => crypto.randomUUID(),
  });
  registerFiling(app, { ...registry, court: house.court });
  registerLaw(app, registry);
  registerSearch(app, (caller) => postgresSearch(database, caller));
  registerHearings(app, {
    house,
    minds: mindsOf(config),
    bundling: {
      printer: typstPrinter(),
      archive: { pack: writeBundle, open: readBundle },
      hashing: systemHashing,
      originals: (caller, caseId) => originalsOf(shelfFor(caller), vault, caseId),
    },
  });
}

/** The papers of a case as they were filed, as far as they are there and the caller may read them. */
async function originalsOf(
  shelf: ReturnType<typeof postgresDocumentShelf>,
  vault: Vault,
  caseId: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const originals = new Map<string, Uint8Array>();
  for (const paper of await shelf.papers(caseId)) {
    const read = await readDocument(paper, vault);
    if (read.kind !== 'refused') originals.set(paper.sha256, await gathered(read.content));
  }
  return originals;
}

/** What rooms need of the court around them, in a process with doors or without. */
export function roomDesk(parts: Omit<DoorParts, 'vault' | 'desk'>): LiveDesk {
  const { database, announcements, bus, house, identity, log } = parts;
  return {
    limits: usualLimits,
    async identify(token) {
      const headers = { authorization: `Bearer ${token}` };
      const who = await identity.identify({ headers, method: 'GET' }).catch((error: unknown) => {
        // What does not hold is refused to HTTP, and nobody to a room; a fault is neither.
        if (error instanceof Refused) return null;
        throw error;
      });
      return who?.kind === 'person' ? { kind: 'person', claims: who.claims } : null;
    },
    entryFor: (caller) => postgresRoomEntry(database, caller),
    record: postgresRoomRecord(database),
    announcements,
    bus,
    act: (caller, act) =>
      actOnce(house, (person) => postgresRepeats(database, person), caller, act),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    fault: (error, says) => log.error({ err: error }, says),
  };
}

function gauges(database: Database, live: Live) {
  return [
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
    {
      name: 'court_live_readers',
      help: 'Followers of cases, over sockets and streams.',
      read: () => live.figures().readers,
    },
  ];
}

async function certificate({ tlsCertFile, tlsKeyFile }: Config) {
  if (tlsCertFile === undefined || tlsKeyFile === undefined) return null;
  const [cert, key] = await Promise.all([readFile(tlsCertFile), readFile(tlsKeyFile)]);
  return { cert, key };
}
