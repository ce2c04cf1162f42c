import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { Transaction } from '../../ports/transaction.ts';
import type { DatabaseConnection } from './connection.ts';
import { DatabaseFault, isLostRace } from './fault.ts';
import type { Identity } from '../../core/person/claims.ts';
import { type DatabaseRole, settingsOf } from './identity.ts';
import type { Pool } from './pool.ts';
import { readAll, readOne, type Rows } from './rows.ts';
import { sql, type Statement } from './sql.ts';

export type Isolation = 'read committed' | 'repeatable read' | 'serializable';

export type TransactionOptions = {
  readonly isolation?: Isolation;
  /** How often the whole work is tried when another transaction won; 5 unless told. */
  readonly attempts?: number;
  /** Between 0 and 1, spreads the pauses between attempts. */
  readonly random?: () => number;
};

const openings: Readonly<Record<Isolation, Statement>> = {
  'read committed': sql`begin isolation level read committed`,
  'repeatable read': sql`begin isolation level repeatable read`,
  serializable: sql`begin isolation level serializable`,
};

const toService = sql`select where set_config('role', 'service_role', true) is null`;

/** Several statements under one identity. Statements asked for at once are sent one after the other. */
export class PostgresTransaction implements Transaction {
  readonly #connection: DatabaseConnection;
  readonly #role: DatabaseRole;
  readonly #back: Statement;
  #open = true;
  #last: Promise<unknown> = Promise.resolve();
  #failure: unknown = null;

  constructor(connection: DatabaseConnection, role: DatabaseRole) {
    this.#connection = connection;
    this.#role = role;
    this.#back = sql`select where set_config('role', ${role}, true) is null`;
  }

  get open(): boolean {
    return this.#open;
  }

  run(statement: Statement): Promise<Rows> {
    return this.#ask([statement], 0);
  }

  async all<Shape>(statement: Statement, schema: z.ZodType<Shape>): Promise<readonly Shape[]> {
    return readAll(schema, await this.run(statement));
  }

  async one<Shape>(statement: Statement, schema: z.ZodType<Shape>): Promise<Shape | null> {
    return readOne(schema, await this.run(statement));
  }

  /**
   * One statement as the court's own worker, in this transaction: what only the service may write, such as a
   * job or a notice, beside what the person may. The claims stay the person's.
   */
  asService(statement: Statement): Promise<Rows> {
    return this.#ask([toService, statement, this.#back], 1);
  }

  /** Ends the work: after what was asked for is answered, nothing more can be asked. */
  async end(with_: 'commit' | 'rollback'): Promise<void> {
    await this.#last;
    this.#open = false;
    if (with_ === 'rollback') {
      await this.#connection.ask(this.#role, [sql`rollback`]);
      return;
    }
    const { command } = await this.#connection.ask(this.#role, [sql`commit`]);
    // An error that the work swallowed: the server undid everything and says so in one word.
    if (command !== 'COMMIT') throw this.#failure ?? new Error(`The commit ended in ${command}.`);
  }

  #ask(statements: readonly Statement[], wanted: number): Promise<Rows> {
    if (!this.#open) throw new TypeError('This transaction is over.');
    const answer = this.#last.then(() => this.#connection.ask(this.#role, statements, wanted));
    this.#last = answer.catch((error: unknown) => {
      this.#failure ??= error;
    });
    return answer;
  }
}

const current = new AsyncLocalStorage<PostgresTransaction>();

/**
 * Runs the work in one transaction: all of it stands, or none. When another transaction won (serialization,
 * deadlock) the whole work is run again, so it does nothing but ask this transaction.
 */
export async function transaction<Result>(
  pool: Pool,
  identity: Identity,
  work: (transaction: PostgresTransaction) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  if (current.getStore()?.open === true) {
    throw new TypeError('A transaction inside a transaction: hand the open one on.');
  }
  const { attempts = 5, random = Math.random, isolation = 'read committed' } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pool.lend((connection) =>
        attemptOn(connection, identity, openings[isolation], work),
      );
    } catch (error) {
      if (!isLostRace(error) || attempt >= attempts) throw error;
      await pause(2 ** attempt * 5 * (0.5 + random()));
    }
  }
}

async function attemptOn<Result>(
  connection: DatabaseConnection,
  identity: Identity,
  opening: Statement,
  work: (transaction: PostgresTransaction) => Promise<Result>,
): Promise<Result> {
  const own = new PostgresTransaction(connection, settingsOf(identity).role);
  let result: Result;
  try {
    await connection.begin(identity, opening);
    result = await current.run(own, () => work(own));
  } catch (error) {
    // What the work threw is what the caller hears; a rollback that fails breaks the connection, and the
    // server rolls back by itself.
    await own.end('rollback').catch(() => {});
    throw error;
  }
  try {
    await own.end('commit');
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error;
    throw new DatabaseFault('commit-unknown', 'The connection broke in the commit.', error);
  }
  return result;
}

/** As the service: in the caller's transaction where there is one, else in one of its own. */
export async function runWithin(
  database: { run(identity: Identity, statement: Statement): Promise<Rows> },
  within: Transaction | undefined,
  statement: Statement,
): Promise<Rows> {
  if (within === undefined) return await database.run({ kind: 'service' }, statement);
  if (within instanceof PostgresTransaction) return await within.asService(statement);
  throw new TypeError('This transaction is not one of the database.');
}
