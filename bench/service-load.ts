/**
 * Run by service.ts as a process of its own: asks a started court at constant arrival, whatever it answers, and
 * measures each answer from the moment when its request was due (so that a stall delays no question and hides in
 * no percentile). Argument: a file with what is asked. Tells on standard output what it measured.
 */
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { percentile } from './figure.ts';
import { type Client, operations, type Operation, type Place } from './service-operations.ts';

export type LoadAsked = Place & {
  readonly address: string;
  readonly clients: readonly Client[];
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: { readonly warm: number; readonly measured: number };
};

export type LoadTold = {
  /** Milliseconds from when a request was due to the end of its answer. */
  readonly operations: readonly { readonly name: string; readonly latencies: readonly number[] }[];
  readonly errors: Readonly<Record<string, number>>;
  /** Seconds from when the first measured request was due to the last answer. */
  readonly took: number;
  /** p99 of the milliseconds by which the generator sent later than it should. */
  readonly late: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: 'fifo' });

/** Operations by their weight, in an order that is the same in each run. */
function deck(): readonly Operation[] {
  const cards = operations.flatMap((one) => Array.from({ length: one.weight }, () => one));
  let seed = 7;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  return cards
    .map((card) => ({ card, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ card }) => card);
}

async function run(asked: LoadAsked): Promise<LoadTold> {
  const { address, clients, rate, seconds } = asked;
  const { hostname, port } = new URL(address);
  const cards = deck();
  const latencies = new Map(operations.map(({ name }) => [name, [] as number[]]));
  const errors: Record<string, number> = {};
  const lateness: number[] = [];
  const total = (seconds.warm + seconds.measured) * rate;
  const begun = performance.now();
  const measuredFrom = begun + seconds.warm * 1_000;
  const done: Promise<void>[] = [];

  const send = (n: number): Promise<void> => {
    const due = begun + (n * 1_000) / rate;
    const card = cards[n % cards.length];
    if (card === undefined) throw new Error('there is nothing to ask');
    const fit = clients.filter(({ role }) => card.roles.includes(role));
    const client = fit[n % fit.length];
    if (client === undefined) throw new Error(`nobody may ${card.name}`);
    const { method = 'GET', path, body, headers = {} } = card.ask(client, asked, n);
    const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body));
    const measured = due >= measuredFrom;
    if (measured) lateness.push(performance.now() - due);
    return new Promise((resolve) => {
      const end = (status: string) => {
        if (measured) latencies.get(card.name)?.push(performance.now() - due);
        if (status !== '') {
          const what = `${card.name} ${status}`;
          errors[what] = (errors[what] ?? 0) + 1;
        }
        resolve();
      };
      const sent = request({
        hostname,
        port,
        method,
        path,
        agent,
        headers: {
          authorization: `Bearer ${client.token}`,
          ...(bytes === null
            ? {}
            : { 'content-type': 'application/json', 'content-length': bytes.length }),
          ...headers,
        },
      });
      sent.on('response', (response) => {
        response.resume();
        const { statusCode = 0 } = response;
        response.on('end', () => end(statusCode === card.awaited ? '' : String(statusCode)));
      });
      sent.on('error', (error) => end(error.message));
      sent.end(bytes ?? undefined);
    });
  };

  for (let n = 0; n < total;) {
    const now = performance.now();
    while (n < total && begun + (n * 1_000) / rate <= now) {
      done.push(send(n));
      n += 1;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
  }
  await Promise.all(done);
  const took = (performance.now() - measuredFrom) / 1_000;
  agent.destroy();
  return {
    operations: [...latencies].map(([name, own]) => ({ name, latencies: own })),
    errors,
    took,
    late: percentile(lateness, 0.99),
  };
}

const [, , file = ''] = process.argv;
const told = await run(JSON.parse(await readFile(file, 'utf8')) as LoadAsked);
process.stdout.write(JSON.stringify(told));
