import { migrationStates } from './adapters/postgres/migrate.ts';
import { resetDatabase } from './adapters/postgres/reset.ts';
import type { DatabaseWorld } from './cli/db.ts';
import { isLoopback } from './config-types.ts';
import { migrateDatabase, openDatabase, schemaFolder } from './open-database.ts';
import { readConfig } from './read-config.ts';

/** The database that the environment, or `.env` in the folder, names; the embedded one where none is named. */
export function databaseWorld(environment: NodeJS.ProcessEnv, folder: string): DatabaseWorld {
  return {
    async open(tell) {
      const read = await readConfig(environment, folder);
      if (read.kind === 'refused') return read;
      const open = await openDatabase(read.config, tell);
      const { adminUrl, close, notices } = open;
      const url = new URL(adminUrl);
      return {
        kind: 'open',
        database: {
          name: decodeURIComponent(url.pathname.slice(1)),
          where: url.host,
          isLocal: isLoopback(url.searchParams.get('host') ?? url.hostname),
          environment: read.config.environment,
          notices,
          migrate: () => migrateDatabase(open),
          states: () => migrationStates({ adminUrl, folder: schemaFolder }),
          async reset() {
            const answer = await resetDatabase(adminUrl);
            return answer.kind === 'reset'
              ? []
              : [{ rule: answer.rule, at: [], says: answer.says }];
          },
          close,
        },
      };
    },
  };
}
