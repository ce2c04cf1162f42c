import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { z } from 'zod';
import { startEmbedded } from '../src/adapters/embedded-postgres/start-embedded.ts';
import { type Database, openDatabase } from '../src/adapters/postgres/database.ts';
import { migrate } from '../src/adapters/postgres/migrate.ts';
import { indexLaw } from '../src/adapters/postgres/search-law.ts';
import { postgresSearch } from '../src/adapters/postgres/search.ts';
import { sql } from '../src/adapters/postgres/sql.ts';
import type { Identity } from '../src/core/person/claims.ts';
import { readQuery } from '../src/core/search/read-query.ts';
import { tokens } from '../src/core/search/tokens.ts';
import { type Found, noFilters } from '../src/ports/search.ts';
import { type Figure, percentile } from './figure.ts';

const courtId = '00000000-0000-4000-8000-0000000000c0';
/** 10,000 passages, or 100,000 with LONG=1: to index them takes minutes. */
const cases = process.env['LONG'] === '1' ? 500 : 50;
const documentsOfCase = 8;
const passagesOfDocument = 25;
const questions = 60;

const clerk: Identity = {
  kind: 'person',
  claims: {
    sub: '00000000-0000-4000-8000-0000000000c1',
    role: 'authenticated',
    aud: 'authenticated',
    iss: 'https://court.example/auth/v1',
    exp: 2_000_000_000,
    iat: 1_900_000_000,
    aal: 'aal1',
    app_metadata: { courts: { [courtId]: ['clerk'] } },
  },
};

/** Search beside PostgreSQL's own ts_rank, both under row security: how well it ranks, and how fast it is. */
export async function benchSearch(): Promise<readonly Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'court-bench-search-'));
  await chmod(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, port: 0 });
  try {
    const folder = fileURLToPath(new URL('../supabase/', import.meta.url));
    const serverPassword = new URL(server.serverUrl).password;
    const migrated = await migrate({ adminUrl: server.adminUrl, folder, serverPassword });
    if (migrated.kind === 'refused') throw new Error(migrated.refusals[0]?.says);
    const settings = { size: 2, waitMs: 60_000, queue: 100, idleMs: 60_000, connectMs: 10_000 };
    const database = openDatabase({
      ...settings,
      url: server.serverUrl,
      statementMs: 60_000,
      pooler: 'none',
    });
    const admin = new Client({ connectionString: server.adminUrl });
    await admin.connect();
    try {
      const quality = await ranking(admin, database);
      return [...quality, ...(await speed(admin, database))];
    } finally {
      await admin.end();
      await database.close();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const lawFolder = new URL('../../shared/data/law-cl/', import.meta.url);

/** Four words out of an article, any order: where does the article stand among those of four codes? */
async function ranking(admin: Client, database: Database): Promise<readonly Figure[]> {
  await admin.query(
    `insert into court.courts (id, slug, name, jurisdiction, language)
     values ($1, 'bench', 'Bench', 'model', 'es')`,
    [courtId],
  );
  if (!existsSync(lawFolder)) {
    process.stderr.write(
      'bench/search: no codes of law beside the repository; ranking is not measured.\n',
    );
    return [];
  }
  const newest = new Map(
    readdirSync(lawFolder)
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map((name) => [name.split('@')[0] ?? name, name]),
  );
  for (const [work, name] of newest) {
    await admin.query(
      `insert into court.law_works (court_id, work, version_date, source, text)
       values ($1, $2, '2026-01-01', $3, $4)`,
      [courtId, work, name, readFileSync(new URL(name, lawFolder), 'utf8')],
    );
  }
  await indexLaw(database);
  await peerTable(admin, 'law', 'spanish', 'court.law_articles', 'law_id');
  const { rows } = await admin.query<{ id: string; work: string; article: string; text: string }>(
    `select a.law_id || ' ' || a.n as id, l.work, a.article, a.text from court.law_articles as a
       join court.law_works as l on l.id = a.law_id
      where length(a.text) > 80 order by md5(a.law_id::text || a.n) limit 300`,
  );
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (const [at, { id, work, article, text }] of rows.entries()) {
    const question = someWords(text, 4, at);
    const found = await ask(database, question);
    ours.push(
      reciprocal(
        found.hits.map((hit) => (hit.type === 'law' ? `${hit.work} ${hit.article}` : '')),
        `${work} ${article}`,
      ),
    );
    theirs.push(reciprocal(await askPeer(database, 'law', 'spanish', question), id));
  }
  const shape = { unit: 'MAP', better: 'higher' } as const;
  const against = 'ts_rank on the same articles and questions';
  return [
    {
      ...shape,
      name: 'search: mean average precision',
      value: mean(ours),
      limit: mean(theirs),
      against,
    },
  ];
}

async function speed(admin: Client, database: Database): Promise<readonly Figure[]> {
  const began = performance.now();
  await fill(admin);
  const indexing =
    (cases * documentsOfCase * passagesOfDocument) / ((performance.now() - began) / 1_000);
  await peerTable(admin, 'papers', 'english', 'court.passages', 'document_id');
  await admin.query('vacuum analyze');
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let n = -10; n < questions; n += 1) {
    const question = [0, 1, 2].map((at) => wordAt(((n + 11) * 31 + at * 57) % 4_000)).join(' ');
    const first = performance.now();
    await ask(database, question);
    const second = performance.now();
    await askPeer(database, 'papers', 'english', question);
    if (n < 0) continue;
    ours.push(second - first);
    theirs.push(performance.now() - second);
  }
  const of = `${cases * documentsOfCase * passagesOfDocument} passages`;
  const against = 'ts_rank with its count, under the same row security';
  const rate = (times: readonly number[]) => 1_000 / mean(times);
  return [
    {
      name: `search: ${of}, p95`,
      value: percentile(ours, 0.95),
      unit: 'ms',
      limit: percentile(theirs, 0.95),
      against,
    },
    {
      name: `search: ${of}, rate`,
      value: rate(ours),
      unit: 'questions/s',
      limit: rate(theirs),
      against,
    },
    {
      name: 'search: passages indexed',
      value: indexing,
      unit: 'passages/s',
      limit: Number.NaN,
      against: 'for the picture',
    },
  ];
}

async function fill(admin: Client): Promise<void> {
  await admin.query(
    `insert into court.cases (court_id, record, caption, jurisdiction)
     select $1, 'bench-' || n, 'Larch v. Rowan', 'model' from generate_series(1, $2::integer) as n`,
    [courtId, cases],
  );
  await admin.query(
    `insert into court.documents (case_id, court_id, name, media_type, size, sha256, storage_key,
       wrapped_key, key_version, chunk_size, language)
     select c.id, c.court_id, n || '.txt', 'text/plain', 1, repeat('0', 64), 'a', '\\x00', 1, 1024, 'en'
       from court.cases as c, generate_series(1, $1::integer) as n`,
    [documentsOfCase],
  );
  const { rows } = await admin.query<{ id: string }>('select id from court.documents order by id');
  for (const [at, { id }] of rows.entries()) {
    const texts = Array.from({ length: passagesOfDocument }, (_, n) =>
      madeUp(at * passagesOfDocument + n),
    );
    await admin.query(
      `insert into court.passages (document_id, n, case_id, court_id, starts, ends, text, evidential)
       select d.id, t.n, d.case_id, d.court_id, 0, 1, t.text, true
         from court.documents as d, unnest($2::text[]) with ordinality as t (text, n) where d.id = $1`,
      [id, texts],
    );
  }
}

/** Sixty words, the common ones much more often than the rare ones. */
function madeUp(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 60 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return wordAt(Math.floor(20_000 ** (state / 2_147_483_647)) - 1);
  }).join(' ');
}

