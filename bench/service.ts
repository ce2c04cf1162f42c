import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, percentile } from './figure.ts';
import { memoryOf, type Memory, processorOf } from './memory-of.ts';
import { startBenchCourt, type BenchCourt } from './service-court.ts';
import { type Client, type Operation, operations } from './service-operations.ts';
import type { LoadAsked, LoadTold } from './service-load.ts';

/** Requests a second at constant arrival, and for how long they are asked before and while they are measured. */
const rate = 1_000;
const seconds = { warm: 5, measured: 20 };
const people = 1_000;

/** A thousand people at once: mixed reads and writes against a started court, signed in, with row security. */
export async function benchService(): Promise<readonly Figure[]> {
  const court = await startBenchCourt(people);
  try {
    const watched = watchMemory(court);
    const before = await processors(court);
    const told = await load(court);
    const used = (await processors(court)).map((after, n) => after - (before[n] ?? 0));
    const most = await watched.end();
    return [...latencies(told), ...costs(used), ...memory(most), ...(await prices(court))];
  } finally {
    await court.end();
  }
}

/** The generator is a process of its own, so that the court's work never delays the asking. */
async function load(court: BenchCourt): Promise<LoadTold> {
  const file = join(court.dataDir, 'bench-load.json');
  const { address, courtId, heardCase, clients } = court;
  const toAsk: LoadAsked = { address, courtId, heardCase, clients, rate, seconds };
  await writeFile(file, JSON.stringify(toAsk));
  const program = fileURLToPath(new URL('service-load.ts', import.meta.url));
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  await once(child, 'close');
  await rm(file, { force: true });
  return JSON.parse(out) as LoadTold;
}

function latencies({ operations: told, errors, took, late }: LoadTold): readonly Figure[] {
  const all = told.flatMap((one) => one.latencies);
  const against = `${rate} requests/s at constant arrival by ${people} people, from when each was due, at most`;
  const p99s = told
    .map(({ name, latencies: own }) => ({ name, p99: percentile(own, 0.99), count: own.length }))
    .toSorted((one, other) => other.p99 - one.p99);
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  const [worst] = p99s;
  const shown = Object.entries(errors).map(([what, count]) => `${what} ×${count}`);
  return [
    ...[0.5, 0.95].map((share) =>
      picture(`service, p${share * 100}`, percentile(all, share), 'ms'),
    ),
    { name: 'service, p99', value: percentile(all, 0.99), unit: 'ms', limit: 250, against },
    {
      name: `service, p99 of the slowest endpoint (${worst?.name ?? ''})`,
      value: worst?.p99 ?? Number.NaN,
      unit: 'ms',
      limit: 500,
      against,
    },
    ...p99s.map(({ name, p99, count }) =>
      picture(`service, p99 of ${name} (${count} requests)`, p99, 'ms'),
    ),
    {
      name: `service, answers other than awaited${shown.length === 0 ? '' : `: ${shown.join(', ')}`}`,
      value: failed,
      unit: 'of all',
      limit: 0.5,
      against: 'none',
    },
    picture('service, requests answered', all.length / took, 'requests/s'),
    picture('service, the generator itself was late by, p99', late, 'ms'),
  ];
}

const processors = ({ pid, postmaster }: BenchCourt): Promise<readonly number[]> =>
  Promise.all([processorOf(pid, false), processorOf(postmaster, true)]);

/** What a request costs, whatever else the machine does. */
function costs(used: readonly number[]): readonly Figure[] {
  const requests = rate * (seconds.warm + seconds.measured);
  return ['server', 'database'].map((name, n) =>
    picture(
      `service, processor time of the ${name} per request`,
      ((used[n] ?? Number.NaN) / requests) * 1_000,
      'ms',
    ),
  );
}

/** What each operation alone costs: where the time of the mixture goes. */
async function prices(court: BenchCourt): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const operation of operations) {
    const fit = court.clients.filter(({ role }) => operation.roles.includes(role));
    const before = await processors(court);
    for (let n = 0; n < asked.each; n += asked.atOnce) {
      const together = Array.from({ length: asked.atOnce }, (_, at) =>
        askOnce(court, operation, fit[(n + at) % fit.length], n + at),
      );
      await Promise.all(together);
    }
    const after = await processors(court);
    for (const [at, name] of ['server', 'database'].entries()) {
      const used = ((after[at] ?? Number.NaN) - (before[at] ?? 0)) / asked.each;
      figures.push(
        picture(`service, processor time of the ${name} to ${operation.name}`, used * 1_000, 'ms'),
      );
    }
  }
  return figures;
}

const asked = { each: 400, atOnce: 16 } as const;

async function askOnce(
  court: BenchCourt,
  { ask }: Operation,
  client: Client | undefined,
  n: number,
): Promise<void> {
  if (client === undefined) return;
  const { method = 'GET', path, body, headers = {} } = ask(client, court, n);
  const response = await fetch(`${court.address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${client.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
}

function watchMemory({ pid, postmaster }: BenchCourt) {
  const most: Record<'server' | 'database', Memory> = {
    server: { rss: 0, pss: 0 },
    database: { rss: 0, pss: 0 },
  };
  const look = async () => {
    for (const [name, of] of [
      ['server', pid],
      ['database', postmaster],
    ] as const) {
      const { rss, pss } = await memoryOf(of, name === 'database');
      most[name] = { rss: Math.max(most[name].rss, rss), pss: Math.max(most[name].pss, pss) };
    }
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, 500);
  return {
    async end() {
      clearInterval(timer);
      await looking;
      return most;
    },
  };
}

function memory(most: Readonly<Record<'server' | 'database', Memory>>): readonly Figure[] {
  return (['server', 'database'] as const).flatMap((name) => {
    const { rss, pss } = most[name];
    const against = 'at that load; shared pages counted once, at most';
    const sum = name === 'database' ? 'RSS of its processes summed' : 'RSS';
    return [
      { name: `service, memory of the ${name}`, value: pss, unit: 'MB', limit: 300, against },
      picture(`service, memory of the ${name}, ${sum}`, rss, 'MB'),
    ];
  });
}

function picture(name: string, value: number, unit: string): Figure {
  return { name, value, unit, limit: Number.NaN, against: 'for the picture' };
}
