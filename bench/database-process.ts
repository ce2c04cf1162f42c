/**
 * Run by database.ts as a process of its own: two doors of bare node:http on one database. `bare` asks with pg,
 * without row security; `ours` asks as a person, through row security. `/cpu` tells the time that both took.
 * Arguments: address of the database.
 */
import { createServer, type RequestListener } from 'node:http';
import { Pool } from 'pg';
import { openDatabase } from '../src/adapters/postgres/database.ts';
import { sql } from '../src/adapters/postgres/sql.ts';
import { benchClerk, benchRow, benchText, connections } from './database.ts';

const [, , url = ''] = process.argv;

const pool = new Pool({ connectionString: url, max: connections });
const database = openDatabase({
  url,
  size: connections,
  waitMs: 5_000,
  queue: 1_000,
  idleMs: 60_000,
  statementMs: 5_000,
  connectMs: 5_000,
  pooler: 'none',
});

const doors: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  bare: async (id) => (await pool.query(benchText('public.bench_cases'), [id])).rows[0],
  'bare-prepared': async (id) => {
    const text = benchText('public.bench_cases');
    return (await pool.query({ name: 'bare', text, values: [id] })).rows[0];
  },
  ours: (id) =>
    database.one(benchClerk, { text: benchText('court.cases'), values: [id] }, benchRow),
  'ours-own-rows': (id) =>
    database.one(benchClerk, { text: benchText('public.bench_ruled'), values: [id] }, benchRow),
  ready: async () => (await database.run(benchClerk, sql`select 1`)).rows,
  cpu: async () => process.cpuUsage(),
};

const answer: RequestListener = (request, response) => {
  const [, door = '', id = ''] = (request.url ?? '').split('/');
  const asked = doors[door]?.(id) ?? Promise.resolve(null);
  asked.then(
    (value) => response.end(JSON.stringify(value)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
};

const server = createServer(answer).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
