import { freshDatabase } from '../../../test/database.ts';
import { recordAnnouncements } from '../../ports/record-announcements.ts';
import { recordStoreContract } from '../../ports/record-store.contract.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { openDatabase } from './database.ts';
import { listen } from './listen.ts';
import { announceRecord, postgresRecordStore, recordChannel } from './record-store.ts';
import { sql } from './sql.ts';

const service = { kind: 'service' } as const;
const pool = { size: 10, waitMs: 5_000, queue: 100, idleMs: 10_000, statementMs: 10_000 };
const usual = { ...pool, connectMs: 5_000, pooler: 'none' } as const;
const listening = { connectMs: 5_000, heartbeatMs: 5_000, longestPauseMs: 500, random: () => 0.5 };

async function opened(): Promise<RecordStore> {
  const fresh = await freshDatabase();
  const database = openDatabase({ ...usual, url: fresh.serverUrl });
  const announcements = recordAnnouncements();
  const listener = listen(
    { url: fresh.serverUrl, channels: [recordChannel], ...listening },
    {
      onNotice: (_, notice) => announceRecord(announcements, notice),
      onResync() {},
      onTrouble() {},
    },
  );
  const store = postgresRecordStore(database, service, announcements);
  const court = crypto.randomUUID();
  await database.run(
    service,
    sql`insert into court.courts (id, slug, name, jurisdiction, language)
        values (${court}, 'small', 'Small Court', 'model', 'en')`,
  );
  const known = new Set<string>();
  return {
    ...store,
    async append(caseId, ...rest) {
      if (!known.has(caseId)) {
        known.add(caseId);
        await database.run(
          service,
          sql`insert into court.cases (record, court_id, jurisdiction) values (${caseId}, ${court}, 'model')`,
        );
      }
      return store.append(caseId, ...rest);
    },
    async close() {
      await listener.close();
      await database.close();
      await fresh.drop();
    },
  };
}

recordStoreContract('postgres', opened);
