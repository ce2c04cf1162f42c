import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from './adapters/embedded-postgres/start-embedded.ts';
import { migrate } from './adapters/postgres/migrate.ts';
import type { Config } from './config.ts';
import type { Refusal } from './core/refusal.ts';

/** The folder of `bootstrap.sql` and `migrations/`. */
export const schemaFolder = fileURLToPath(new URL('../supabase/', import.meta.url));

/** The database of these settings, which may have been started for it. */
export type OpenDatabase = {
  readonly adminUrl: string;
  /** The password of `court_server`. */
  readonly serverPassword: string;
  /** Where the settings name a login for the server itself. */
  readonly givenUrl: string | null;
  /** The login of the server on a database that is no Supabase. */
  readonly serverUrl: string;
  readonly notices: readonly string[];
  readonly close: () => Promise<void>;
};

/** The embedded database, started, or that of DATABASE_URL. Nothing is applied to it. */
export async function openDatabase(
  config: Config,
  tell: (says: string) => void,
): Promise<OpenDatabase> {
  const { databaseUrl, databaseAdminUrl, dataDir, embeddedPort } = config;
  if (databaseUrl === undefined) {
    const { stop, ...started } = await startEmbedded({ dataDir, port: embeddedPort, tell });
    const serverPassword = new URL(started.serverUrl).password;
    return { ...started, serverPassword, givenUrl: null, close: stop };
  }
  const server = new URL(databaseUrl);
  if (server.username !== 'court_server') {
    // Every replica must come to the same password, and none may write it down for the others.
    const secret = decodeURIComponent(server.password);
    server.password = createHmac('sha256', secret).update('court_server').digest('base64url');
    server.username = 'court_server';
  }
  return {
    adminUrl: databaseAdminUrl ?? databaseUrl,
    serverPassword: decodeURIComponent(server.password),
    givenUrl: databaseUrl,
    serverUrl: server.href,
    notices: [],
    close: async () => {},
  };
}

export type MigratedDatabase =
  | { readonly kind: 'ready'; readonly serverUrl: string; readonly applied: readonly string[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Applies the migrations, and says by which login to serve: `court_server`, who rules nothing; on Supabase
 * the one that DATABASE_URL names.
 */
export async function migrateDatabase(open: OpenDatabase): Promise<MigratedDatabase> {
  const { adminUrl, serverPassword } = open;
  const migrated = await migrate({ adminUrl, serverPassword, folder: schemaFolder });
  if (migrated.kind === 'refused') return migrated;
  const serverUrl = migrated.supabase ? (open.givenUrl ?? open.serverUrl) : open.serverUrl;
  return { kind: 'ready', serverUrl, applied: migrated.applied };
}
