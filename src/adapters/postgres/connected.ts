import pg from 'pg';

/** The database cannot be reached, or did not let itself be changed. */
export class DatabaseFault extends Error {
  readonly port = 'database';
  readonly retryable: boolean;

  constructor(says: string, retryable: boolean, cause: unknown) {
    super(says, { cause });
    this.name = 'DatabaseFault';
    this.retryable = retryable;
  }
}

/**
 * Runs with a connection of its own.
 *
 * @throws DatabaseFault where there is none to be had, or the database refuses what is asked of it.
 */
export async function connected<Answer>(
  url: string,
  run: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw new DatabaseFault(whyNot(url, cause), true, cause);
  }
  try {
    return await run(client);
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError)) throw cause;
    const help =
      cause.code === '42501' || cause.code === '42710'
        ? ' Let DATABASE_ADMIN_URL name a login that may make roles and schemas.'
        : '';
    throw new DatabaseFault(`The database refused: ${cause.message}.${help}`, false, cause);
  } finally {
    await client.end();
  }
}

function whyNot(url: string, cause: unknown): string {
  const { host, pathname } = new URL(url);
  const found: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const why = found instanceof Error ? found.message : String(found);
  return `The database ${pathname.slice(1)} on ${host} cannot be reached: ${why}.`;
}

/** On Supabase, roles and the schemas auth, storage and realtime are there, and belong to others. */
export async function isSupabase(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'supabase_admin'");
  return rowCount === 1;
}
