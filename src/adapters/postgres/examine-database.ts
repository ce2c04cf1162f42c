import { Client } from 'pg';
import { z } from 'zod';
import { bad, type Finding, good, odd } from '../../ports/examination.ts';
import { migrationStates } from './migrate.ts';

export type ExaminedDatabase = {
  /** The login that applies migrations. */
  readonly adminUrl: string;
  /** The login by which the service asks. */
  readonly serverUrl: string;
  /** The folder with `bootstrap.sql` and `migrations/`. */
  readonly folder: string;
  /** Milliseconds since 1970 by the clock of this machine. */
  readonly now: () => number;
  readonly connectMs?: number;
};

const oldest = 15;
const newest = 18;

/** Seconds by which clocks may differ: a code of a second factor is good for thirty. */
const clocksApart = { odd: 2, bad: 25 };

const factsRow = z.object({
  version: z.string(),
  number: z.coerce.number(),
  now: z.date(),
  supabase: z.boolean(),
});
const names = z.array(z.object({ name: z.string() }));

/** Looks at the database: nothing in it is changed. */
export async function* examineDatabase(of: ExaminedDatabase): AsyncGenerator<Finding> {
  const client = await connectedTo(of.adminUrl, of.connectMs);
  if (typeof client === 'string') {
    yield bad(
      'database',
      `it cannot be reached: ${client}.`,
      'Start it, or set DATABASE_URL to where it is; host, port and password are in that URL.',
    );
    return;
  }
  try {
    yield* facts(client, of.now);
    yield* migrations(of);
    yield* rights(client);
    yield await listening(client);
  } finally {
    await client.end();
  }
  yield await serverLogin(of);
}

/** A connection, or why there is none. */
async function connectedTo(url: string, connectMs = 10_000): Promise<Client | string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectMs });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
    return first instanceof Error ? first.message : String(first);
  }
}

async function* facts(client: Client, now: () => number): AsyncGenerator<Finding> {
  const before = now();
  const { rows } = await client.query(`
    select split_part(version(), ' ', 2) as version, current_setting('server_version_num') as number,
           clock_timestamp() as now, exists (select from pg_roles where rolname = 'supabase_admin') as supabase`);
  const fact = factsRow.parse(rows[0]);
  const major = Math.floor(fact.number / 10_000);
  const kind = fact.supabase ? ', a Supabase project' : '';
  yield major >= oldest && major <= newest
    ? good('database', `PostgreSQL ${fact.version} answers${kind}.`)
    : bad(
        'database',
        `PostgreSQL ${fact.version} answers.`,
        `The court runs on PostgreSQL ${oldest} to ${newest}: move the data to one of these (pg_upgrade).`,
      );
  // Half of the way there and back is nobody's fault.
  const here = (before + now()) / 2;
  const apart = Math.abs(fact.now.getTime() - here) / 1_000;
  const says = `this machine and the database are ${apart.toFixed(1)} s apart.`;
  const mend =
    'Let both follow a time server (timedatectl set-ntp true): tokens and second factors live by the clock.';
  if (apart <= clocksApart.odd) yield good('clocks', says);
  else yield apart <= clocksApart.bad ? odd('clocks', says, mend) : bad('clocks', says, mend);
}

async function* migrations({ adminUrl, folder }: ExaminedDatabase): AsyncGenerator<Finding> {
  const answer = await migrationStates({ adminUrl, folder });
  if (answer.kind === 'refused') {
    const says = answer.refusals.map(({ rule, says: told }) => `${rule} ${told}`).join(' ');
    yield bad(
      'migrations',
      says,
      'Put the files of supabase/migrations back as they were released.',
    );
    return;
  }
  const others = answer.states.filter(({ state }) => state !== 'applied');
  if (others.length === 0) {
    yield good('migrations', `all ${answer.states.length} are applied.`);
    return;
  }
  const told = others
    .map(({ version, name, state }) => `${version}_${name} is ${state}`)
    .join(', ');
  const isPending = others.every(({ state }) => state === 'pending');
  yield bad(
    'migrations',
    `${told}.`,
    isPending
      ? 'Run: court db migrate.'
      : 'This database was migrated by another release: run that release, or restore a backup.',
  );
}

async function* rights(client: Client): AsyncGenerator<Finding> {
  const { rows: open } = await client.query(`
    select c.oid::regclass::text as name from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
     where n.nspname in ('court', 'identity') and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`);
  const tables = names.parse(open).map(({ name }) => name);
  yield tables.length === 0
    ? good('row security', 'it is forced on every table.')
    : bad(
        'row security',
        `it is not forced on ${tables.join(', ')}.`,
        tables
          .map((name) => `alter table ${name} enable row level security, force row level security;`)
          .join(' '),
      );
  const { rows: above } = await client.query(`
    select rolname as name from pg_roles
     where rolname in ('anon', 'authenticated', 'court_writer', 'court_server', 'authenticator')
       and (rolsuper or rolbypassrls) order by 1`);
  const roles = names.parse(above).map(({ name }) => name);
  yield roles.length === 0
    ? good('roles', 'none that asks for people is above row security.')
    : bad(
        'roles',
        `${roles.join(', ')} ${roles.length === 1 ? 'is' : 'are'} above row security: everybody sees everything.`,
        roles.map((name) => `alter role ${name} nosuperuser nobypassrls;`).join(' '),
      );
}

/** Poolers in transaction mode take the words of LISTEN and never say anything. */
async function listening(client: Client): Promise<Finding> {
  const channel = `court_doctor_${crypto.randomUUID().replaceAll('-', '')}`;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  client.on('notification', (notice) => {
    if (notice.channel === channel) resolve(true);
  });
  const timer = setTimeout(() => resolve(false), 3_000);
  await client.query(`listen ${channel}`);
  await client.query(`notify ${channel}`);
  const heard = await promise;
  clearTimeout(timer);
  return heard
    ? good('live news', 'NOTIFY comes back by LISTEN.')
    : bad(
        'live news',
        'NOTIFY does not come back by LISTEN.',
        'Let DATABASE_ADMIN_URL lead to the database itself, not to a pooler in transaction mode.',
      );
}

async function serverLogin({ serverUrl, connectMs }: ExaminedDatabase): Promise<Finding> {
  const check = 'login of the service';
  const client = await connectedTo(serverUrl, connectMs);
  if (typeof client === 'string') {
    return bad(
      check,
      `it cannot sign in: ${client}.`,
      'Run: court db migrate. It makes the login and its password.',
    );
  }
  try {
    const { rows } = await client.query(`
      select r.rolname as name, r.rolsuper as super, r.rolbypassrls as bypass,
             array(select w.rolname::text from pg_roles as w
                    where w.rolname in ('anon', 'authenticated', 'court_writer', 'service_role')
                      and not pg_has_role(r.oid, w.oid, 'member') order by 1) as missing
        from pg_roles as r where r.rolname = session_user`);
    const login = loginRow.parse(rows[0]);
    const { name, missing } = login;
    if (missing.length > 0) {
      return bad(
        check,
        `${name} cannot become ${missing.join(', ')}.`,
        `grant ${missing.join(', ')} to ${name};`,
      );
    }
    if (!login.super && !login.bypass)
      return good(check, `${name} rules nothing, and becomes whom it asks for.`);
    return odd(
      check,
      `${name} is above row security until it becomes somebody else.`,
      'On Supabase that is so. Elsewhere let DATABASE_URL name a login that is no superuser: court_server.',
    );
  } finally {
    await client.end();
  }
}

const loginRow = z.object({
  name: z.string(),
  super: z.boolean(),
  bypass: z.boolean(),
  missing: z.array(z.string()),
});
