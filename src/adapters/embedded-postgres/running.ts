import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findPlace } from './place.ts';
import { keepSecrets } from './secrets.ts';

/**
 * The superuser's address of the embedded server that another process runs on these data; `null` where none
 * answers. Starts and makes nothing.
 */
export async function findRunning(dataDir: string): Promise<string | null> {
  const folder = resolve(dataDir);
  const secretsFile = join(folder, 'postgres-secrets.json');
  const isThere = await readFile(secretsFile).then(
    () => true,
    () => false,
  );
  if (!isThere) return null;
  const { data } = await findPlace(folder, '/var/lib/first-court');
  // The fourth line of PostgreSQL's own file is its port.
  const [, , , port] = (
    await readFile(join(data, 'postmaster.pid'), 'latin1').catch(() => '')
  ).split('\n');
  if (port === undefined || !/^\d{1,5}$/.test(port)) return null;
  const { admin } = await keepSecrets(secretsFile);
  const url = `postgresql://postgres:${admin}@127.0.0.1:${port}/court`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return null;
  }
}
