import { expect, test } from 'vitest';
import { openWorld } from './open-world.ts';

const client = await openWorld();
const schemas = `('court'::regnamespace, 'identity'::regnamespace)`;

async function column(sql: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ found: string }>(sql);
  return rows.map(({ found }) => found);
}

test('row security is enabled and forced on every table', async () => {
  const open = await column(`
    select c.oid::regclass::text as found from pg_class as c
     where c.relnamespace in ${schemas} and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity)`);
  expect(open).toEqual([]);
});

test('nothing is a view, which would show its owner’s rows to its readers', async () => {
  const views = await column(`
    select c.oid::regclass::text as found from pg_class as c
     where c.relnamespace in ${schemas} and c.relkind in ('v', 'm', 'f')`);
  expect(views).toEqual([]);
});

test('nothing is granted to PUBLIC or anon, and nothing but reading to authenticated', async () => {
  const granted = await column(`
    select format('%s on %s to %s', g.privilege_type, o.name, coalesce(r.rolname, 'PUBLIC')) as found
      from (select nspname::text as name, nspacl as acl from pg_namespace where oid in ${schemas}
            union all
            select oid::regclass::text, relacl from pg_class where relnamespace in ${schemas}
            union all
            select attrelid::regclass::text || '.' || attname, attacl
              from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace in ${schemas}
            union all
            -- Nobody calls a trigger: the server refuses it.
            select oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner)) from pg_proc
             where pronamespace in ${schemas} and prorettype <> 'trigger'::regtype) as o,
           aclexplode(o.acl) as g left join pg_roles as r on r.oid = g.grantee
     where g.grantee = 0 or r.rolname = 'anon'
        or (r.rolname = 'authenticated' and g.privilege_type not in ('SELECT', 'USAGE', 'EXECUTE'))
        or (r.rolname = 'court_writer'
          and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE', 'EXECUTE'))`);
  expect(granted).toEqual([]);
});

/** Each with its reason. There is none: what a person may not do, a function of the court may not either. */
const withOwnersRights: readonly string[] = [];

test('no function has its owner’s rights, and each names the schemas that it looks in', async () => {
  const definers = await column(`
    select oid::regprocedure::text as found from pg_proc where pronamespace in ${schemas} and prosecdef`);
  expect(definers).toEqual(withOwnersRights);
  const loose = await column(`
    select oid::regprocedure::text as found from pg_proc
     where pronamespace in ${schemas} and not coalesce(proconfig::text like '%search_path=%', false)`);
  expect(loose).toEqual([]);
});

test('policies are for the roles whose cells are tried, never for everybody', async () => {
  const roles = await column(`
    select distinct unnest(roles)::text as found from pg_policies
     where schemaname in ('court', 'identity') order by 1`);
  expect(roles).toEqual(['authenticated', 'court_writer', 'service_role']);
});

test('nobody who reaches the tables is above row security, or owns a table', async () => {
  const above = await column(`
    select rolname as found from pg_roles
     where rolname in ('anon', 'authenticated', 'court_writer', 'service_role', 'court_server', 'authenticator')
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
         or exists (select from pg_class where relowner = pg_roles.oid and relnamespace in ${schemas}))`);
  expect(above).toEqual([]);
});

test('the outer doors cannot become the writer', async () => {
  const doors = await column(`
    select rolname as found from pg_roles
     where rolname in ('anon', 'authenticated', 'authenticator') and pg_has_role(oid, 'court_writer', 'member')`);
  expect(doors).toEqual([]);
});

test('every policy of reading asks who somebody is once for a statement, not once for a row', async () => {
  const { rows } = await client.query<{ name: string; text: string }>(`
    select tablename || ': ' || policyname as name, qual as text
      from pg_policies where schemaname in ('court', 'identity') and cmd in ('SELECT', 'ALL')`);
  const asked =
    /(?<!SELECT )(?:auth\.(?:uid|jwt)\(\)|court\.(?:courts_where|own_courts|scope_allows)\()/;
  expect(rows.filter(({ text }) => asked.test(text)).map(({ name }) => name)).toEqual([]);
});

test('every column that leads to another table has an index; courts, which stay, need none', async () => {
  const slow = await column(`
    select conrelid::regclass::text || ' (' || string_agg(a.attname, ', ' order by k.n) || ')' as found
      from pg_constraint as c
      cross join unnest(c.conkey) with ordinality as k (attnum, n)
      join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.attnum
     where c.contype = 'f' and c.connamespace in ${schemas} and c.confrelid <> 'court.courts'::regclass
       and not exists (select from pg_index as i
                        where i.indrelid = c.conrelid and i.indkey[0] = any (c.conkey))
     group by c.oid, conrelid`);
  expect(slow).toEqual([]);
});
