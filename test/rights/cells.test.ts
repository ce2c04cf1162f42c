import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rolesOf, openWorld } from './open-world.ts';
import { people } from './people.ts';
import { type Cell, readCells } from './read-cells.ts';
import { tablesOf } from './catalogue.ts';
import { type Tried, tryCells } from './try-cells.ts';

const client = await openWorld();
const cells = readCells(await readFile(new URL('cells.txt', import.meta.url), 'utf8'));

test('every table has cells, for everybody, and no cell is of a table that is none', async () => {
  const tables = [...(await tablesOf(client)).keys()];
  const told = Map.groupBy(cells, ({ table }) => table);
  expect([...told.keys()].toSorted()).toEqual(tables.toSorted());
  for (const [table, of] of told) {
    const missing = [...people.keys()].filter((who) => of.every((cell) => cell.who !== who));
    expect({ table, missing }).toEqual({ table, missing: [] });
  }
});

test('what everybody may do to every table is what the cells say, and nothing else', async () => {
  const tried = await tryCells(client, cells);
  process.stdout.write(
    `${cells.length} cells of ${new Set(cells.map(({ table }) => table)).size} tables: ${tried.length} attempts.\n`,
  );
  expect(cells.length).toBeGreaterThanOrEqual(1_000);
  expect(tried.filter((one) => came(one) !== expected(one)).map(sentence)).toEqual([]);
});

/** What the court's software keeps for itself while it answers. */
const ofSoftware: ReadonlySet<string> = new Set(['court.idempotency_keys']);

/** A token that comes by another door than the court's software writes nothing at all. */
function expected({ cell, role, operation }: Tried): 'may' | 'may not' {
  const reads = role !== 'authenticated' || (operation === 'select' && !ofSoftware.has(cell.table));
  return reads && cell.may.has(operation) ? 'may' : 'may not';
}

function came({ role, operation, came: what }: Tried): string {
  if (what === 'done') return 'may';
  const isClosed = role !== 'authenticated' || operation === 'select' || what === 'refused';
  return isClosed && (what === 'refused' || what === 'nothing') ? 'may not' : what;
}

function sentence(one: Tried): string {
  const { table, who, place } = one.cell;
  return `${table}: ${who}, as ${one.role}, ${one.operation}, ${place}: ${expected(one)} by the cells, and it came to ${one.came}`;
}

test('everybody reaches the tables as the roles that are tried', () => {
  const roles = new Set([...people.values()].flatMap(rolesOf));
  expect([...roles].toSorted()).toEqual(['anon', 'authenticated', 'court_writer', 'service_role']);
});

test('a cell that is written badly is told, not read', () => {
  const bad: readonly (readonly [string, RegExp])[] = [
    ['t  own\n  nobody  s---', /nobody is called nobody/],
    ['t  own\n  anon  s---\n  anon  s---', /stands there twice/],
    ['t  own  sealed\n  anon  s---', /a cell for each place/],
    ['t  own\n  anon  s--x', /s--x is no cell/],
  ];
  for (const [text, why] of bad) expect(() => readCells(text)).toThrow(why);
  const [cell]: readonly Cell[] = readCells('t  own\n  anon  s--d');
  expect([...(cell?.may ?? [])]).toEqual(['select', 'delete']);
});
