import { onTestFinished } from 'vitest';
import type { Database } from '../src/adapters/postgres/database.ts';
import { listen, notification } from '../src/adapters/postgres/listen.ts';
import {
  announceRecord,
  postgresRecordStore,
  recordChannel,
} from '../src/adapters/postgres/record-store.ts';
import {
  type PostgresRoomBus,
  postgresRoomBus,
  roomChannels,
} from '../src/adapters/postgres/room-bus.ts';
import { sql } from '../src/adapters/postgres/sql.ts';
import {
  type RecordAnnouncements,
  recordAnnouncements,
} from '../src/ports/record-announcements.ts';
import type { RecordStore } from '../src/ports/record-store.ts';
import { type OpenedDatabase, openTestDatabase } from './open-test-database.ts';

const service = { kind: 'service' } as const;

/** What one replica has of the database: its own connections, its own listener. */
export type Replica = {
  readonly database: Database;
  readonly bus: PostgresRoomBus;
  readonly announcements: RecordAnnouncements;
  readonly store: RecordStore;
};

export type TestRooms = OpenedDatabase & {
  replica(): Promise<Replica>;
  /** Ids of a court and of a case in it. */
  readonly courtId: string;
  readonly caseId: string;
};

/** A database with one court and one case, and replicas on it. */
export async function openTestRooms(): Promise<TestRooms> {
  const opened = await openTestDatabase();
  const [courtId, caseId] = [crypto.randomUUID(), crypto.randomUUID()];
  await opened.database.run(
    service,
    sql`insert into court.courts (id, slug, name, jurisdiction, language)
        values (${courtId}, 'small', 'Small Court', 'model', 'en')`,
  );
  await opened.database.run(
    service,
    sql`insert into court.cases (id, record, court_id, jurisdiction)
        values (${caseId}, ${caseId}, ${courtId}, 'model')`,
  );
  return {
    ...opened,
    courtId,
    caseId,
    async replica() {
      const database = opened.open();
      const announcements = recordAnnouncements();
      const bus = postgresRoomBus({
        id: crypto.randomUUID(),
        notify: async (payload) => {
          await database.run(service, notification(roomChannels.news, payload));
        },
        onTrouble() {},
      });
      const ready = Promise.withResolvers<void>();
      const listener = listen(
        {
          url: opened.settings.url,
          channels: [recordChannel, ...Object.values(roomChannels)],
          connectMs: 5_000,
          heartbeatMs: 5_000,
          longestPauseMs: 100,
          random: () => 0.5,
        },
        {
          onNotice(channel, payload) {
            if (channel === recordChannel) announceRecord(announcements, payload);
            else bus.hear(channel, payload);
          },
          onResync() {
            ready.resolve();
            bus.missed();
          },
          onTrouble() {},
        },
      );
      await ready.promise;
      onTestFinished(async () => {
        await bus.close();
        await listener.close();
      });
      const store = postgresRecordStore(database, service, announcements);
      return { database, bus, announcements, store };
    },
  };
}
