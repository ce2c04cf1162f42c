import { describe, expect, onTestFinished, test } from 'vitest';
import { liveServer } from '../../test/live-server.ts';
import { caseA, lapsed, liveWorld, notes, until } from '../../test/live-world.ts';
import { person } from '../../test/open-test-database.ts';
import { serverMessage, type ServerMessage } from '../wire/v1/live.ts';

type Stream = {
  readonly response: Response;
  readonly messages: ServerMessage[];
  readonly ids: number[];
  readonly isOver: () => boolean;
  stop(): void;
};

async function stream(url: string, headers: Record<string, string>, query = ''): Promise<Stream> {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const response = await fetch(`${url}/v1/cases/${caseA}/live${query}`, {
    headers,
    signal: stop.signal,
  });
  const [messages, ids]: [ServerMessage[], number[]] = [[], []];
  let isOver = false;
  const read = async (): Promise<void> => {
    let text = '';
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (text + part).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        for (const line of block.split('\n')) {
          if (line.startsWith('id: ')) ids.push(Number(line.slice(4)));
          if (line.startsWith('data: '))
            messages.push(serverMessage.parse(JSON.parse(line.slice(6))));
        }
      }
    }
  };
  void read()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  return { response, messages, ids, isOver: () => isOver, stop: () => stop.abort() };
}

const bearer = (n: number) => ({ authorization: `Bearer ${n}` });

describe('server-sent events', () => {
  test('LV20: the same messages as over a WebSocket, going on after Last-Event-ID', async () => {
    const world = liveWorld();
    world.admit(1);
    for (let n = 1; n <= 3; n += 1) await world.append(...lapsed(n));
    await world.append(...notes('judge', 4));
    const { url, live } = await liveServer(world.desk());
    const first = await stream(url, bearer(1));
    await until(() => first.ids.length === 3);
    expect(first.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(first.response.headers.get('x-request-id')).not.toBeNull();
    expect(first.messages[0]).toMatchObject({ type: 'following', after: 0, version: 4 });
    first.stop();
    await until(() => live.figures().readers === 0);
    await world.append(...lapsed(5));
    const second = await stream(url, { ...bearer(1), 'last-event-id': '2' });
    const third = await stream(url, bearer(1), '?after=2&detail=whole');
    await world.append(...lapsed(6));
    for (const { ids, messages } of [second, third]) {
      await until(() => ids.length === 3);
      expect(ids).toEqual([3, 5, 6]);
      expect(JSON.stringify(messages)).not.toContain('secret');
    }
    expect(JSON.stringify(second.messages)).not.toContain('"data"');
    expect(JSON.stringify(third.messages)).toContain('"data"');
  });

  test('LV4, SV2, SV3: who may not see the case, or shows no token, gets an answer and no stream', async () => {
    const world = liveWorld();
    const { url } = await liveServer(world.desk());
    const answers = [await stream(url, bearer(1)), await stream(url, {})];
    expect(answers.map(({ response }) => response.status)).toEqual([404, 401]);
    const malformed = await stream(url, { ...bearer(1), 'last-event-id': 'x' });
    expect(malformed.response.status).toBe(400);
  });

  test('LV7: streams count among the connections of a person', async () => {
    const world = liveWorld();
    world.admit(1);
    const { url, live } = await liveServer(world.desk({}, { connectionsOfPerson: 1 }));
    const first = await stream(url, bearer(1));
    await until(() => first.messages.length > 0);
    expect((await stream(url, bearer(1))).response.status).toBe(429);
    first.stop();
    await until(() => live.figures().readers === 0);
    expect((await stream(url, bearer(1))).response.status).toBe(200);
  });

  test('LV9, LV12, LV13: a stream ends with its token, with the right, with the server, and says why', async () => {
    const world = liveWorld();
    world.admit(1);
    world.admit(2);
    world.admit(3);
    const desk = world.desk({
      identify: async (token) => {
        if (!/^\d$/u.test(token)) return null;
        const who = person(Number(token));
        const exp = token === '1' ? Date.now() / 1_000 + 0.15 : 2_000_000_000;
        return { ...who, claims: { ...who.claims, exp } };
      },
    });
    const server = await liveServer(desk);
    const [ending, losing, last] = [
      await stream(server.url, bearer(1)),
      await stream(server.url, bearer(2)),
      await stream(server.url, bearer(3)),
    ];
    await until(() => ending.isOver());
    expect(ending.messages.at(-1)).toMatchObject({ type: 'dropped', refusal: { rule: 'LV9' } });
    world.dismiss(2);
    server.live.changed(caseA);
    await until(() => losing.isOver());
    expect(losing.messages.at(-1)).toMatchObject({ type: 'dropped', refusal: { rule: 'LV12' } });
    await world.append(...lapsed(1));
    await until(() => last.ids.length === 1);
    await server.close();
    await until(() => last.isOver());
    expect(last.messages.at(-1)).toMatchObject({
      type: 'dropped',
      refusal: { rule: 'LV13' },
      resume: [{ case: caseA, after: 1 }],
    });
  });
});
