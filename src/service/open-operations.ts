import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { findRunning } from '../adapters/embedded-postgres/running.ts';
import { openFilesystemStorage } from '../adapters/filesystem/object-storage.ts';
import { openDatabase } from '../adapters/postgres/database.ts';
import { postgresDocketRows } from '../adapters/postgres/docket-rows.ts';
import { openDatabaseToFill } from '../adapters/postgres/fill-database.ts';
import { postgresRecordStore } from '../adapters/postgres/record-store.ts';
import { openSnapshot } from '../adapters/postgres/snapshot.ts';
import { systemHashing } from '../adapters/system/hashing.ts';
import { createBackupFile, readBackupFile } from '../adapters/tar/backup-file.ts';
import type { BackupWorld } from '../cli/backup.ts';
import type { RebuildWorld } from '../cli/rebuild.ts';
import type { Config } from '../config.ts';
import type { Digest } from '../court/backup/check-backup.ts';
import { makeBackup } from '../court/backup/make-backup.ts';
import { restoreBackup } from '../court/backup/restore-backup.ts';
import { rebuildDocket } from '../court/registry/rebuild-docket.ts';
import { migrateDatabase, openDatabase as startDatabase } from '../open-database.ts';
import { recordAnnouncements } from '../ports/record-announcements.ts';
import { readConfig } from '../read-config.ts';

type Environment = NodeJS.ProcessEnv;

/** `court backup` and `court restore` for the court that the environment, or `.env` in the folder, names. */
export function backupWorld(environment: Environment, folder: string): BackupWorld {
  return {
    async open(tell) {
      const read = await readConfig(environment, folder);
      if (read.kind === 'refused') return read;
      const { config } = read;
      const { adminUrl, close } = await reach(config, tell);
      const storage = await openFilesystemStorage(join(config.dataDir, 'documents'));
      return {
        kind: 'open',
        async backup(path) {
          const file = await createBackupFile(path);
          try {
            const snapshot = await openSnapshot(adminUrl);
            try {
              return await makeBackup({ snapshot, storage, file });
            } finally {
              await snapshot.close();
            }
          } finally {
            await file.close();
          }
        },
        async restore(path) {
          const database = await openDatabaseToFill(adminUrl);
          try {
            const parts = readBackupFile(path);
            return await restoreBackup({
              parts,
              database,
              storage,
              digest,
              hashing: systemHashing,
            });
          } finally {
            await database.close();
          }
        },
        close,
      };
    },
  };
}

/** `court rebuild` for that court. */
export function rebuildWorld(environment: Environment, folder: string): RebuildWorld {
  return {
    async open(tell) {
      const read = await readConfig(environment, folder);
      if (read.kind === 'refused') return read;
      const started = await reach(read.config, tell);
      const migrated = started.migrate === null ? null : await started.migrate();
      if (migrated?.kind === 'refused') {
        await started.close();
        return migrated;
      }
      const database = openDatabase({
        url: migrated?.serverUrl ?? started.adminUrl,
        size: 2,
        waitMs: 30_000,
        queue: 10,
        idleMs: 60_000,
        statementMs: 600_000,
        connectMs: 10_000,
        pooler: 'none',
      });
      const store = postgresRecordStore(database, { kind: 'service' }, recordAnnouncements());
      return {
        kind: 'open',
        rebuild: (mend) =>
          rebuildDocket({
            store,
            rows: postgresDocketRows(database),
            mend,
            hashing: systemHashing,
          }),
        async close() {
          await database.close();
          await started.close();
        },
      };
    },
  };
}

/** The database, which may be embedded and run by the court itself at the moment. */
async function reach(config: Config, tell: (says: string) => void) {
  const running = config.databaseUrl === undefined ? await findRunning(config.dataDir) : null;
  if (running !== null) return { adminUrl: running, migrate: null, close: async () => {} };
  const started = await startDatabase(config, tell);
  for (const notice of started.notices) tell(notice);
  return {
    adminUrl: started.adminUrl,
    migrate: () => migrateDatabase(started),
    close: started.close,
  };
}

const digest: Digest = () => {
  const hash = createHash('sha256');
  return { update: (piece) => void hash.update(piece), end: () => hash.digest('hex') };
};
