import type { Client } from 'pg';
import { attempt, whereOf } from './attempts.ts';
import { tablesOf, writableOf } from './catalogue.ts';
import { rolesOf, tryAs } from './open-world.ts';
import { idOf, people } from './people.ts';
import { type Cell, type Operation, operations } from './read-cells.ts';

/** One thing that somebody, as a role of the database, may do or not. */
export type Tried = {
  readonly cell: Cell;
  readonly role: string;
  readonly operation: Operation;
  readonly came: string;
};

/** Does what each cell tells of, as every role in which its person reaches the tables. */
export async function tryCells(client: Client, cells: readonly Cell[]): Promise<readonly Tried[]> {
  const tables = await tablesOf(client);
  const writable = await writableOf(client);
  const known = new Map<string, Promise<Readonly<Record<string, unknown>>>>();
  const rowAt = (table: string, where: string) => {
    const key = `${table} ${where}`;
    const row = known.get(key) ?? oneRow(client, table, where);
    known.set(key, row);
    return row;
  };
  const tried: Tried[] = [];
  for (const [who, identity] of people) {
    const me = identity.kind === 'person' ? identity.claims.sub : idOf(100);
    for (const role of rolesOf(identity)) {
      const asked: Omit<Tried, 'came'>[] = [];
      const statements: string[] = [];
      for (const cell of cells.filter((one) => one.who === who)) {
        const { table, place } = cell;
        const to = { table, place, who, me, columns: tables.get(table) ?? [] };
        const row = await rowAt(table, whereOf(to));
        for (const operation of operations) {
          const may = writable.get(`${role} ${table} ${operation}`) ?? new Set();
          asked.push({ cell, role, operation });
          statements.push(attempt(to, operation, row, may));
        }
      }
      const came = await tryAs(client, identity, role, statements);
      tried.push(...asked.map((one, n) => ({ ...one, came: came[n] ?? '' })));
    }
  }
  return tried;
}

async function oneRow(client: Client, table: string, where: string) {
  const { rows } = await client.query(
    `select to_jsonb(t) as row from ${table} as t where ${where} limit 1`,
  );
  if (rows.length === 0) throw new Error(`world.sql has no row of ${table} where ${where}`);
  return rows[0].row;
}
