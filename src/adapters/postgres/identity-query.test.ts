import fc from 'fast-check';
import { Client, DatabaseError } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openTestDatabase, type OpenedDatabase, person } from '../../../test/open-test-database.ts';
import type { Identity, PersonClaims } from '../../core/person/claims.ts';
import { settingsOf } from './identity.ts';
import { identityQuery } from './identity-query.ts';
import { preparedStatements } from './prepared.ts';
import { sql, type Statement } from './sql.ts';

const service: Identity = { kind: 'service' };
const anon: Identity = { kind: 'anon' };

const who = sql`select current_user::text as role,
  current_setting('request.jwt.claims', true) as claims, session_user::text as login`;
const whoRow = z.object({ role: z.string(), claims: z.string(), login: z.string() });

/** Strings that have broken other programs. */
const hostile = [
  `'`,
  `''; drop table public.notes; --`,
  `\\'; drop table public.notes; --`,
  '$1',
  '$$; drop table public.notes; $$',
  'a\nb\r\nc\td',
  '\u2028\uD83D\uDC68\u200D\u2696\uFE0F',
  'set role postgres',
  '"role":"service_role"',
  'x'.repeat(1_000_000),
];

/** Notes that only their owner sees, and that refuse the text `refuse`. */
async function notes(other: Parameters<typeof openTestDatabase>[0] = {}): Promise<OpenedDatabase> {
  const opened = await openTestDatabase(other);
  await opened.admin(`
    create table public.notes (owner uuid not null, text text check (text <> 'refuse'));
    alter table public.notes enable row level security;
    alter table public.notes force row level security;
    create policy own on public.notes to authenticated using (owner = (select auth.uid()));
    grant usage on schema public to anon, authenticated, service_role;
    grant select, insert on public.notes to authenticated;
    grant select on public.notes to anon`);
  return opened;
}

describe('an identity', () => {
  test('becomes one of four roles and nothing else', () => {
    expect(settingsOf(anon).role).toBe('anon');
    expect(settingsOf(service).role).toBe('service_role');
    expect(settingsOf(person(1)).role).toBe('authenticated');
    expect(settingsOf({ ...person(1), writing: true }).role).toBe('court_writer');
  });

  test('whose claims carry a role that no token may carry is refused', () => {
    for (const role of ['service_role', 'postgres', 'anon', 'court_writer', '', 'AUTHENTICATED']) {
      const claims: unknown = { ...person(1).claims, role };
      // As a token would bring them, past the types.
      const forged = JSON.parse(JSON.stringify(claims)) as PersonClaims;
      expect(() => settingsOf({ kind: 'person', claims: forged })).toThrow(RangeError);
    }
    expect(() => settingsOf(person(1, { sub: '' }))).toThrow(RangeError);
  });
});

