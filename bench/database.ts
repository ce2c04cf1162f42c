import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { z } from 'zod';
import { startEmbedded } from '../src/adapters/embedded-postgres/start-embedded.ts';
import { identityQuery } from '../src/adapters/postgres/identity-query.ts';
import { migrate } from '../src/adapters/postgres/migrate.ts';
import { preparedStatements } from '../src/adapters/postgres/prepared.ts';
import type { Identity } from '../src/core/person/claims.ts';
import { type Figure, percentile } from './figure.ts';

/** Connections of each door to the database. */
export const connections = 8;

const cases = 2_000;
const callers = 64;
const rounds = 7;
const secondsEach = 1.5;

const doors = ['bare', 'bare-prepared', 'ours', 'ours-own-rows'] as const;

const courtId = '00000000-0000-4000-8000-0000000000c0';

/** A clerk of the court, whom the policies let see all cases. */
export const benchClerk: Identity = {
  kind: 'person',
  claims: {
    sub: '00000000-0000-4000-8000-0000000000c1',
    role: 'authenticated',
    aud: 'authenticated',
    iss: 'https://court.example/auth/v1',
    exp: 2_000_000_000,
    iat: 1_900_000_000,
    session_id: '00000000-0000-4000-8000-0000000000c2',
    aal: 'aal2',
    email: 'clerk@court.example',
    app_metadata: { courts: { [courtId]: ['clerk'] } },
  },
};

export const benchRow = z.object({
  id: z.string(),
  caption: z.string(),
  stage: z.string(),
  version: z.number(),
});

export function benchText(table: string): string {
  return `select id, caption, stage, version from ${table} where id = $1`;
}

/** An authorised read beside a bare one, both behind bare node:http, and where its time goes. */
export async function benchDatabase(): Promise<readonly Figure[]> {
  const server = await openServer();
  const { adminUrl, serverUrl } = server;
  try {
    const ids = await fill(adminUrl);
    return [...(await throughput(serverUrl, ids)), ...(await whereTimeGoes(serverUrl, ids))];
  } finally {
    await server.stop();
  }
}

async function openServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'court-bench-'));
  await chmod(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, port: 0 });
  const folder = fileURLToPath(new URL('../supabase/', import.meta.url));
  const migrated = await migrate({
    adminUrl: server.adminUrl,
    folder,
    serverPassword: new URL(server.serverUrl).password,
  });
  if (migrated.kind === 'refused') throw new Error(migrated.refusals[0]?.says);
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same cases three times: with the court's policies, with one plain policy, and without any. */
async function fill(adminUrl: string): Promise<readonly string[]> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await fillAs(admin);
  } finally {
    await admin.end();
  }
}

async function fillAs(admin: Client): Promise<readonly string[]> {
  await admin.query(`insert into court.courts (id, slug, name, jurisdiction, language)
    values ('${courtId}', 'bench', 'Bench', 'model', 'en')`);
  await admin.query(`insert into court.cases (court_id, record, caption, jurisdiction)
    select '${courtId}', 'bench-' || n, 'Case ' || n, 'model' from generate_series(1, ${cases}) as n`);
  for (const table of ['bench_cases', 'bench_ruled']) {
    await admin.query(`create table public.${table} as
      select *, '${benchClerk.kind === 'person' ? benchClerk.claims.sub : ''}'::uuid as owner
      from court.cases`);
    await admin.query(`alter table public.${table} add primary key (id)`);
  }
  await admin.query(`alter table public.bench_ruled enable row level security;
    alter table public.bench_ruled force row level security;
    create policy own on public.bench_ruled to authenticated using (owner = (select auth.uid()));
    grant usage on schema public to court_server, authenticated;
    grant select on public.bench_cases to court_server, authenticated;
    grant select on public.bench_ruled to authenticated;
    analyze`);
  const { rows } = await admin.query<{ id: string }>('select id from public.bench_cases');
  return rows.map(({ id }) => id);
}

