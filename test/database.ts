/** A database of one test, with all migrations, on a server that the whole run shares. */
export type TestDatabase = {
  /** A superuser, for what a test looks at behind the court's back. */
  readonly adminUrl: string;
  /** The login of the court's server. */
  readonly serverUrl: string;
  /** Closes every connection to it and removes it. */
  readonly drop: () => Promise<void>;
};

/**
 * A new database, made from a template in some tens of milliseconds. The first call of a run starts the
 * server: the embedded one, or the one of TEST_DATABASE_URL.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const door = process.env['TEST_DATABASES'];
  if (door === undefined)
    throw new Error('freshDatabase() works in vitest: its setup opens the server');
  const response = await fetch(door);
  const told = await response.text();
  if (!response.ok) throw new Error(`No database for this test: ${told}`);
  const { adminUrl, serverUrl }: Pick<TestDatabase, 'adminUrl' | 'serverUrl'> = JSON.parse(told);
  return {
    adminUrl,
    serverUrl,
    async drop() {
      const name = new URL(adminUrl).pathname;
      const dropped = await fetch(`${door}${name}`, { method: 'DELETE' });
      if (!dropped.ok) throw new Error(`${name} was not dropped: ${await dropped.text()}`);
    },
  };
}
