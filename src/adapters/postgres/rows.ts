import { types } from 'pg';
import type { z } from 'zod';

/** A row by the names of its columns, values as pg-types reads them; a schema makes it trustworthy. */
export type Row = Readonly<Record<string, unknown>>;

export type Rows = {
  readonly rows: readonly Row[];
  /** What the server says it did, as in `SELECT 3`, `UPDATE 1`, `ROLLBACK`. */
  readonly command: string;
};

/** How many rows the statement read or changed. */
export function countOf({ command }: Rows): number {
  return Number(/\d+$/u.exec(command)?.[0] ?? 0);
}

export type RowReader = (fields: readonly (string | null)[]) => Row;

const dateOid = 1082;

/** How to read the rows that this description announces. */
export function rowReader(
  fields: readonly { readonly name: string; readonly dataTypeID: number }[],
): RowReader {
  const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }));
  return (values) => {
    const row: Record<string, unknown> = {};
    for (const [n, { name, parse }] of columns.entries()) {
      const value = values[n] ?? null;
      row[name] = value === null || parse === null ? value : parse(value);
    }
    return row;
  };
}

/** A day stays the text that it is: as an instant it would shift with the zone of this machine. */
function parserOf(oid: number): ((text: string) => unknown) | null {
  if (oid === dateOid || oid === 25 || oid === 2950) return null;
  const parse: unknown = types.getTypeParser(oid, 'text');
  return typeof parse === 'function' ? (text) => Reflect.apply(parse, null, [text]) : null;
}

export function readAll<Shape>(schema: z.ZodType<Shape>, { rows }: Rows): readonly Shape[] {
  return rows.map((row) => schema.parse(row));
}

/** The only row, or `null` where there is none. More than one is a bug of the statement and throws. */
export function readOne<Shape>(schema: z.ZodType<Shape>, { rows }: Rows): Shape | null {
  if (rows.length > 1) throw new RangeError(`One row was awaited and ${rows.length} came.`);
  return rows.length === 0 ? null : schema.parse(rows[0]);
}
