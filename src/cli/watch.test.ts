import { describe, expect, onTestFinished, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { liveServer, type LiveServer } from '../../test/live-server.ts';
import { caseA, lapsed, liveWorld, until, type LiveWorld } from '../../test/live-world.ts';
import { argued, phase, promised, said } from '../../test/small-case.ts';
import { lineTerminal } from '../adapters/human/line-terminal.ts';
import { humanMind } from '../adapters/human/mind.ts';
import { noCase, type Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { decideMove } from '../core/case/decide-move.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import { parseMove } from '../core/case/parse-move.ts';
import type { JsonObject } from '../core/record/prose.ts';
import { courtroomScreen } from './courtroom-screen.ts';
import type { RemoteWorld } from './remote-court.ts';
import { takeCommand } from './take.ts';
import { watchCommand } from './watch.ts';
import { PassThrough } from 'node:stream';

/** A hearing as it was heard: two sides argue, and a draft is made. */
const events: readonly CaseEvent[] = [
  { type: 'seat-taken', data: { seat: 'judge', actor: 'person', mind: 'human' } },
  ...argued(),
  ...Array.from({ length: 20 }, (_, n) => said(`S${n + 1}`, [promised])),
  { type: 'floor-lapsed', data: { seat: 'defender', tries: 3, because: { prose: 'silence' } } },
  { type: 'draft-made', data: { draft: { prose: '{}' }, markdown: { prose: '# Draft' } } },
];

const append = (world: LiveWorld, { type, data }: CaseEvent) =>
  world.append(type, data as unknown as JsonObject);

const remote = (other: Partial<RemoteWorld> = {}): RemoteWorld => ({
  token: async () => '1',
  person: () => {
    throw new Error('nobody is asked');
  },
  random: () => 0.5,
  newId: () => crypto.randomUUID(),
  ...other,
});

async function watch(args: readonly string[], world = remote()) {
  const captured = capturedIo();
  const command = watchCommand(captured.context, world).exitOverride();
  const done = command.parseAsync([...args], { from: 'user' });
  return { ...captured, done };
}

describe('court watch', () => {
  test('says what court hear says, as it goes on, and ends when the draft is made', async () => {
    const world = liveWorld();
    world.admit(1);
    const server = await liveServer(world.desk());
    const half = events.length >> 1;
    for (const event of events.slice(0, half)) await append(world, event);
    const { done, out, err, codes } = await watch([caseA, '--server', server.url]);
    await until(() => out.length > 5);
    for (const event of events.slice(half)) {
      await append(world, event);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await done;
    const { out: wanted, context } = capturedIo();
    const screen = courtroomScreen(context.io, false);
    let state: Case = noCase;
    let isFiled = false;
    for (const event of events) {
      state = evolveCase(state, event);
      const begins = event.type === 'seat-taken' || event.type === 'hearing-stepped';
      if (!isFiled && begins && state.filing !== null) {
        isFiled = true;
        screen.filed(state);
      }
      screen.heard(event, state);
    }
    expect(out).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(30);
    expect(err).toEqual([]);
    expect(codes).toEqual([0]);
  });

  test('--json prints every message as a line', async () => {
    const world = liveWorld();
    world.admit(1);
    await world.append(...lapsed(1));
    const server = await liveServer(world.desk());
    const { done, out, codes } = await watch([caseA, '--server', server.url, '--json', '--stay']);
    await until(() => out.length >= 2);
    const speech = { case: caseA, seat: 'judge', turn: 1, words: 'Order.', sealed: false } as const;
    server.live.say(speech);
    await until(() => out.some((line) => line.includes('Order.')));
    await world.append('draft-decided', {
      decision: 'signed',
      by: { prose: 'J' },
      reason: { prose: '' },
    });
    await done;
    const types = out.map((line) => JSON.parse(line).type);
    expect(types).toEqual(expect.arrayContaining(['following', 'event', 'presence', 'speech']));
    expect(codes).toEqual([0]);
  });

  test('what cannot be asked, and what the court refuses, is said with its rule', async () => {
    const server = await liveServer(liveWorld().desk());
    const tries: [readonly string[], RemoteWorld, string, number][] = [
      [['C-1', '--server', server.url], remote(), 'WA4', 2],
      [[caseA, '--server', 'court.example'], remote(), 'WA1', 2],
      [[caseA, '--server', server.url], remote({ token: async () => null }), 'WA2', 2],
      [[caseA, '--server', server.url], remote(), 'LV4', 1],
      [[caseA, '--server', server.url], remote({ token: async () => 'wrong' }), 'LV3', 1],
    ];
    for (const [args, world, rule, code] of tries) {
      const { done, err, codes } = await watch(args, world);
      await done;
      expect(err.join('\n')).toContain(rule);
      expect(codes).toEqual([code]);
    }
  });
});

/** A court in which one seat is a person's, in the argument. */
async function courtroom(seat: 'prosecutor' | 'defender') {
  const world = liveWorld();
  world.admit(1);
  let state: Case = noCase;
  for (const event of argued(seat)) {
    state = evolveCase(state, event);
    await append(world, event);
  }
  const seats: string[] = [];
  const moves: unknown[] = [];
  let isOvertaken = true;
  const server: LiveServer = await liveServer(
    world.desk({
      async act(_, { move, version }) {
        const length = (await world.store.read(caseA)).length;
        if (version !== length) throw new Error(`rests on ${version} of ${length}`);
        if (isOvertaken) {
          isOvertaken = false;
          return {
            kind: 'refused',
            refusals: [{ rule: 'SV5', at: [], says: 'Somebody was faster.' }],
          };
        }
        moves.push(move);
        const parsed = parseMove(move, seat, state);
        const decision =
          parsed.kind === 'refused'
            ? parsed
            : decideMove(state, parsed.move, { seat, actor: 'person' });
        if (decision.kind === 'refused') {
          const [first = { rule: '', at: [], says: '' }, ...more] = decision.refusals;
          return { kind: 'refused', refusals: [first, ...more] };
        }
        // The other side says nothing, and the floor comes back.
        for (const event of [...decision.events, phase(2, seat)]) {
          state = evolveCase(state, event);
          await append(world, event);
        }
        // The last event is not for the person: the next act rests on it all the same.
        await world.append('notes-handed', { seat: 'witness', notes: { prose: 'secret' } });
        return { kind: 'acknowledged', version: (await world.store.read(caseA)).length };
      },
    }),
    [],
    (app) => {
      app.put('/v1/cases/:case/seats/:seat', async ({ headers, body }, reply) => {
        if (headers['idempotency-key'] === undefined) return reply.code(400).send({});
        seats.push(`takes ${JSON.stringify(body)}`);
        world.admit(1, { seats: [seat] });
        server.live.changed(caseA);
        return [];
      });
      app.delete('/v1/cases/:case/seats/:seat', async () => {
        seats.push('leaves');
        return [];
      });
    },
  );
  return { server, seats, moves, world };
}

async function take(seat: string, url: string, lines: readonly string[]) {
  const captured = capturedIo();
  const input = new PassThrough();
  for (const line of lines) input.write(`${line}\n`);
  onTestFinished(() => void input.end());
  const terminal = lineTerminal(input, (text) => void captured.err.push(text));
  const world = remote({ person: () => humanMind(terminal) });
  const command = takeCommand(captured.context, world).exitOverride();
  await command.parseAsync([seat, '--case', caseA, '--server', url], { from: 'user' });
  return captured;
}

describe('court take', () => {
  test('a person sits down, is overtaken, is refused, acts, and hands the seat back', async () => {
    const { server, seats, moves } = await courtroom('prosecutor');
    const { err, out, codes } = await take('prosecutor', server.url, ['pass', 'pass', 'leave']);
    expect(seats).toEqual(['takes {"kind":"person"}', 'leaves']);
    expect(moves).toEqual([{ act: 'pass' }]);
    expect(err.join('\n')).toContain('Somebody was faster.');
    expect(out.length).toBeGreaterThan(5);
    expect(codes).toEqual([0]);
  });

  test('who may not sit there is told why', async () => {
    const world = liveWorld();
    world.admit(1);
    const server = await liveServer(world.desk(), [], (app) => {
      app.put('/v1/cases/:case/seats/:seat', async (_, reply) =>
        reply.code(403).send({
          type: '/docs/rules#SV4',
          title: 'No',
          status: 403,
          detail: 'This is not yours to do.',
          instance: 'r1',
          rule: 'SV4',
          errors: [],
        }),
      );
    });
    const { err, codes } = await take('judge', server.url, []);
    expect(err).toEqual(['SV4: This is not yours to do.']);
    expect(codes).toEqual([1]);
    const away = await take('judge', 'http://127.0.0.1:1', []);
    expect(away.err[0]).toContain('WA3');
    await expect(take('nobody', server.url, [])).rejects.toThrow('the seats are judge');
  });
});
