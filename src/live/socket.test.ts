import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { hello, liveServer, rawClient } from '../../test/live-server.ts';
import { caseA, lapsed, liveWorld, seqs, until } from '../../test/live-world.ts';
import { person } from '../../test/open-test-database.ts';

const follow = (after = 0) => ({ type: 'follow', case: caseA, after });

describe('who comes in', () => {
  test('LV3: a token in the first message, or among the sub-protocols, which is never named back', async () => {
    const world = liveWorld();
    world.admit(1);
    await world.append(...lapsed(1));
    const { rooms } = await liveServer(world.desk());
    const first = await rawClient(rooms);
    first.say(hello('1'));
    first.say(follow());
    const other = await rawClient(rooms, ['first-court.v1', 'bearer.1']);
    other.say(follow());
    for (const client of [first, other]) {
      await until(() => seqs(client.said).length === 1);
      expect(client.said[0]).toMatchObject({ type: 'welcome', person: person(1).claims.sub });
      expect(client.socket.protocol).toBe('first-court.v1');
    }
  });

  test('LV3: without a token in time, with one that does not hold, or with other words first, nobody stays', async () => {
    const world = liveWorld();
    const { rooms } = await liveServer(world.desk({}, { helloMs: 50 }));
    const silent = await rawClient(rooms);
    const wrong = await rawClient(rooms);
    wrong.say(hello('wrong'));
    const wrongOffered = await rawClient(rooms, ['first-court.v1', 'bearer.wrong']);
    const early = await rawClient(rooms);
    early.say(follow());
    const chatty = await rawClient(rooms);
    chatty.say('no JSON');
    for (const client of [silent, wrong, wrongOffered, early, chatty]) {
      await until(() => client.closed.length > 0);
      expect(client.rules()).toEqual(['LV3']);
      expect(client.closed).toEqual([{ code: 1008, reason: 'LV3' }]);
    }
  });

  test('LV3: what somebody sends who was not greeted yet is bounded', async () => {
    const world = liveWorld();
    const { rooms } = await liveServer(
      world.desk({ identify: () => new Promise(() => {}) }, { helloMs: 60_000 }),
    );
    const client = await rawClient(rooms);
    client.say(hello('1'));
    for (let n = 0; n < 40; n += 1) client.say({ ...hello('1'), token: 'x'.repeat(1_000) });
    await until(() => client.closed.length > 0);
    expect(client.rules()).toEqual(['LV3']);
  });

  test('LV2: another version of the protocol is told so', async () => {
    const { rooms } = await liveServer(liveWorld().desk());
    const client = await rawClient(rooms);
    client.say({ ...hello('1'), protocol: 2 });
    await until(() => client.closed.length > 0);
    expect(client.rules()).toEqual(['LV2']);
  });

  test('LV7: connections without a token are bounded by address, and those of a person', async () => {
    const world = liveWorld();
    const limits = { strangersOfAddress: 2, connectionsOfPerson: 2 };
    const { rooms } = await liveServer(world.desk({}, limits));
    const [one, two] = [await rawClient(rooms), await rawClient(rooms)];
    await expect(rawClient(rooms)).rejects.toThrow('503');
    for (const client of [one, two]) {
      client.say(hello('1'));
      await until(() => client.said.length > 0);
    }
    const three = await rawClient(rooms);
    three.say(hello('1'));
    await until(() => three.closed.length > 0);
    expect(three.rules()).toEqual(['LV7']);
    one.socket.close();
    await until(() => one.closed.length > 0);
    const four = await rawClient(rooms);
    four.say(hello('1'));
    await until(() => four.said.length > 0);
    expect(four.said[0]).toMatchObject({ type: 'welcome' });
  });

  test('LV10: pages of other origins are kept out, those named and the own one come in', async () => {
    const server = await liveServer(liveWorld().desk(), ['https://app.example']);
    const from = (origin: string) => rawClient(server.rooms, ['first-court.v1'], { origin });
    await expect(from('https://evil.example')).rejects.toThrow('403');
    await expect(from('null')).rejects.toThrow('403');
    await from('https://app.example');
    await from(server.url);
    const other = rawClient(server.rooms.replace('/v1/live', '/v1/other'));
    await expect(other).rejects.toThrow('404');
  });

  test('LV9: a connection ends with its token, and says where to go on; another token of the person goes on', async () => {
    const world = liveWorld();
    let exp = Date.now() / 1_000 + 0.2;
    const { rooms } = await liveServer(
      world.desk({
        identify: async (token) => {
          const who = person(Number(token));
          return { ...who, claims: { ...who.claims, exp } };
        },
      }),
    );
    world.admit(1);
    await world.append(...lapsed(1));
    const [ending, renewed, other] = [
      await rawClient(rooms),
      await rawClient(rooms),
      await rawClient(rooms),
    ];
    for (const client of [ending, renewed, other]) {
      client.say(hello('1'));
      client.say(follow());
      await until(() => seqs(client.said).length === 1);
    }
    exp += 1_000;
    renewed.say(hello('1'));
    other.say(hello('2'));
    await until(() => ending.closed.length > 0 && other.closed.length > 0);
    expect(ending.said.at(-1)).toMatchObject({
      type: 'dropped',
      refusal: { rule: 'LV9' },
      resume: [{ case: caseA, after: 1 }],
    });
    expect(other.rules()).toEqual(['LV9']);
    await world.append(...lapsed(2));
    await until(() => seqs(renewed.said).length === 2);
    expect(renewed.closed).toEqual([]);
  });
});

