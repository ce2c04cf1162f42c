import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow, hubOf } from '../../test/live-hub.ts';
import {
  caseA,
  lapsed,
  listLine,
  liveWorld,
  notes,
  seqs,
  until,
  type ListLine,
} from '../../test/live-world.ts';
import { type Seat, seats } from '../core/gate/proposal.ts';
import type { Refusal } from '../core/refusal.ts';
import { liveHub } from './hub.ts';

describe('the past and the present are one', () => {
  test('LV20: thousands of events, readers cut off at random and resumed: none lost, none twice, in order', async () => {
    const world = liveWorld();
    const hubs = [hubOf(world), hubOf(world), hubOf(world)];
    const total = 3_000;
    const people = 12;
    let isOver = false;
    const read = async (n: number): Promise<readonly number[]> => {
      const caller = world.admit(n);
      const got: number[] = [];
      for (let round = 0; ; round += 1) {
        const hub = hubs[(n + round) % hubs.length];
        if (hub === undefined) throw new Error('no hub');
        const line = listLine();
        const following = await follow(hub, line, caller, got.at(-1) ?? 0);
        const wanted = 1 + ((n * 7_919 + round * 104_729) % 400);
        await until(() => seqs(line.said).length >= wanted || isOver);
        if (isOver) await until(() => following.at() === total);
        following.leave();
        got.push(...seqs(line.said));
        if (isOver && got.at(-1) === total) return got;
      }
    };
    const readers = Array.from({ length: people }, (_, n) => read(n + 1));
    for (let n = 1; n <= total; n += 1) {
      await world.append(...lapsed(n));
      if (n % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    isOver = true;
    const all = Array.from({ length: total }, (_, index) => index + 1);
    for (const got of await Promise.all(readers)) expect(got).toEqual(all);
    expect(world.faults).toEqual([]);
  });

  test('LV25: what is told is on the record, and its line is that of the transcript', async () => {
    const world = liveWorld();
    const hub = hubOf(world);
    const line = listLine();
    await follow(hub, line, world.admit(1));
    await world.append(...lapsed(7));
    await until(() => seqs(line.said).length === 1);
    const told = line.said.find(({ type }) => type === 'event');
    expect(told).toMatchObject({
      seq: 1,
      kind: 'floor-lapsed',
      privateTo: null,
      line: { kind: 'note', speaker: '' },
      data: { tries: 7, because: { prose: 'open 7' } },
    });
    expect((await world.store.read(caseA)).length).toBe(1);
  });

  test('LV24: who knows more than there is begins anew', async () => {
    const world = liveWorld();
    await world.append(...lapsed(1));
    const line = listLine();
    await follow(hubOf(world), line, world.admit(1), 90);
    expect(line.said[0]).toEqual({
      type: 'resync',
      case: caseA,
      after: 0,
      because: 'record-changed',
    });
    expect(seqs(line.said)).toEqual([1]);
  });

  test('LV4: a case that is not open to the caller is none', async () => {
    const world = liveWorld();
    const hub = hubOf(world);
    const request = { case: caseA, after: 0, detail: 'lines' } as const;
    const caller = world.admit(1);
    world.dismiss(1);
    expect(await hub.follow(listLine(), caller, request, () => {})).toMatchObject({ rule: 'LV4' });
    expect(hub.figures()).toEqual({ rooms: 0, readers: 0, slow: 0 });
  });
});

describe('what is private stays so', () => {
  const seating = fc.subarray([...seats]);
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('open' as const) }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('private' as const),
        seat: fc.constantFrom(...seats),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('seating' as const),
        reader: fc.nat(3),
        seats: seating,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('out' as const), reader: fc.nat(3) }) },
  );

  test('LV21: of the private events of a seat nothing reaches who does not hold it, whoever changes seats', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(seating, { minLength: 4, maxLength: 4 }),
        fc.array(step, { minLength: 5, maxLength: 40 }),
        async (held, steps) => {
          const world = liveWorld();
          const [one, other] = [liveHub(world.desk()), liveHub(world.desk())];
          const readers = await Promise.all(
            held.map(async (seated, n) => {
              const line = listLine();
              const ended: Refusal[] = [];
              const caller = world.admit(n, { seats: seated });
              await follow(n % 2 === 0 ? one : other, line, caller, 0, (no) => ended.push(no));
              return { line, ended, left: new Map<Seat, number>(), now: new Set<Seat>(seated) };
            }),
          );
          const privates: { seat: Seat; seq: number }[] = [];
          let seq = 0;
          for (const now of steps) {
            if (now.kind === 'open') seq = await world.append(...lapsed(seq));
            else if (now.kind === 'private') {
              seq = await world.append(...notes(now.seat, seq + 1));
              privates.push({ seat: now.seat, seq });
            } else {
              const reader = readers[now.reader];
              if (reader === undefined || reader.ended.length > 0) continue;
              if (now.kind === 'out') world.dismiss(now.reader);
              else world.admit(now.reader, { seats: now.seats });
              for (const seat of reader.now) reader.left.set(seat, seq);
              reader.now = new Set(now.kind === 'out' ? [] : now.seats);
              one.changed(caseA);
              if (now.kind === 'out') await until(() => reader.ended.length > 0);
            }
          }
          const last = await world.append(...lapsed(0));
          for (const { line, ended, left, now } of readers) {
            if (ended.length === 0) await until(() => seqs(line.said).at(-1) === last);
            // A seat that was left: what happened in it until then was told, and nothing since.
            const leaked = line.said.filter(
              (told) =>
                told.type === 'event' &&
                told.privateTo !== null &&
                !now.has(told.privateTo) &&
                told.seq > (left.get(told.privateTo) ?? 0),
            );
            expect(leaked).toEqual([]);
            // Who was shown out hears nothing more; what is private to the seats held now came, whenever it was.
            const isOut = ended.length > 0;
            expect(ended.map(({ rule }) => rule)).toEqual(isOut ? ['LV12'] : []);
            const got = new Set(seqs(line.said));
            expect(got.has(last)).toBe(!isOut);
            const mine = privates.filter(({ seat }) => now.has(seat)).map(({ seq: of }) => of);
            expect(isOut ? [] : mine.filter((of) => !got.has(of))).toEqual([]);
          }
          one.close();
          other.close();
          expect(world.faults).toEqual([]);
        },
      ),
      { numRuns: process.env['LONG'] === undefined ? 60 : 1_000 },
    );
  });

  test('LV21: after a seat was left nothing private to it is told, from the moment this is known', async () => {
    const world = liveWorld();
    const hub = hubOf(world);
    const line = listLine();
    await follow(hub, line, world.admit(1, { seats: ['judge'] }));
    await world.append(...notes('judge', 1));
    await until(() => seqs(line.said).length === 1);
    world.admit(1, { seats: [] });
    hub.changed(caseA);
    await world.append(...notes('judge', 2));
    await world.append(...lapsed(3));
    await until(() => seqs(line.said).at(-1) === 3);
    expect(line.text()).not.toContain('secret of the judge 2');
    expect(seqs(line.said)).toEqual([1, 3]);
  });

  test('LV22: a sealed text goes only to who may read it; the others see that it is there', async () => {
    const world = liveWorld();
    await world.append(...lapsed(1));
    for (const { hash } of await world.store.texts(caseA)) world.sealedTexts.add(hash);
    const hub = hubOf(world);
    const [open, sealed] = [listLine(), listLine()];
    await follow(hub, open, world.admit(1));
    await follow(hub, sealed, world.admit(2, { sealed: true }));
    expect(open.text()).not.toContain('open 1');
    expect(open.text()).toContain('[withheld ');
    expect(sealed.text()).toContain('open 1');
    hub.say({ case: caseA, seat: 'judge', turn: 1, words: 'of the sealed paper', sealed: true });
    await until(() => sealed.text().includes('of the sealed paper'));
    expect(open.text()).not.toContain('of the sealed paper');
  });

  test('LV24: a text that left is told again as withheld, to everybody', async () => {
    const world = liveWorld();
    await world.append(...lapsed(1));
    let isErased = false;
    const desk = world.desk();
    const hub = hubOf(world, {
      async record(record, from) {
        const part = await desk.record(record, from);
        return isErased ? { ...part, texts: [] } : part;
      },
    });
    const line = listLine();
    await follow(hub, line, world.admit(1));
    expect(line.text()).toContain('open 1');
    isErased = true;
    world.bus.join(() => {}).tell({ kind: 'texts', record: caseA });
    await until(() => line.said.some(({ type }) => type === 'resync'));
    await until(() => seqs(line.said).length === 1);
    expect(JSON.stringify(line.said.at(-1))).toContain('sealed');
    expect(JSON.stringify(line.said.at(-1))).not.toContain('open 1');
  });

  test('LV26: names are for who may see names; the others see seats and a number', async () => {
    const world = liveWorld();
    const [hub, other] = [hubOf(world), hubOf(world)];
    const [clerk, guest] = [listLine(), listLine()];
    await follow(hub, clerk, world.admit(1, { names: true, name: 'Clerk One' }));
    await follow(hub, guest, world.admit(2, { name: 'Guest Two' }));
    const judge = await follow(
      other,
      listLine(),
      world.admit(3, { name: 'Judge Three', seats: ['judge'] }),
    );
    await until(() => clerk.text().includes('Judge Three') && guest.text().includes('"judge"'));
    expect(guest.text()).not.toMatch(/Clerk One|Guest Two|Judge Three/u);
    await until(() => guest.text().includes('"count":3'));
    judge.leave();
    await until(() => guest.text().includes('"left":["00000000-0000-4000-8000-000000000003"]'));
  });
});

