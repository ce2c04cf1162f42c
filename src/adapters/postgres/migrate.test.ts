import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { migrate, migrationStates } from './migrate.ts';
import { scramVerifier } from './scram-verifier.ts';

const real = fileURLToPath(new URL('../../../supabase/', import.meta.url));

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, 'migrations', name), text);
  }
}

async function asked(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

const cli = process.env['SUPABASE_CLI'] ?? '';
if (cli === '')
  process.stderr.write('skipped: the supabase CLI, since SUPABASE_CLI does not name it\n');

const debian = process.env['DEBIAN_POSTGRES_URL'] ?? '';
if (debian === '') {
  process.stderr.write(
    "skipped: Debian's PostgreSQL, since DEBIAN_POSTGRES_URL does not name it\n",
  );
}

const servers: Readonly<Record<string, () => Promise<string>>> = {
  'the embedded PostgreSQL': async () => {
    const { adminUrl, drop } = await freshDatabase();
    cleanUps.push(drop);
    return adminUrl;
  },
  ...(debian === '' ? {} : { "Debian's PostgreSQL": async () => debian }),
};
describe.each(Object.entries(servers))('on %s', (_server, adminOf) => {
  /** A database without migrations, and a folder whose migrations are these. */
  async function given(
    files: Readonly<Record<string, string>>,
  ): Promise<{ adminUrl: string; folder: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'court-migrate-'));
    cleanUps.push(() => rm(folder, { recursive: true }));
    const admin = await adminOf();
    const empty = new URL(admin);
    const name = `court_migrate_${randomBytes(6).toString('hex')}`;
    empty.pathname = name;
    await asked(admin, `create database ${name} template template0`);
    cleanUps.push(() => asked(admin, `drop database ${name} with (force)`));
    await cp(join(real, 'bootstrap.sql'), join(folder, 'bootstrap.sql'));
    await cp(join(real, 'config.toml'), join(folder, 'config.toml'));
    await mkdir(join(folder, 'migrations'));
    await put(folder, files);
    return { adminUrl: empty.href, folder };
  }

  const first = '20260101000000_first.sql';
  const second = '20260102000000_second.sql';
  const two = {
    [first]: 'create schema a;\n-- a table\ncreate table a.t (n int);',
    [second]: "insert into a.t values (1); do $$ begin perform ';'; end $$;",
  };

  describe('the runner of migrations', () => {
    test('applies in order, once, and writes the history of Supabase', async () => {
      const of = await given(two);
      expect(await migrate(of)).toEqual({
        kind: 'migrated',
        applied: [first, second],
        supabase: false,
      });
      expect(await migrate(of)).toEqual({ kind: 'migrated', applied: [], supabase: false });
      expect(
        await asked(
          of.adminUrl,
          'select version, name, statements from supabase_migrations.schema_migrations order by 1',
        ),
      ).toEqual([
        ['20260101000000', 'first', ['create schema a', '-- a table\ncreate table a.t (n int)']],
        [
          '20260102000000',
          'second',
          ['insert into a.t values (1)', "do $$ begin perform ';'; end $$"],
        ],
      ]);
    });

    test('any number of replicas may start at once', async () => {
      const of = await given(two);
      const answers = await Promise.all(Array.from({ length: 8 }, () => migrate(of)));
      const applied = answers.flatMap((answer) =>
        answer.kind === 'migrated' ? answer.applied : ['refused'],
      );
      expect(applied.toSorted()).toEqual([first, second]);
      expect(await asked(of.adminUrl, 'select n from a.t')).toEqual([[1]]);
    });

    test('DB8: a file whose statement fails leaves nothing behind, and the line is told', async () => {
      const of = await given({
        ...two,
        [second]: 'create table a.u ();\n\nselect * from a.nothing;',
      });
      expect(await migrate(of)).toEqual({
        kind: 'refused',
        refusals: [
          {
            rule: 'DB8',
            at: [second],
            says: `${second} fails in the statement on line 3: relation "a.nothing" does not exist.`,
          },
        ],
      });
      expect(await asked(of.adminUrl, "select to_regclass('a.u')::text")).toEqual([[null]]);
      expect(await migrationStates(of)).toMatchObject({
        states: [{ state: 'applied' }, { state: 'pending' }],
      });
    });

    test.each<[string, Readonly<Record<string, string>>, string]>([
      ['DB1', { 'first.sql': '' }, 'is not named yyyymmddhhmmss_name.sql'],
      ['DB2', { [first]: '', '20260101000000_twin.sql': '' }, `has the same time as ${first}`],
      ['DB3', { [first]: "select 1;\nselect 'a" }, 'begins a string on line 2 and never closes it'],
      ['DB4', { [first]: 'select 1;\n/* so */ commit;' }, 'has «commit» on line 2'],
    ])(
      '%s: a folder that is no good is refused before anything is done',
      async (rule, files, says) => {
        const of = await given(files);
        const answer = await migrate(of);
        expect(answer).toMatchObject({ kind: 'refused', refusals: [{ rule }] });
        expect(answer.kind === 'refused' && answer.refusals[0]?.says).toContain(says);
        expect((await migrationStates(of)).kind).toBe('refused');
      },
    );

    test('DB5: what was applied stays as it is, but for comments and white space', async () => {
      const of = await given(two);
      await migrate(of);
      await put(of.folder, { [first]: 'create  schema a; create table a.t (n int) /* why */;' });
      expect(await migrate(of)).toEqual({ kind: 'migrated', applied: [], supabase: false });
      await put(of.folder, { [first]: 'create schema a; create table a.t (n bigint);' });
      expect(await migrate(of)).toMatchObject({
        kind: 'refused',
        refusals: [{ rule: 'DB5', at: [first] }],
      });
    });

    test('DB6: a court that is older than its database does not touch it', async () => {
      const of = await given(two);
      await migrate(of);
      await rm(join(of.folder, 'migrations', second));
      expect(await migrate(of)).toMatchObject({
        kind: 'refused',
        refusals: [{ rule: 'DB6', at: [second] }],
      });
    });

    test('DB7: what comes before an applied one is refused', async () => {
      const of = await given({ [second]: 'select 1' });
      await migrate(of);
      await put(of.folder, { [first]: 'select 1' });
      expect(await migrate(of)).toMatchObject({
        kind: 'refused',
        refusals: [{ rule: 'DB7', at: [first] }],
      });
    });

    test('statements that another runner did not write down count as the same', async () => {
      const of = await given(two);
      await migrate(of);
      await asked(
        of.adminUrl,
        'update supabase_migrations.schema_migrations set statements = null, name = null',
      );
      expect(await migrate(of)).toEqual({ kind: 'migrated', applied: [], supabase: false });
    });

    test('what was there is left alone, and what was not is made', async () => {
      const of = await given({});
      await asked(
        of.adminUrl,
        "create schema auth; create function auth.uid() returns uuid language sql as 'select null::uuid'",
      );
      await migrate(of);
      await migrate(of);
      expect(
        await asked(
          of.adminUrl,
          "select prosrc from pg_proc where oid = 'auth.uid()'::regprocedure",
        ),
      ).toEqual([['select null::uuid']]);
      expect(
        await asked(
          of.adminUrl,
          "select auth.role() is null, realtime.topic() is null, realtime.send('{}', 'e', 't') is null",
        ),
      ).toEqual([[true, true, true]]);
      expect(await asked(of.adminUrl, 'select pubname from pg_publication')).toEqual([
        ['supabase_realtime'],
      ]);
    });

    test('the migrations of the court go in, and go in once', async () => {
      const of = await given({});
      await cp(join(real, 'migrations'), join(of.folder, 'migrations'), { recursive: true });
      const files = (await readdir(join(real, 'migrations'))).filter((name) =>
        name.endsWith('.sql'),
      );
      expect(await migrate(of)).toEqual({
        kind: 'migrated',
        applied: files.toSorted(),
        supabase: false,
      });
      expect(await migrate(of)).toEqual({ kind: 'migrated', applied: [], supabase: false });
    });

    test('a database that cannot be reached is told in a sentence', async () => {
      const of = await given({});
      await expect(
        migrate({ ...of, adminUrl: 'postgresql://a:b@127.0.0.1:1/court' }),
      ).rejects.toThrow(
        /^The database court on 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED.*\.$/,
      );
    });

    test('a login without rights is told that it has none; a password is given as its verifier', async () => {
      const of = await given({});
      const mine = new URL(of.adminUrl);
      mine.username = `court_migrate_${randomBytes(6).toString('hex')}`;
      mine.password = 'a long one';
      const verifier = await scramVerifier('a long one');
      await asked(of.adminUrl, `create role ${mine.username} login password '${verifier}'`);
      cleanUps.push(() => asked(of.adminUrl, `drop role ${mine.username}`));
      expect(await asked(mine.href, 'select current_user::text')).toEqual([[mine.username]]);
      await expect(migrate({ ...of, adminUrl: mine.href })).rejects.toThrow(
        /^The database refused: permission denied .*\. Let DATABASE_ADMIN_URL name a login that may make roles and schemas\.$/,
      );
    });

    describe.runIf(cli !== '')('the supabase CLI', () => {
      async function supabase(
        of: { adminUrl: string; folder: string },
        ...words: string[]
      ): Promise<string> {
        const home = join(of.folder, '..', `${of.folder.split('/').at(-1)}-cli`);
        await mkdir(home, { recursive: true });
        cleanUps.push(() => rm(home, { recursive: true, force: true }));
        await cp(of.folder, join(home, 'supabase'), { recursive: true });
        const remote = `--remote=${of.adminUrl}?sslmode=disable`;
        const told = await promisify(execFile)(
          cli,
          [...words, remote, '--workdir', home, '--yes'],
          {
            env: { ...process.env, HOME: home, SUPABASE_TELEMETRY_DISABLED: '1' },
          },
        );
        return told.stdout + told.stderr;
      }

      test('pushes nothing after our runner, and our runner applies nothing after it', async () => {
        const ours = await given(two);
        await migrate(ours);
        expect(await supabase(ours, 'db', 'push')).toContain('up to date');
        const theirs = await given(two);
        await migrate({ ...theirs, folder: (await given({})).folder });
        await supabase(theirs, 'db', 'push');
        expect(await asked(theirs.adminUrl, 'select n from a.t')).toEqual([[1]]);
        expect(await migrate(theirs)).toEqual({ kind: 'migrated', applied: [], supabase: false });
      });

      test('pushes the migrations of the court, lists them, and finds no fault in their functions', async () => {
        const of = await given({});
        await migrate(of);
        await cp(join(real, 'migrations'), join(of.folder, 'migrations'), { recursive: true });
        await supabase(of, 'db', 'push');
        expect(await migrate(of)).toEqual({ kind: 'migrated', applied: [], supabase: false });
        expect(await supabase(of, 'migration', 'list')).toContain('20261122080000');
        const lint = await asked(
          of.adminUrl,
          "select from pg_available_extensions where name = 'plpgsql_check'",
        );
        if (lint.length > 0)
          await supabase(of, 'db', 'lint', '--fail-on', 'error', '--schema', 'court');
        else
          process.stderr.write(
            'skipped: supabase db lint, since this server lacks plpgsql_check\n',
          );
      });
    });
  });
});
