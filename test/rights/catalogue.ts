import type { Client } from 'pg';
import type { Column } from './attempts.ts';

/** Every table of the court's schemas, with its columns. */
export async function tablesOf(client: Client): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(`
    select c.oid::regclass::text as name,
           (select jsonb_agg(jsonb_build_object('name', a.attname,
                     'generated', a.attgenerated <> '' or a.attidentity = 'a') order by a.attnum)
              from pg_attribute as a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
      from pg_class as c
     where c.relnamespace in ('court'::regnamespace, 'identity'::regnamespace) and c.relkind in ('r', 'p')
     order by 1`);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** Columns that a role may write: `role table operation` → their names. */
export async function writableOf(
  client: Client,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await client.query<{ key: string; names: string[] }>(`
    select r.rolname || ' ' || c.oid::regclass::text || ' ' || o.operation as key,
           array_agg(a.attname::text) as names
      from pg_class as c
      cross join unnest(array['insert', 'update']) as o (operation)
      join pg_roles as r on r.rolname in ('anon', 'authenticated', 'court_writer', 'service_role')
      join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace in ('court'::regnamespace, 'identity'::regnamespace) and c.relkind in ('r', 'p')
       and has_column_privilege(r.oid, c.oid, a.attnum, o.operation)
     group by 1`);
  return new Map(rows.map(({ key, names }) => [key, new Set(names)]));
}
