import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callTo, type PeopledCourt, startPeopledCourt } from './cast.ts';
import { startClients } from './kill-clients.ts';
import { forget, startCourt, type StartedCourt } from './started-court.ts';

vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 120_000 });

const isLong = process.env['LONG'] !== undefined;
const kills = { server: isLong ? 200 : 6, database: isLong ? 50 : 2 };

let first: PeopledCourt;
let running: StartedCourt;

beforeAll(async () => {
  first = await startPeopledCourt();
  running = first;
});
afterAll(async () => {
  await running.end();
  await forget(first.dataDir);
});

describe('killed under load', () => {
  test(`${kills.server} kills of the server and ${kills.database} of the database lose and double nothing`, async () => {
    const { cast, address } = first;
    const path = `/v1/courts/${cast.courtId}/cases`;
    const tokens = (['clerk', 'judge', 'prosecutor', 'defender'] as const).map(
      (role) => cast.as(role).token,
    );
    const clients = startClients(address, path, tokens);
    const restarts = { server: [0], database: [0] };
    for (const target of order()) {
      await pause(200 + Math.random() * 500);
      restarts[target].push(target === 'server' ? await killServer() : await killDatabase());
    }
    await pause(300);
    await clients.stop();

    const { acknowledged, inDoubt, strange } = clients.ledger;
    const there = await dockets(address, path, cast.as('clerk').token);
    const slowest = [Math.max(...restarts.server), Math.max(...restarts.database)].map(Math.round);
    process.stderr.write(
      `kills: ${acknowledged.size} acknowledged, ${inDoubt.size} in doubt; ready again after at most ${slowest[0]} ms (server), ${slowest[1]} ms (database)\n`,
    );
    expect(strange).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(kills.server);
    for (const [caption, id] of acknowledged) expect(there.get(caption)).toEqual([id]);
    for (const caption of inDoubt) expect(there.get(caption)?.length ?? 0).toBeLessThan(2);
    for (const caption of there.keys()) {
      if (!caption.startsWith('Write ')) continue;
      expect(acknowledged.has(caption) || inDoubt.has(caption)).toBe(true);
    }
  });
});

/** Kills of the database lie evenly among those of the server. */
function order(): readonly ('server' | 'database')[] {
  const all = kills.server + kills.database;
  const every = Math.floor(all / kills.database);
  return Array.from({ length: all }, (_, n) =>
    n % every === every - 1 && n < every * kills.database ? 'database' : 'server',
  );
}

/** @returns milliseconds from the start of the next process until it is ready */
async function killServer(): Promise<number> {
  const gone = new Promise((resolve) => running.process.once('exit', resolve));
  running.process.kill('SIGKILL');
  await gone;
  const begun = performance.now();
  running = await startCourt({
    ...first.settings,
    DATA_DIR: first.dataDir,
    PORT: new URL(first.address).port,
  });
  await ready();
  return performance.now() - begun;
}

/** @returns milliseconds from the kill until the service is ready */
async function killDatabase(): Promise<number> {
  const pid = await postmaster();
  const begun = performance.now();
  process.kill(pid, 'SIGKILL');
  // What asks in the same breath may still find a connection that does not know.
  while ((await status()) === 200 && performance.now() - begun < 500) await pause(5);
  await ready();
  return performance.now() - begun;
}

async function postmaster(): Promise<number> {
  const names = await readdir(first.dataDir, { recursive: true });
  const name = names.find((one) => one.endsWith('postmaster.pid'));
  if (name === undefined) throw new Error('there is no embedded database to kill');
  const [line = ''] = (await readFile(join(first.dataDir, name), 'utf8')).split('\n');
  return Number(line);
}

async function ready(): Promise<void> {
  const end = performance.now() + 30_000;
  while ((await status()) !== 200) {
    if (performance.now() > end) throw new Error(`not ready after 30 s: ${running.log()}`);
    await pause(10);
  }
}

const status = async (): Promise<number> =>
  (await fetch(`${first.address}/health/ready`).catch(() => null))?.status ?? 0;

/** Captions of the whole docket, each with the ids that bear it. */
async function dockets(
  address: string,
  path: string,
  token: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const call = callTo(address);
  const found = new Map<string, readonly string[]>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await call({ path: `${path}?limit=200${query}`, token });
    for (const { caption, id } of body.items) {
      found.set(caption, [...(found.get(caption) ?? []), id]);
    }
    cursor = body.next;
  }
  return found;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
