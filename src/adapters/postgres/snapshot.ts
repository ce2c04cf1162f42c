import { Client, escapeIdentifier } from 'pg';
import { z } from 'zod';
import type { ChainHead, DatabaseSnapshot } from '../../ports/backup.ts';
import { tablesOfCourt } from './copied-tables.ts';
import { DatabaseFault } from './connected.ts';
import { readHistory } from './migration-history.ts';

const lineRows = z.array(z.object({ line: z.string() }));
const headRows = z.array(z.object({ record: z.string(), seq: z.int(), hash: z.string() }));
const keyRows = z.array(z.object({ storage_key: z.string() }));

/** Bytes of rows that are asked for at once, or about so many. */
const askedSize = 2 * 2 ** 20;

/**
 * One moment of the database, in one transaction that only reads and that nothing waits for.
 *
 * @throws DatabaseFault
 */
export async function openSnapshot(adminUrl: string): Promise<DatabaseSnapshot> {
  const client = new Client({ connectionString: adminUrl, application_name: 'first-court-backup' });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      `set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0`,
    );
    const migrations = (await readHistory(client)).map(({ version }) => version);
    const tables = await tablesOfCourt(client);
    const { rows: now } = await client.query<{ now: Date }>('select now()');
    // The court's workers see every row, by policies of their own: who is above them is not needed.
    await client.query('set local role service_role');
    return {
      takenAt: (now[0]?.now ?? new Date(0)).toISOString(),
      migrations,
      tables,
      rows: async function* ({ name, columns }) {
        const list = columns.map(escapeIdentifier).join(', ');
        const text = `select to_json(t)::text as line from (select ${list} from ${name}) as t`;
        for await (const rows of batches(client, text)) {
          yield lineRows.parse(rows).map(({ line }) => line);
        }
      },
      heads: () => headsOf(client),
      storageKeys: async function* () {
        const text =
          'select distinct storage_key from court.documents where wrapped_key is not null order by 1';
        for await (const rows of batches(client, text)) {
          for (const { storage_key: key } of keyRows.parse(rows)) yield key;
        }
      },
      async close() {
        await client.end();
      },
    };
  } catch (cause) {
    await client.end().catch(() => {});
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseFault(`The database cannot be read: ${why}.`, true, cause);
  }
}

async function* headsOf(client: Client): AsyncGenerator<ChainHead> {
  const text = `
    select c.record, e.seq, e.hash
      from court.cases as c
      cross join lateral (select seq, hash from court.events where case_id = c.id order by seq desc limit 1) as e
     order by c.record collate "C"`;
  for await (const rows of batches(client, text)) yield* headRows.parse(rows);
}

/** The rows of a statement by a cursor, so many at a time that they are about of one size in bytes. */
export async function* batches(client: Client, text: string): AsyncGenerator<unknown[]> {
  await client.query(`declare taken no scroll cursor for ${text}`);
  let most = 50;
  for (;;) {
    const { rows } = await client.query(`fetch ${most} from taken`);
    if (rows.length === 0) break;
    yield rows;
    const size = rows.reduce((sum, row) => sum + sizeOf(row), 1);
    most = Math.min(5_000, Math.max(1, Math.round((askedSize / size) * rows.length)));
  }
  await client.query('close taken');
}

function sizeOf(row: unknown): number {
  return Object.values(Object(row)).reduce((sum: number, value) => sum + String(value).length, 0);
}