describe('a statement with its identity', () => {
  test('runs as that role and with these claims, and the connection keeps neither', async () => {
    const { settings } = await notes();
    const client = new Client({ connectionString: settings.url });
    await client.connect();
    onTestFinished(() => client.end());
    const prepared = preparedStatements(true);
    for (const identity of [person(1), anon, service, person(2), person(1)]) {
      const { rows } = await client.query(identityQuery(identity, who, prepared)).answer;
      const { role, claims } = settingsOf(identity);
      expect(rows).toEqual([{ role, claims, login: 'court_server' }]);
      const after = await client.query<Record<string, unknown>>(who.text);
      expect(after.rows).toEqual([{ role: 'court_server', claims: '', login: 'court_server' }]);
    }
  });

  test('goes to the socket in one write', async () => {
    const { settings } = await notes();
    const client = new Client({ connectionString: settings.url });
    await client.connect();
    onTestFinished(() => client.end());
    const prepared = preparedStatements(true);
    const stream: unknown = Reflect.get(Reflect.get(client, 'connection') as object, 'stream');
    const writes: number[] = [];
    const original = Reflect.get(stream as object, '_writev') as (...all: unknown[]) => void;
    Reflect.set(stream as object, '_writev', function (this: unknown, ...all: unknown[]) {
      writes.push((all[0] as unknown[]).length);
      return Reflect.apply(original, this, all);
    });
    for (let n = 0; n < 3; n += 1) {
      await client.query(identityQuery(person(1), who, prepared)).answer;
    }
    // Parse and Describe are gone from the second message on.
    expect(writes).toEqual([9, 5, 5]);
  });

  test('values and claims are data, whatever they hold', async () => {
    const { database, admin } = await notes();
    const own = person(1).claims.sub;
    for (const text of hostile) {
      const somebody = person(1, { email: text, iss: text });
      const told = await database.one(somebody, who, whoRow);
      expect(told).toMatchObject({ role: 'authenticated' });
      expect(JSON.parse(told?.claims ?? '')).toEqual(somebody.claims);
      const note = sql`insert into public.notes values (${own}, ${text}) returning text`;
      expect((await database.run(somebody, note)).rows).toEqual([{ text }]);
    }
    expect(await admin('select count(*)::int as n from public.notes')).toEqual([
      { n: hostile.length },
    ]);
  });

  test('a NUL in a value or a claim is an error, and the connection goes on', async () => {
    const { database } = await notes({ size: 1 });
    await expect(database.run(anon, sql`select ${'a\0b'}::text`)).rejects.toThrow(DatabaseError);
    const withNul = person(1, { email: 'a\0b' });
    await expect(database.run(withNul, sql`select auth.uid()`)).rejects.toThrow(DatabaseError);
    await expect(database.run(anon, { text: 'select 1\0', values: [] })).rejects.toThrow(
      RangeError,
    );
    const many: Statement = { text: 'select 1', values: Array.from({ length: 65_536 }, () => 1) };
    await expect(database.run(anon, many)).rejects.toThrow(RangeError);
    expect(await database.one(anon, who, whoRow)).toMatchObject({ role: 'anon' });
  });

  test('values of every kind arrive as they are', async () => {
    const { database } = await notes();
    const bytes = new Uint8Array([0, 255, 39, 92]);
    const list = ['a"b', 'c\\d', null, 'NULL', '', '{,}', `'`];
    const { rows } = await database.run(
      anon,
      sql`select ${bytes}::bytea as bytes, ${list}::text[] as list, ${5}::int as n,
        ${9_007_199_254_740_993n}::bigint as big, ${true}::boolean as yes, ${null}::text as none,
        ${new Date(0)}::timestamptz as at, '2026-11-22'::date as day, ${'{"a":1}'}::jsonb as json`,
    );
    expect(rows).toEqual([
      {
        bytes: Buffer.from(bytes),
        list,
        n: 5,
        big: '9007199254740993',
        yes: true,
        none: null,
        at: new Date(0),
        day: '2026-11-22',
        json: { a: 1 },
      },
    ]);
  });

  test('whose identity is refused does not run', async () => {
    const { settings, admin, open } = await notes();
    await admin('create table public.traces (n int); grant all on public.traces to public');
    // A login of its own: roles belong to the whole server, which other tests share.
    const login = new URL(settings.url);
    login.username = `court_test_${process.pid}`;
    login.password = 'only-of-this-test';
    const name = login.username;
    await admin(`drop role if exists ${name}`);
    await admin(`create role ${name} login noinherit password '${login.password}'`);
    onTestFinished(async () => {
      await admin(`drop role ${name}`);
    });
    await admin(`grant service_role to ${name}`);
    const database = open({ url: login.href, size: 1 });
    const trace = sql`insert into public.traces values (1)`;
    await expect(database.run(anon, trace)).rejects.toMatchObject({ code: '42501' });
    expect(await admin('select * from public.traces')).toEqual([]);
    expect(await database.one(service, who, whoRow)).toMatchObject({ role: 'service_role' });
    await database.close();
  });

  test('a row that is not as the schema says is a bug, not data', async () => {
    const { database } = await notes();
    const schema = z.object({ n: z.number() });
    await expect(database.all(anon, sql`select 'x' as n`, schema)).rejects.toThrow(z.ZodError);
    const two = sql`select n from generate_series(1, 2) as n`;
    await expect(database.one(anon, two, schema)).rejects.toThrow(RangeError);
    expect(await database.one(anon, sql`select 1 as n where false`, schema)).toBeNull();
    expect(await database.all(anon, two, schema)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('a plan made before a change of the schema is made anew', async () => {
    const { database, admin } = await notes({ size: 1 });
    await admin('create table public.wide as select 1 as a; grant all on public.wide to public');
    const read = sql`select * from public.wide`;
    for (const column of ['b', 'c']) {
      await database.run(anon, read);
      await admin(`alter table public.wide add ${column} int`);
    }
    expect((await database.run(anon, read)).rows).toEqual([{ a: 1, b: null, c: null }]);
  });

  test('behind a pooler nothing stays prepared, and the time limit still holds', async () => {
    const { database } = await notes({ size: 1, pooler: 'transaction', statementMs: 200 });
    const prepared = sql`select count(*)::int as n from pg_prepared_statements`;
    for (let n = 0; n < 2; n += 1) {
      expect((await database.run(anon, prepared)).rows).toEqual([{ n: 0 }]);
    }
    await expect(database.run(anon, sql`select pg_sleep(20)`)).rejects.toMatchObject({
      code: '57014',
    });
  });
});

/** What may happen on a connection, by whom. */
const happening = fc.record({
  by: fc.constantFrom(0, 1, 2, 3, 4),
  does: fc.constantFrom(
    'reads',
    'writes',
    'fails in the statement',
    'fails in the parse',
    'fails in a value',
    'is cancelled',
    'commits',
    'rolls back',
    'fails in a transaction',
    'looks',
  ),
});

describe('whoever comes next on a connection', () => {
  test('never is, sees or writes as whoever was there before', async () => {
    const { database, admin } = await notes({ size: 1, statementMs: 60 });
    const identities: readonly Identity[] = [anon, service, person(1), person(2), person(3)];
    const noteRow = z.object({ owner: z.string(), text: z.string() });
    const allNotes = sql`select owner, text from public.notes`;
    for (const n of [1, 2, 3]) {
      await admin('insert into public.notes values ($1, $2)', [person(n).claims.sub, 'first']);
    }

    async function act(by: Identity, does: string): Promise<void> {
      const owner = by.kind === 'person' ? by.claims.sub : person(9).claims.sub;
      const note = (text: string): Statement =>
        sql`insert into public.notes values (${owner}, ${text})`;
      const acts: Record<string, () => Promise<unknown>> = {
        reads: () => database.run(by, allNotes),
        writes: () => database.run(by, note('more')),
        'fails in the statement': () => database.run(by, note('refuse')),
        'fails in the parse': () => database.run(by, sql`select from nowhere`),
        'fails in a value': () => database.run(by, sql`select ${'x'}::int`),
        'is cancelled': () => database.run(by, sql`select pg_sleep(5)`),
        commits: () => database.transaction(by, (open) => open.run(note('more'))),
        'rolls back': () =>
          database.transaction(by, async (open) => {
            await open.run(note('never'));
            throw new Error('no');
          }),
        'fails in a transaction': () =>
          database.transaction(by, (open) => open.run(note('refuse'))),
        looks: () => database.run(by, who),
      };
      await acts[does]?.().catch(() => {});
    }

    async function isOnlyThemselves(by: Identity): Promise<void> {
      expect(await database.one(by, who, whoRow)).toEqual({
        ...settingsOf(by),
        login: 'court_server',
      });
      if (by.kind === 'service') return;
      const seen = await database.all(by, allNotes, noteRow);
      const owner = by.kind === 'person' ? by.claims.sub : null;
      expect(seen.every((row) => row.owner === owner && row.text !== 'never')).toBe(true);
      expect(seen.length > 0).toBe(by.kind === 'person');
    }

    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (happenings, atOnce) => {
          const steps = happenings.map(({ by, does }) => ({ by: identities[by] ?? anon, does }));
          const story = steps.map(
            ({ by, does }) =>
              () =>
                act(by, does).then(() => isOnlyThemselves(by)),
          );
          // At once they share the one connection in the order of the line.
          if (atOnce) await Promise.all(story.map((step) => step()));
          else for (const step of story) await step();
        },
      ),
      { numRuns: 60 },
    );
    expect(await admin("select 1 from public.notes where text in ('never', 'refuse')")).toEqual([]);
  });

  test('holds when messages stand in line on one client of pg, errors among them', async () => {
    const { settings } = await notes();
    const client = new Client({ connectionString: settings.url });
    await client.connect();
    onTestFinished(() => client.end());
    const prepared = preparedStatements(true);
    const identities = Array.from({ length: 300 }, (_, n) => (n % 7 === 0 ? anon : person(n % 5)));
    const answers = identities.map(async (identity, n) => {
      const statement = n % 3 === 0 ? sql`select 1 / ${0}::int` : who;
      return await client.query(identityQuery(identity, statement, prepared)).answer.then(
        ({ rows }) => ({ identity, claims: rows[0]?.['claims'] }),
        () => null,
      );
    });
    const answered = (await Promise.all(answers)).filter((answer) => answer !== null);
    expect(answered).toHaveLength(200);
    for (const { identity, claims } of answered) {
      expect(claims).toBe(settingsOf(identity).claims);
    }
  });
});
