import { Client } from 'pg';
import { DatabaseFault, endsConnection } from './fault.ts';
import type { Identity } from '../../core/person/claims.ts';
import { type DatabaseRole, settingsOf } from './identity.ts';
import { identityQuery, identityStatement } from './identity-query.ts';
import { isStalePlan, Message } from './message.ts';
import { type PreparedStatements, preparedStatements } from './prepared.ts';
import type { Rows } from './rows.ts';
import type { Statement } from './sql.ts';

export type ConnectionSettings = {
  readonly url: string;
  /** Longest a statement may take, in milliseconds. */
  readonly statementMs: number;
  /** Longest to wait for a connection of the server, in milliseconds. */
  readonly connectMs: number;
  /** A pooler in transaction mode keeps no prepared statements and no settings of a session. */
  readonly pooler: 'none' | 'transaction';
};

/** One connection of the server, used by one caller at a time. */
export class DatabaseConnection {
  readonly #client: Client;
  /** A set for each role: row security makes a plan that holds for one role only, and planning costs most. */
  readonly #prepared = new Map<DatabaseRole, PreparedStatements>();
  readonly #canPrepare: boolean;
  readonly #statementMs: number | null;
  /** When the running statement was sent, or the last one ended; milliseconds of a steady clock. */
  since = performance.now();
  #running = 0;
  #broken = false;

  private constructor(
    client: Client,
    settings: ConnectionSettings,
    onBroken: (of: DatabaseConnection) => void,
  ) {
    const isDirect = settings.pooler === 'none';
    this.#client = client;
    this.#canPrepare = isDirect;
    this.#statementMs = isDirect ? null : settings.statementMs;
    const broke = (): void => {
      if (this.#broken) return;
      this.#broken = true;
      onBroken(this);
    };
    client.on('error', broke);
    client.on('end', broke);
  }

  /** @throws DatabaseFault `unreachable` */
  static async open(
    settings: ConnectionSettings,
    onBroken: (of: DatabaseConnection) => void,
  ): Promise<DatabaseConnection> {
    const { url, statementMs, connectMs, pooler } = settings;
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: connectMs,
      keepAlive: true,
      application_name: 'first-court',
      ...(pooler === 'none' && {
        statement_timeout: statementMs,
        idle_in_transaction_session_timeout: Math.max(statementMs, 10_000),
      }),
    });
    const connection = new DatabaseConnection(client, settings, onBroken);
    try {
      await client.connect();
    } catch (error) {
      connection.#broken = true;
      await client.end().catch(() => {});
      const why = error instanceof Error ? error.message : 'no reason given';
      throw new DatabaseFault('unreachable', `The database cannot be reached: ${why}`, error);
    }
    return connection;
  }

  get broken(): boolean {
    return this.#broken;
  }

  get running(): boolean {
    return this.#running > 0;
  }

  /** Whether a transaction is open, so that the connection is nobody else's. */
  get inTransaction(): boolean {
    return this.#client.getTransactionStatus() !== 'I';
  }

  /** One statement as somebody, in a transaction of its own. */
  async runAs(identity: Identity, statement: Statement): Promise<Rows> {
    const prepared = this.#preparedFor(settingsOf(identity).role);
    const ask = (): Promise<Rows> =>
      this.#send(identityQuery(identity, statement, prepared, this.#statementMs));
    try {
      return await ask();
    } catch (error) {
      // The plan was made before a change of the schema. The server refused it before anything ran.
      if (isStalePlan(error)) return await ask();
      throw error;
    }
  }

  /** Opens a transaction of several statements as somebody. */
  begin(identity: Identity, opening: Statement): Promise<Rows> {
    const { role } = settingsOf(identity);
    return this.ask(role, [opening, identityStatement(identity, this.#statementMs)]);
  }

  /** Statements in one message, as whoever the transaction is of; `role` is that one's. */
  ask(role: DatabaseRole, statements: readonly Statement[], wanted?: number): Promise<Rows> {
    return this.#send(new Message(statements, this.#preparedFor(role), wanted));
  }

  #preparedFor(role: DatabaseRole): PreparedStatements {
    const known = this.#prepared.get(role);
    if (known !== undefined) return known;
    const fresh = preparedStatements(this.#canPrepare, role);
    this.#prepared.set(role, fresh);
    return fresh;
  }

  async #send(message: Message): Promise<Rows> {
    this.#running += 1;
    this.since = performance.now();
    try {
      this.#client.query(message);
      return await message.answer;
    } catch (error) {
      if (!endsConnection(error)) throw error;
      this.#broken = true;
      throw new DatabaseFault('broken', 'The connection of the database broke.', error);
    } finally {
      this.#running -= 1;
      this.since = performance.now();
    }
  }

  /** Says goodbye; a statement that still runs is cut off. */
  async end(): Promise<void> {
    this.#broken = true;
    await this.#client.end().catch(() => {});
  }
}