async function throughput(serverUrl: string, ids: readonly string[]): Promise<readonly Figure[]> {
  const program = fileURLToPath(new URL('database-process.ts', import.meta.url));
  const server = spawn(process.execPath, [program, serverUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await portOf(server);
    const rates = doors.map((): number[] => []);
    const costs = doors.map((): number[] => []);
    // Door after door in each round: what else the machine does falls on all alike.
    for (let round = -1; round < rounds; round += 1) {
      for (const [at, door] of doors.entries()) {
        const before = await cpuOf(port);
        const rate = await load(port, door, ids);
        const cost = ((await cpuOf(port)) - before) / (rate * secondsEach);
        if (round < 0) continue;
        rates[at]?.push(rate);
        costs[at]?.push(cost);
      }
    }
    return [...ratios(rates), ...pictures(rates, costs)];
  } finally {
    server.kill();
  }
}

/** Each door's rate over that of the bare one in the same round; the median of the rounds. */
function ratios([bare = [], prepared = [], court = [], plain = []]: readonly number[][]): Figure[] {
  const over = (own: readonly number[], peer: readonly number[]): number =>
    percentile(
      own.map((rate, n) => rate / (peer[n] ?? Number.NaN)),
      0.5,
    );
  const read = 'authorised read through the court’s policies: its rate over the bare one';
  const own = 'authorised read through one plain policy: its rate over the bare one';
  const peer = 'bare node:http with one pg query without row security, at least';
  const strict = 'the same peer, its query prepared too, at least';
  const shape = { unit: 'ratio', better: 'higher' } as const;
  return [
    { ...shape, name: read, value: over(court, bare), limit: 0.35, against: peer },
    {
      ...shape,
      name: `${read}, prepared`,
      value: over(court, prepared),
      limit: 0.35,
      against: strict,
    },
    { ...shape, name: own, value: over(plain, bare), limit: 0.5, against: peer },
    {
      ...shape,
      name: `${own}, prepared`,
      value: over(plain, prepared),
      limit: 0.5,
      against: strict,
    },
  ];
}

function pictures(rates: readonly number[][], costs: readonly number[][]): Figure[] {
  return doors.flatMap((door, at) => [
    picture(`read, ${door}: rate`, percentile(rates[at] ?? [], 0.5), 'requests/s'),
    picture(`read, ${door}: time of the server process`, percentile(costs[at] ?? [], 0.5), 'µs'),
  ]);
}

async function portOf(server: ChildProcess): Promise<number> {
  if (server.stdout === null) throw new Error('the server has no output');
  const [line]: unknown[] = await once(server.stdout, 'data');
  return Number(String(line));
}

/** Microseconds of processor time that the server process has used. */
async function cpuOf(port: number): Promise<number> {
  const told = await (await fetch(`http://127.0.0.1:${port}/cpu`)).json();
  const { user, system } = z.object({ user: z.number(), system: z.number() }).parse(told);
  return user + system;
}

/** Requests per second of callers who ask again as soon as they are answered, over plain sockets. */
async function load(port: number, door: string, ids: readonly string[]): Promise<number> {
  let [done, next] = [0, 0];
  const end = performance.now() + secondsEach * 1_000;
  const call = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const ask = (): void => {
        next = (next + 1) % ids.length;
        socket.write(`GET /${door}/${ids[next] ?? ''} HTTP/1.1\r\nhost: bench\r\n\r\n`);
      };
      socket
        .on('connect', ask)
        .on('error', reject)
        .on('close', () => resolve());
      socket.on('data', (bytes) => {
        // An answer is small enough to come in one piece.
        if (!bytes.includes('200 OK')) reject(new Error(bytes.toString()));
        done += 1;
        if (performance.now() < end) ask();
        else socket.destroy();
      });
    });
  await Promise.all(Array.from({ length: callers }, call));
  return done / secondsEach;
}

/** One question after the other on one connection: each step adds one thing to the one before. */
async function whereTimeGoes(url: string, ids: readonly string[]): Promise<readonly Figure[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await oneAtATime(client, ids);
  } finally {
    await client.end();
  }
}

async function oneAtATime(client: Client, ids: readonly string[]): Promise<readonly Figure[]> {
  const prepared = preparedStatements(true);
  const unprepared = preparedStatements(false);
  const as = (table: string, statements = prepared) => {
    return (id: string) =>
      client.query(identityQuery(benchClerk, { text: benchText(table), values: [id] }, statements))
        .answer;
  };
  const bare = benchText('public.bench_cases');
  const steps: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
    ['bare query of pg', (id) => client.query(bare, [id])],
    [
      'bare query of pg, prepared',
      (id) => client.query({ name: 'bare', text: bare, values: [id] }),
    ],
    ['with the identity, no row security', as('public.bench_cases')],
    ['with the identity, one plain policy', as('public.bench_ruled')],
    ['with the identity, the court’s policies', as('court.cases')],
    ['the same, not prepared', as('court.cases', unprepared)],
    [
      'the same in four round trips (begin, claims, query, commit)',
      async (id) => {
        await client.query('begin');
        await client.query(
          "select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)",
          [JSON.stringify(benchClerk.kind === 'person' && benchClerk.claims)],
        );
        await client.query(benchText('court.cases'), [id]);
        await client.query('commit');
      },
    ],
  ];
  const times = steps.map((): number[] => []);
  for (let n = 0; n < 1_500; n += 1) {
    for (const [at, [, step]] of steps.entries()) {
      const start = performance.now();
      await step(ids[n % ids.length] ?? '');
      if (n >= 200) times[at]?.push((performance.now() - start) * 1_000);
    }
  }
  return steps.map(([name], at) =>
    picture(`one read at a time, ${name}, p50`, percentile(times[at] ?? [], 0.5), 'µs'),
  );
}

function picture(name: string, value: number, unit: string): Figure {
  return { name, value, unit, limit: Number.NaN, against: 'for the picture' };
}
