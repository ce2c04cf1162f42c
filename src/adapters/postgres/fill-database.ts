import { Client, escapeIdentifier } from 'pg';
import { z } from 'zod';
import type { DatabaseToFill } from '../../ports/backup.ts';
import { type TableOfCourt, tablesOfCourt, valuesAtRestore } from './copied-tables.ts';
import { DatabaseFault } from './connected.ts';
import { readHistory } from './migration-history.ts';
import { batches } from './snapshot.ts';

/** Tables in which the migrations put a row themselves. */
const seeded: ReadonlySet<string> = new Set(['court.outbox_counter']);

const recordLines = z.array(
  z
    .object({ record: z.string(), line: z.string(), seq: z.int(), hash: z.string() })
    .transform(({ record, line, seq, hash }) => ({ record, line, shown: { seq, hash } })),
);

/**
 * A database to fill in one transaction, by the login that made its tables. While it lasts their owner is not
 * held to the policies, and triggers rest: rows come as they were, and nothing is derived or told anew.
 *
 * @throws DatabaseFault
 */
export async function openDatabaseToFill(adminUrl: string): Promise<DatabaseToFill> {
  const client = new Client({
    connectionString: adminUrl,
    application_name: 'first-court-restore',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('begin');
    await client.query(
      `set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0`,
    );
    const migrations = (await readHistory(client)).map(({ version }) => version);
    const tables = await tablesOfCourt(client);
    for (const { name, ahead } of tables) {
      await client.query(`alter table ${name} no force row level security, disable trigger user`);
      for (const key of ahead) {
        const constraint = `alter table ${name} alter constraint ${escapeIdentifier(key)}`;
        await client.query(`${constraint} deferrable initially deferred`);
      }
    }
    return {
      migrations,
      tables,
      async filled() {
        for (const { name } of tables) {
          if (seeded.has(name)) continue;
          const { rowCount } = await client.query(`select from ${name} limit 1`);
          if (rowCount !== 0) return name;
        }
        return null;
      },
      async fill({ name, columns }, rows) {
        if (seeded.has(name)) await client.query(`delete from ${name}`);
        const own = Object.entries(valuesAtRestore.get(name) ?? {});
        const list = columns.map(escapeIdentifier);
        const into = [...list, ...own.map(([column]) => escapeIdentifier(column))].join(', ');
        const values = [...list, ...own.map(([, value]) => value)].join(', ');
        await client.query(
          `insert into ${name} (${into}) overriding system value
           select ${values} from json_populate_recordset(null::${name}, $1::json)`,
          [`[${rows.join(',')}]`],
        );
      },
      settle: () => settle(client, tables),
      lines: async function* () {
        const text = `
          select c.record, e.line, c.version as seq, c.head as hash
            from court.cases as c join court.events as e on e.case_id = c.id
           order by c.record collate "C", e.seq`;
        for await (const rows of batches(client, text)) yield recordLines.parse(rows);
      },
      async commit() {
        for (const { name } of tables) {
          await client.query(`alter table ${name} force row level security, enable trigger user`);
        }
        await client.query('commit');
        await client.query('analyze');
      },
      async close() {
        await client.end();
      },
    };
  } catch (cause) {
    await client.end().catch(() => {});
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseFault(`The database cannot be filled: ${why}.`, false, cause);
  }
}

async function settle(client: Client, tables: readonly TableOfCourt[]): Promise<void> {
  await client.query('set constraints all immediate');
  for (const { name, ahead, numbered } of tables) {
    for (const key of ahead) {
      await client.query(
        `alter table ${name} alter constraint ${escapeIdentifier(key)} not deferrable`,
      );
    }
    for (const column of numbered) {
      await client.query(
        `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${escapeIdentifier(column)}), 1), max(${escapeIdentifier(column)}) is not null)
           from ${name}`,
        [name, column],
      );
    }
  }
  // Whoever signed out since, or had a key taken away, must not be in again by an old copy.
  await client.query('update identity.sessions set revoked_at = now() where revoked_at is null');
}
