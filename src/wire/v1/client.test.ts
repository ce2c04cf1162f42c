import { describe, expect, onTestFinished, test } from 'vitest';
import { liveServer } from '../../../test/live-server.ts';
import { caseA, lapsed, liveWorld, until, type LiveWorld } from '../../../test/live-world.ts';
import { person } from '../../../test/open-test-database.ts';
import type { LiveDesk } from '../../live/desk.ts';
import type { LiveLimits } from '../../live/limits.ts';
import { pauseBefore } from './back-off.ts';
import { liveClient, type LiveClientSettings, type SocketLike } from './client.ts';
import type { EventMessage } from './live.ts';

const quick = { firstMs: 5, longestMs: 40, random: () => 0.5 };

function clientOf(url: string, other: Partial<LiveClientSettings> = {}) {
  const client = liveClient({ url, token: async () => '1', ...quick, ...other });
  onTestFinished(() => client.close());
  return client;
}

async function opened(other: Partial<LiveDesk> = {}, limits: Partial<LiveLimits> = {}) {
  const world = liveWorld();
  world.admit(1);
  return { world, server: await liveServer(world.desk(other, limits)) };
}

/** Follows and keeps what came. */
function followed(client: ReturnType<typeof liveClient>, after = 0) {
  const events: EventMessage[] = [];
  const ends: string[] = [];
  const following = client.follow(
    caseA,
    { onEvent: (event) => void events.push(event), onEnd: ({ rule }) => void ends.push(rule) },
    { after },
  );
  return { ...following, events, ends, seqs: () => events.map(({ seq }) => seq) };
}

/** A WebSocket of Node that can be torn in the midst. */
function tornSockets() {
  const open: { tear: () => void }[] = [];
  return {
    tear: () => {
      for (const { tear } of open.splice(0)) tear();
    },
    socket: (url: string, protocols: readonly string[]): SocketLike => {
      const real = new WebSocket(url, [...protocols]);
      let isTorn = false;
      const onClose: (() => void)[] = [];
      open.push({
        tear() {
          isTorn = true;
          real.close();
          for (const hear of onClose) hear();
        },
      });
      return {
        send: (text) => real.send(text),
        close: () => real.close(),
        addEventListener(type, hear: (message: { readonly data: unknown }) => void) {
          if (type === 'close') onClose.push(() => hear({ data: null }));
          real.addEventListener(type, (message) => {
            if (!isTorn) hear({ data: 'data' in message ? message.data : null });
          });
        },
      };
    },
  };
}

