import { people } from './people.ts';

export const operations = ['select', 'insert', 'update', 'delete'] as const;
export type Operation = (typeof operations)[number];

/** What one person may do to one table in one place. */
export type Cell = {
  readonly table: string;
  readonly who: string;
  readonly place: string;
  readonly may: ReadonlySet<Operation>;
};

/**
 * The table of cells: a table with its places at the beginning of a line, below it a line for each person. A
 * cell has the letters of what is allowed (s, i, u, d) in their places, and `-` for what is not.
 */
export function readCells(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  let table = '';
  let places: readonly string[] = [];
  const told = new Set<string>();
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [first = '', ...rest] = line.trim().split(/ {2,}/);
    if (!line.startsWith(' ')) {
      [table, places] = [first, rest];
      told.clear();
      continue;
    }
    const names =
      first === 'everybody else' ? [...people.keys()].filter((n) => !told.has(n)) : [first];
    for (const who of names) {
      if (!people.has(who)) throw new Error(`${table}: nobody is called ${who}`);
      if (told.has(who)) throw new Error(`${table}: ${who} stands there twice`);
      if (rest.length !== places.length) throw new Error(`${table}, ${who}: a cell for each place`);
      told.add(who);
      for (const [n, place] of places.entries()) {
        cells.push({ table, who, place, may: mayOf(rest[n] ?? '', `${table}, ${who}`) });
      }
    }
  }
  return cells;
}

function mayOf(letters: string, where: string): ReadonlySet<Operation> {
  if (!/^[s-][i-][u-][d-]$/.test(letters)) throw new Error(`${where}: ${letters} is no cell`);
  return new Set(operations.filter((_, n) => letters[n] !== '-'));
}