describe('words that are not on the record yet', () => {
  test('LV25: they reach readers on every replica, in parts that are numbered, until the turn is over', async () => {
    const world = liveWorld();
    await world.append(...lapsed(1));
    const [hub, other] = [hubOf(world), hubOf(world)];
    const lines = [listLine(), listLine()];
    await follow(hub, lines[0] ?? listLine(), world.admit(1));
    await follow(other, lines[1] ?? listLine(), world.admit(2));
    const speech = { case: caseA, seat: 'prosecutor', turn: 1, sealed: false } as const;
    const words = 'The goods came 😀 late. '.repeat(500);
    for (let at = 0; at < words.length; at += 13) {
      hub.say({ ...speech, words: words.slice(at, at + 13) });
    }
    const heard = (line: ListLine): string =>
      line.said.map((one) => (one.type === 'speech' ? one.words : '')).join('');
    for (const line of lines) {
      await until(() => heard(line).length === words.length);
      expect(heard(line)).toBe(words);
      const parts = line.said.filter(({ type }) => type === 'speech');
      expect(parts.map((part) => (part.type === 'speech' ? part.n : -1))).toEqual([
        ...parts.keys(),
      ]);
    }
    await world.append(...lapsed(2));
    await until(() => lines.every((line) => seqs(line.said).length === 2));
    hub.say({ ...speech, words: 'too late' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(lines.map(heard).join()).not.toContain('too late');
  });
});

describe('slow readers', () => {
  test('LV8: who does not read is told no more, costs no more, and is dropped with the place to go on from', async () => {
    const world = liveWorld();
    const limits = { bufferBytes: 1_000, slowMs: 60_000 };
    let now = 0;
    const hub = hubOf(world, { now: () => now }, limits);
    const [slow, quick] = [listLine(), listLine()];
    let dropped: [Refusal, number] | null = null;
    await follow(hub, slow, world.admit(1), 0, (refusal, at) => {
      dropped = [refusal, at];
    });
    await follow(hub, quick, world.admit(2));
    for (let n = 1; n <= 10; n += 1) await world.append(...lapsed(n));
    await until(() => seqs(slow.said).length === 10);
    slow.unread = 2_000;
    for (let n = 11; n <= 100; n += 1) await world.append(...lapsed(n));
    await until(() => seqs(quick.said).length === 100);
    expect(seqs(slow.said)).toHaveLength(11);
    expect(hub.figures().slow).toBe(1);
    now = 60_001;
    await until(() => dropped !== null);
    expect(dropped).toMatchObject([{ rule: 'LV8' }, 11]);
    const again = listLine();
    await follow(hub, again, world.admit(1), 11);
    expect([...seqs(slow.said), ...seqs(again.said)]).toEqual([...seqs(quick.said)]);
  });

  test('LV8: who reads again in time goes on without a gap', async () => {
    const world = liveWorld();
    const hub = hubOf(world, {}, { bufferBytes: 1_000, slowMs: 10_000 });
    const line = listLine();
    await follow(hub, line, world.admit(1));
    line.unread = 5_000;
    for (let n = 1; n <= 50; n += 1) await world.append(...lapsed(n));
    await until(() => seqs(line.said).length === 1);
    line.unread = 0;
    await until(() => seqs(line.said).length === 50);
    expect(seqs(line.said)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(hub.figures().slow).toBe(0);
  });
});
