import type { Identity } from '../../core/person/claims.ts';
import type { z } from 'zod';
import { databasePool, type PoolFigures, type PoolSettings } from './pool.ts';
import { readAll, readOne, type Rows } from './rows.ts';
import type { Statement } from './sql.ts';
import { type PostgresTransaction, transaction, type TransactionOptions } from './transaction.ts';

/**
 * The one way to the database: every statement runs as somebody, and row security decides what that one sees.
 *
 * @throws DatabaseFault where the database could not be asked; pg's `DatabaseError` where it said no;
 * `ZodError` where a row is not as the schema says, which is a bug.
 */
export interface Database {
  run(identity: Identity, statement: Statement): Promise<Rows>;
  all<Shape>(
    identity: Identity,
    statement: Statement,
    schema: z.ZodType<Shape>,
  ): Promise<readonly Shape[]>;
  one<Shape>(
    identity: Identity,
    statement: Statement,
    schema: z.ZodType<Shape>,
  ): Promise<Shape | null>;
  transaction<Result>(
    identity: Identity,
    work: (transaction: PostgresTransaction) => Promise<Result>,
    options?: TransactionOptions,
  ): Promise<Result>;
  figures(): PoolFigures;
  close(withinMs?: number): Promise<void>;
}

export function openDatabase(settings: PoolSettings): Database {
  const pool = databasePool(settings);
  const run = (identity: Identity, statement: Statement): Promise<Rows> =>
    pool.lend((connection) => connection.runAs(identity, statement));
  return {
    run,
    all: async (identity, statement, schema) => readAll(schema, await run(identity, statement)),
    one: async (identity, statement, schema) => readOne(schema, await run(identity, statement)),
    transaction: (identity, work, options) => transaction(pool, identity, work, options),
    figures: () => pool.figures(),
    close: (withinMs) => pool.close(withinMs),
  };
}