const syllables = [
  'ba',
  'co',
  'du',
  'fe',
  'gi',
  'ka',
  'lo',
  'mu',
  'ne',
  'pi',
  'ra',
  'so',
  'tu',
  've',
  'zi',
];

function wordAt(rank: number): string {
  const digits = [
    rank % 15,
    Math.floor(rank / 15) % 15,
    Math.floor(rank / 225) % 15,
    Math.floor(rank / 3_375),
  ];
  return digits.map((digit) => syllables[digit % 15] ?? '').join('');
}

/** The same texts with a tsvector, its GIN index, and the same right to read. */
async function peerTable(
  admin: Client,
  name: string,
  language: string,
  from: string,
  id: string,
): Promise<void> {
  await admin.query(`create table public.peer_${name} as
    select ${id} || ' ' || n as id, court_id, to_tsvector('${language}', text) as words from ${from}`);
  await admin.query(`create index on public.peer_${name} using gin (words);
    alter table public.peer_${name} enable row level security;
    create policy own on public.peer_${name} to authenticated
      using (court_id = any ((select court.own_courts())::uuid[]));
    grant usage on schema public to authenticated;
    grant select on public.peer_${name} to authenticated;
    analyze public.peer_${name}`);
}

const peerRow = z.object({ id: z.string() });

async function askPeer(
  database: Database,
  name: 'law' | 'papers',
  language: string,
  question: string,
): Promise<readonly string[]> {
  const any = tokens(question)
    .map(({ word }) => word)
    .join(' | ');
  const statement =
    name === 'law'
      ? sql`select id, count(*) over () from public.peer_law, to_tsquery(${language}::regconfig, ${any}) as q
             where words @@ q order by ts_rank(words, q) desc, id limit 50`
      : sql`select id, count(*) over () from public.peer_papers, to_tsquery(${language}::regconfig, ${any}) as q
             where words @@ q order by ts_rank(words, q) desc, id limit 50`;
  return (await database.all(clerk, statement, peerRow)).map(({ id }) => id);
}

async function ask(database: Database, text: string): Promise<Found> {
  const query = readQuery(text);
  if ('rule' in query) throw new Error(query.says);
  return await postgresSearch(database, clerk).find({
    query,
    filters: noFilters,
    limit: 50,
    cursor: null,
  });
}

function someWords(text: string, count: number, seed: number): string {
  const words = [...new Set(tokens(text).map(({ word }) => word))].filter(
    (word) => word.length > 4,
  );
  return Array.from(
    { length: count },
    (_, n) => words[(seed * 13 + n * 7_919) % words.length] ?? '',
  ).join(' ');
}

function reciprocal(ids: readonly string[], wanted: string): number {
  const at = ids.indexOf(wanted);
  return at < 0 ? 0 : 1 / (at + 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