describe('what is said', () => {
  async function greeted(limits = {}, other = {}) {
    const world = liveWorld();
    world.admit(1);
    const server = await liveServer(world.desk(other, limits));
    const client = await rawClient(server.rooms);
    client.say(hello('1'));
    await until(() => client.said.length > 0);
    return { world, server, client };
  }

  test('LV1: what is no message of the protocol is refused by name, and whoever goes on is sent away', async () => {
    const { client } = await greeted();
    const deep = `{"type":"act","move":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const wrong = [
      'no JSON',
      '[]',
      'null',
      '{"type":"unknown"}',
      '{"type":"ping","n":-1}',
      '{"type":"ping","n":1,"more":1}',
      '{"type":"follow","case":"../../etc"}',
      '{"__proto__":{"type":"ping"}}',
      deep,
    ];
    for (const text of wrong) client.say(text);
    client.say({ type: 'ping', n: 7 });
    await until(() => client.said.at(-1)?.type === 'pong');
    expect(new Set(client.rules())).toEqual(new Set(['LV1']));
    for (let n = 0; n < 20; n += 1) client.say('again');
    await until(() => client.closed.length > 0);
    expect(client.closed).toEqual([{ code: 1008, reason: 'LV1' }]);
  });

  test('LV1: binary, too much at once, and frames that are none end the connection and nothing else', async () => {
    const { world, server, client } = await greeted();
    const binary = await rawClient(server.rooms);
    binary.socket.send(Buffer.from([1, 2, 3]));
    const huge = await rawClient(server.rooms);
    huge.say('x'.repeat(200_000));
    const broken = connect(Number(new URL(server.url).port), '127.0.0.1');
    const heads = [
      'GET /v1/live HTTP/1.1',
      'host: x',
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    broken.write(`${heads.join('\r\n')}\r\n\r\n`);
    broken.write(Buffer.alloc(1_000, 0xff));
    await until(() => binary.closed.length > 0 && huge.closed.length > 0);
    await new Promise((resolve) => broken.once('close', resolve).resume());
    expect(binary.rules()).toEqual(['LV1']);
    expect(huge.closed[0]?.code).toBe(1009);
    client.say(follow());
    await world.append(...lapsed(1));
    await until(() => seqs(client.said).length === 1);
  });

  test('LV6, LV5: ten thousand follows are refused, and then nobody is listened to', async () => {
    const { client, server } = await greeted();
    for (let n = 0; n < 10_000; n += 1) client.say({ ...follow(), case: crypto.randomUUID() });
    await until(() => client.closed.length > 0);
    expect(client.rules().filter((rule) => rule !== 'LV4' && rule !== 'LV6')).toEqual([]);
    expect(client.rules().at(-1)).toBe('LV6');
    expect(server.live.figures()).toEqual({ rooms: 0, readers: 0, slow: 0 });
  });

  test('LV5: a connection follows as many cases as it may, and another after it left one', async () => {
    const { world, client } = await greeted({ followsOfConnection: 2 });
    const cases = [1, 2, 3].map((n) => `0000000${n}-0000-4000-8000-000000000000`);
    for (const caseId of cases) {
      world.admit(1, {}, caseId);
      client.say({ type: 'follow', case: caseId });
    }
    await until(() => client.rules().length > 0);
    expect(client.rules()).toEqual(['LV5']);
    client.say({ type: 'unfollow', case: cases[0] });
    client.say({ type: 'follow', case: cases[2] });
    await until(() => client.said.some((one) => one.type === 'following' && one.case === cases[2]));
  });

  test('LV27: an act has one answer under its id: acknowledged, refused, or the trouble of the court', async () => {
    const { client } = await greeted(
      { actsAtOnce: 3 },
      {
        act: async (_: unknown, { version, move }: { version: number; move: unknown }) => {
          if (move === 'fail') throw new Error('bug');
          if (move === 'wait') return new Promise(() => {});
          return move === 'no'
            ? { kind: 'refused', refusals: [{ rule: 'HR2', at: [], says: 'Not your turn.' }] }
            : { kind: 'acknowledged', version: version + 2 };
        },
      },
    );
    const moves = ['yes', 'no', 'fail'];
    const ids = moves.map(() => crypto.randomUUID());
    const act = (id: string, move: unknown) =>
      client.say({ type: 'act', id, case: caseA, seat: 'judge', version: 5, move });
    for (const [n, move] of moves.entries()) act(ids[n] ?? '', move);
    await until(() => client.said.length === 4);
    expect(client.said.slice(1)).toEqual(
      expect.arrayContaining([
        { type: 'acknowledged', id: ids[0], version: 7 },
        expect.objectContaining({
          type: 'refused',
          id: ids[1],
          refusals: [expect.objectContaining({ rule: 'HR2' })],
        }),
        expect.objectContaining({
          type: 'refused',
          id: ids[2],
          refusals: [expect.objectContaining({ rule: 'LV14' })],
        }),
      ]),
    );
    const before = client.rules().length;
    for (let n = 0; n < 4; n += 1) act(crypto.randomUUID(), 'wait');
    await until(() => client.rules().length > before);
    expect(client.rules().at(-1)).toBe('LV11');
  });

  test('LV8: a reader that does not read its socket is dropped and costs a bounded number of bytes', async () => {
    const { world, server, client } = await greeted({ bufferBytes: 20_000, slowMs: 200 });
    client.say({ ...follow(), detail: 'whole' });
    await until(() => client.said.some(({ type }) => type === 'following'));
    client.socket.pause();
    const long = 'x'.repeat(20_000);
    let n = 0;
    while (server.live.figures().slow === 0) {
      await world.append('floor-lapsed', {
        seat: 'judge',
        tries: (n += 1),
        because: { prose: long },
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (let more = 0; more < 20; more += 1) await world.append(...lapsed(more));
    await until(() => server.live.figures().readers === 0);
    client.socket.resume();
    await until(() => client.closed.length > 0);
    const dropped = client.said.find(({ type }) => type === 'dropped');
    const last = seqs(client.said).at(-1) ?? 0;
    expect(dropped).toMatchObject({
      refusal: { rule: 'LV8' },
      resume: [{ case: caseA, after: last }],
    });
    expect(client.closed[0]?.code).toBe(1013);
  });

  test('LV28: a connection that does not answer is cut off', async () => {
    const { client, server } = await greeted({ heartbeatMs: 40 });
    client.say(follow());
    await until(() => server.live.figures().readers === 1);
    client.socket.pause();
    await until(() => server.live.figures().readers === 0);
  });

  test('LV13: a server that closes sends everybody away, told where to go on', async () => {
    const { world, client, server } = await greeted();
    client.say(follow());
    await world.append(...lapsed(1));
    await until(() => seqs(client.said).length === 1);
    await server.close();
    expect(client.said.at(-1)).toMatchObject({
      type: 'dropped',
      refusal: { rule: 'LV13' },
      resume: [{ case: caseA, after: 1 }],
    });
  });
});
