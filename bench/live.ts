import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type WebSocket, WebSocketServer } from 'ws';
import { memoryRecordStore } from '../src/adapters/memory/record-store.ts';
import { memoryRoomBus } from '../src/adapters/memory/room-bus.ts';
import { memoryRoomRecord } from '../src/adapters/memory/room-record.ts';
import { batchOf } from '../src/core/record/batch.ts';
import { tipOf } from '../src/core/record/chain.ts';
import { makeApp } from '../src/http/app.ts';
import { attachLive } from '../src/live/attach.ts';
import { usualLimits } from '../src/live/limits.ts';
import { recordAnnouncements } from '../src/ports/record-announcements.ts';
import type { Figure } from './figure.ts';

const caseId = '0000000a-0000-4000-8000-000000000000';
const rounds = 3;
const warmMs = 1_500;

/** A server of rooms, or a bare one, and a way to tell all its viewers one message. */
type Told = {
  readonly port: number;
  tell(sent: number): Promise<void>;
  close(): Promise<void>;
};

type Measured = {
  readonly p95: number;
  /** Microseconds of CPU of the server for each message that a viewer got. */
  readonly cpu: number;
  readonly memory: number;
};

/** Viewers of one hearing, beside a bare `ws` that sends one ready buffer to as many. */
export async function benchLive(): Promise<Figure[]> {
  // First, while the process is as small as a server is.
  const before = process.memoryUsage().rss / 1e6;
  const many = await measure(await roomServer(), caseId, 5_000, 2, 8);
  const [own, bare]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await measure(await bareServer(), '', 1_000, 20, 5));
    own.push(await measure(await roomServer(), caseId, 1_000, 20, 5));
  }
  const median = (values: readonly number[]): number =>
    values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
  const cost = (measured: readonly Measured[]): number => median(measured.map(({ cpu }) => cpu));
  return [
    {
      name: '1,000 viewers of one hearing at 20 messages/s, p95',
      value: median(own.map(({ p95 }) => p95)),
      unit: 'ms',
      limit: 50,
      against: `bare ws ${median(bare.map(({ p95 }) => p95)).toPrecision(3)} ms; at most`,
    },
    {
      name: 'CPU of a delivery over that of bare ws',
      value: cost(own) / cost(bare),
      unit: 'ratio',
      limit: 1.5,
      against: `${cost(own).toPrecision(3)} and ${cost(bare).toPrecision(3)} µs; at most`,
    },
    {
      name: '5,000 viewers of one hearing at 2 messages/s, p95',
      value: many.p95,
      unit: 'ms',
      limit: 150,
      against: 'at most',
    },
    {
      name: 'memory that 5,000 viewers add to the server',
      value: many.memory - before,
      unit: 'MB',
      limit: 180,
      against: `to ${before.toPrecision(3)} MB; at most`,
    },
  ];
}

async function measure(
  server: Told,
  room: string,
  viewers: number,
  perSecond: number,
  seconds: number,
): Promise<Measured> {
  const script = fileURLToPath(new URL('live-viewers.ts', import.meta.url));
  const child = spawn(process.execPath, [script, String(server.port), String(viewers), room], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  if ((await lines.next()).value !== 'ready') throw new Error('the viewers did not come in');
  await pause(warmMs);
  const messages = perSecond * seconds;
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let n = 0; n < messages; n += 1) {
    await pause(Math.max(0, start + (n * 1_000) / perSecond - performance.now()));
    await server.tell(performance.timeOrigin + performance.now());
  }
  await pause(500);
  const { user, system } = process.cpuUsage(cpu);
  const memory = process.memoryUsage().rss / 1e6;
  child.stdin.end();
  const told: { p95: number; deliveries: number } = JSON.parse(String((await lines.next()).value));
  await once(child, 'close');
  await server.close();
  if (told.deliveries !== viewers * messages) {
    throw new Error(`${told.deliveries} of ${viewers * messages} messages came`);
  }
  return { p95: told.p95, cpu: (user + system) / told.deliveries, memory };
}

const words = (sent: number): string =>
  `sent=${sent.toFixed(3)}; ${'The goods came late, and nobody told the buyer. '.repeat(6)}`;

async function bareServer(): Promise<Told> {
  const http = createServer();
  const doors = new WebSocketServer({ server: http, perMessageDeflate: false });
  const viewers = new Set<WebSocket>();
  doors.on('connection', (socket) => {
    viewers.add(socket);
    socket.on('close', () => viewers.delete(socket));
    socket.send('welcome');
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const line = { kind: 'note', speaker: '', seat: null, label: '', places: [] };
  const rest = { case: caseId, seq: 1, at: new Date().toISOString(), kind: 'floor-lapsed' };
  return {
    port: (http.address() as AddressInfo).port,
    async tell(sent) {
      const json = JSON.stringify({ type: 'event', ...rest, line: { ...line, text: words(sent) } });
      const frame = Buffer.from(json);
      for (const viewer of viewers) viewer.send(frame, { binary: false });
    },
    async close() {
      doors.close();
      http.close();
    },
  };
}

async function roomServer(): Promise<Told> {
  const store = memoryRecordStore();
  const announcements = recordAnnouncements();
  let tip = tipOf(caseId, []);
  const app = await makeApp({
    settings: {
      corsOrigins: [],
      ratePerMinute: 1_000,
      bodyBytes: 1_000,
      uploadBytes: 1_000,
      trustProxy: false,
      https: null,
    },
    log: false,
    identify: async () => ({ kind: 'anon' }),
    newId: () => crypto.randomUUID(),
  });
  const desk = {
    limits: { ...usualLimits, strangersOfAddress: 10_000, strangers: 10_000 },
    identify: async (token: string) => ({
      kind: 'person' as const,
      claims: {
        sub: `00000000-0000-4000-8000-${token.padStart(12, '0')}`,
        role: 'authenticated' as const,
        aud: 'authenticated',
        iss: 'https://court.example',
        exp: 4_000_000_000,
        iat: 0,
        app_metadata: { courts: {} },
      },
    }),
    entryFor: () => async () => ({
      record: caseId,
      seats: [],
      sealed: false,
      names: false,
      name: null,
    }),
    record: memoryRoomRecord(store),
    announcements,
    bus: memoryRoomBus(),
    act: async () => ({ kind: 'acknowledged' as const, version: 0 }),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    fault(error: unknown) {
      throw error;
    },
  };
  const live = attachLive(app, desk, { origins: [], addressOf: () => '127.0.0.1' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    port,
    async tell(sent) {
      const draft = {
        id: `event-${tip.seq + 1}`,
        at: new Date().toISOString(),
        by: { seat: 'court', kind: 'court' as const },
        type: 'floor-lapsed',
        data: { seat: 'defender', tries: 1, because: { prose: words(sent) } },
      };
      const batch = batchOf(caseId, tip, [draft], () => crypto.getRandomValues(new Uint8Array(16)));
      await store.append(caseId, batch, tip.seq);
      tip = tipOf(caseId, batch.events);
      announcements.announce(caseId);
    },
    async close() {
      await live.close();
      await app.close();
    },
  };
}