async function appendAll(world: LiveWorld, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1) {
    await world.append(...lapsed(n));
    if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describe('a client that stays', () => {
  test('LV20: torn off again and again it goes on after the last event: no gap, none twice', async () => {
    const { world, server } = await opened();
    const { socket, tear } = tornSockets();
    const troubles: string[] = [];
    const client = clientOf(server.rooms, {
      socket,
      onTrouble: (says) => void troubles.push(says),
    });
    const one = followed(client);
    const writing = appendAll(world, 1, 1_000);
    for (let n = 0; n < 15; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      tear();
    }
    await writing;
    await until(() => one.at() === 1_000);
    expect(one.seqs()).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
    expect(troubles.length).toBeGreaterThan(5);
  });

  test('LV13: a server that goes and comes back is found again', async () => {
    const world = liveWorld();
    world.admit(1);
    const first = await liveServer(world.desk());
    const second = await liveServer(world.desk());
    let url = first.rooms;
    const client = clientOf(first.rooms, {
      socket: (_, protocols) => new WebSocket(url, [...protocols]) as SocketLike,
    });
    const one = followed(client);
    await world.append(...lapsed(1));
    await until(() => one.at() === 1);
    await first.close();
    url = second.rooms;
    await world.append(...lapsed(2));
    await until(() => one.at() === 2);
    expect(one.seqs()).toEqual([1, 2]);
  });

  test('LV27: an act is sent under its one id until it is answered', async () => {
    const asked: string[] = [];
    const { socket, tear } = tornSockets();
    const { server } = await opened({
      async act(_, { id, version }) {
        asked.push(id);
        // The first connection is gone before the answer.
        if (asked.length === 1) tear();
        return { kind: 'acknowledged', version: version + 1 };
      },
    });
    const client = clientOf(server.rooms, { socket });
    const id = crypto.randomUUID();
    const act = { id, case: caseA, seat: 'judge', version: 3, move: { act: 'pass' } } as const;
    expect(await client.act(act)).toEqual({ kind: 'acknowledged', version: 4 });
    expect(asked).toEqual([id, id]);
  });

  test('LV27: a refusal of the court is an answer', async () => {
    const no = { rule: 'HR2', at: [], says: 'Not your turn.' };
    const { server } = await opened({ act: async () => ({ kind: 'refused', refusals: [no] }) });
    const client = clientOf(server.rooms);
    const id = crypto.randomUUID();
    const answer = await client.act({ id, case: caseA, seat: 'judge', version: 3, move: null });
    expect(answer).toEqual({ kind: 'refused', refusals: [no] });
  });

  test('LV4, LV12: a case that is not shown, or no longer, ends', async () => {
    const { world, server } = await opened();
    const client = clientOf(server.rooms);
    const one = followed(client);
    await world.append(...lapsed(1));
    await until(() => one.at() === 1);
    world.dismiss(1);
    server.live.changed(caseA);
    await until(() => one.ends.length > 0);
    expect(one.ends).toEqual(['LV12']);
    const again = followed(client);
    await until(() => again.ends.length > 0);
    expect(again.ends).toEqual(['LV4']);
  });

  test('LV3: a token that does not hold twice in a row ends everything', async () => {
    const { server } = await opened();
    const client = clientOf(server.rooms, { token: async () => 'wrong' });
    const one = followed(client);
    const id = crypto.randomUUID();
    const act = client.act({ id, case: caseA, seat: 'judge', version: 0, move: null });
    await until(() => one.ends.length > 0);
    expect(one.ends).toEqual(['LV3']);
    expect(await act).toMatchObject({ kind: 'refused', refusals: [{ rule: 'LV3' }] });
  });

  test('LV9: another token is shown before one ends, on the same connection', async () => {
    let tokens = 0;
    const { server, world } = await opened({
      identify: async () => {
        const who = person(1);
        const exp = Math.floor(Date.now() / 1_000) + (tokens > 1 ? 10_000 : 31);
        return { ...who, claims: { ...who.claims, exp } };
      },
    });
    const troubles: string[] = [];
    const client = clientOf(server.rooms, {
      token: async () => String((tokens += 1)),
      onTrouble: (says) => void troubles.push(says),
    });
    const one = followed(client);
    await world.append(...lapsed(1));
    await until(() => one.at() === 1 && tokens === 2);
    await world.append(...lapsed(2));
    await until(() => one.at() === 2);
    expect(troubles).toEqual([]);
  });

  test('LV28: a server that falls silent is left, and one that cannot be reached is tried again', async () => {
    const { world, server } = await opened({}, { heartbeatMs: 30 });
    const { socket } = tornSockets();
    let isDeaf = true;
    const troubles: string[] = [];
    const client = clientOf(server.rooms, {
      onTrouble: (says) => void troubles.push(says),
      token: async () => {
        if (troubles.length === 1) throw new Error('the issuer is away');
        return '1';
      },
      socket(url, protocols) {
        const real = socket(url, protocols);
        return {
          ...real,
          addEventListener(type, hear: (message: { readonly data: unknown }) => void) {
            real.addEventListener(type as 'message', (message) => {
              const isWelcome = String(message.data).includes('"welcome"');
              if (type !== 'message' || !isDeaf || isWelcome) hear(message);
            });
          },
        };
      },
    });
    const one = followed(client);
    await until(() => troubles.length >= 2);
    isDeaf = false;
    await world.append(...lapsed(1));
    await until(() => one.at() === 1);
    expect(troubles.slice(0, 2)).toEqual(['The connection was lost.', 'the issuer is away']);
  });

  test('what it followed it may leave, and nothing more comes', async () => {
    const { world, server } = await opened();
    const client = clientOf(server.rooms);
    const one = followed(client);
    await world.append(...lapsed(1));
    await until(() => one.at() === 1);
    one.close();
    one.close();
    await until(() => server.live.figures().readers === 0);
    await world.append(...lapsed(2));
    expect(one.seqs()).toEqual([1]);
  });
});

test('pauses grow to the longest, and are spread', () => {
  const backOff = { firstMs: 100, longestMs: 1_000, random: () => 0 };
  expect([0, 1, 2, 3, 4, 1_000].map((n) => pauseBefore(n, backOff))).toEqual([
    50, 100, 200, 400, 500, 500,
  ]);
  expect(pauseBefore(0, { ...backOff, random: () => 1 })).toBe(100);
});
