import type { Client } from 'pg';
import { z } from 'zod';
import type { CopiedTable } from '../../ports/backup.ts';

/** A table of the court as a backup holds it. */
export type TableOfCourt = CopiedTable & {
  /** Columns of `generated … as identity`, whose numbers go on after a restore. */
  readonly numbered: readonly string[];
  /** Foreign keys that lead to a table which is filled later, or to itself. */
  readonly ahead: readonly string[];
};

/**
 * Columns whose values mean something in one cluster only. `court.events_after` orders by transaction, and
 * ids of transactions of another cluster mean nothing here: all that is restored is older than the rest.
 */
export const valuesAtRestore: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['court.events', { tx: "'0'::xid8" }],
]);

const found = z.array(
  z.object({
    name: z.string(),
    columns: z.array(z.string()),
    numbered: z.array(z.string()),
    keys: z.array(z.object({ key: z.string(), to: z.string() })),
  }),
);

/** Every table of the schemas `court` and `identity`, each after those that its rows point to. */
export async function tablesOfCourt(client: Client): Promise<readonly TableOfCourt[]> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           array(select a.attname::text from pg_attribute as a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity <> ''
                  order by a.attnum) as numbered,
           coalesce((select jsonb_agg(jsonb_build_object('key', k.conname, 'to', format('%I.%I', tn.nspname, t.relname))
                              order by k.conname)
              from pg_constraint as k join pg_class as t on t.oid = k.confrelid
              join pg_namespace as tn on tn.oid = t.relnamespace
             where k.conrelid = c.oid and k.contype = 'f'), '[]') as keys
      from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
     where n.nspname in ('court', 'identity') and c.relkind = 'r'
     order by n.nspname, c.relname`);
  const left = found.parse(rows);
  const placed = new Map<string, TableOfCourt>();
  while (left.length > 0) {
    const isReady = left.findIndex(({ name, keys }) =>
      keys.every(({ to }) => to === name || placed.has(to)),
    );
    // Where tables point to each other, the first one goes ahead.
    const [table] = left.splice(Math.max(isReady, 0), 1);
    if (table === undefined) break;
    const { name, columns, numbered, keys } = table;
    const own = valuesAtRestore.get(name) ?? {};
    placed.set(name, {
      name,
      columns: columns.filter((column) => !(column in own)),
      numbered,
      ahead: keys.filter(({ to }) => !placed.has(to)).map(({ key }) => key),
    });
  }
  return [...placed.values()];
}
