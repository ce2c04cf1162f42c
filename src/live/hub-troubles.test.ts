import { describe, expect, test } from 'vitest';
import { follow, hubOf } from '../../test/live-hub.ts';
import { caseA, lapsed, listLine, liveWorld, seqs, until } from '../../test/live-world.ts';
import type { Refusal } from '../core/refusal.ts';

describe('what fails outside', () => {
  test('LV20: a record that cannot be read for a while is gone on with where it stopped', async () => {
    const world = liveWorld();
    let isBroken = false;
    const desk = world.desk();
    const hub = hubOf(world, {
      record: async (record, from) => {
        if (isBroken) throw new Error('the database is away');
        return await desk.record(record, from);
      },
    });
    const line = listLine();
    await follow(hub, line, world.admit(1));
    await world.append(...lapsed(1));
    await until(() => seqs(line.said).length === 1);
    isBroken = true;
    await world.append(...lapsed(2));
    await until(() => world.faults.length > 0);
    isBroken = false;
    await world.append(...lapsed(3));
    await until(() => seqs(line.said).length === 3);
    expect(seqs(line.said)).toEqual([1, 2, 3]);
  });

  test('LV23: where rights cannot be asked again nothing is told, and the reader is sent away to come again', async () => {
    const world = liveWorld();
    let isBroken = false;
    const desk = world.desk();
    const hub = hubOf(world, {
      entryFor: (caller) => async (caseId) => {
        if (isBroken) throw new Error('the database is away');
        return await desk.entryFor(caller)(caseId);
      },
    });
    const line = listLine();
    const ended: Refusal[] = [];
    await follow(hub, line, world.admit(1), 0, (refusal) => ended.push(refusal));
    isBroken = true;
    hub.changed(caseA);
    await until(() => ended.length > 0);
    expect(ended).toMatchObject([{ rule: 'LV14' }]);
    await world.append(...lapsed(1));
    expect(seqs(line.said)).toEqual([]);
  });

  test('LV23: rights are asked again now and then, though nobody says that they changed', async () => {
    const world = liveWorld();
    const hub = hubOf(world, {}, { rightsMs: 20 });
    const ended: Refusal[] = [];
    await follow(hub, listLine(), world.admit(1), 0, (refusal) => ended.push(refusal));
    world.dismiss(1);
    await until(() => ended.length > 0);
    expect(ended).toMatchObject([{ rule: 'LV12' }]);
  });

  test('LV23: after news were missed everything is looked at again, and goes on', async () => {
    const world = liveWorld();
    const hub = hubOf(world);
    const [line, out] = [listLine(), listLine()];
    const ended: Refusal[] = [];
    await follow(hub, line, world.admit(1));
    await follow(hub, out, world.admit(2), 0, (refusal) => ended.push(refusal));
    await world.append(...lapsed(1));
    await until(() => seqs(line.said).length === 1);
    world.dismiss(2);
    world.bus.join(() => {}).tell({ kind: 'missed' });
    await until(() => ended.length > 0);
    await world.append(...lapsed(2));
    await until(() => seqs(line.said).length === 2);
    expect(seqs(line.said)).toEqual([1, 2]);
    expect(line.said.filter(({ type }) => type === 'resync')).toEqual([]);
  });

  test('LV20: frames that are no longer ready are made again', async () => {
    const world = liveWorld();
    for (let n = 1; n <= 30; n += 1) await world.append(...lapsed(n));
    const hub = hubOf(world, {}, { frameBytes: 500 });
    const all = Array.from({ length: 30 }, (_, n) => n + 1);
    for (const n of [1, 2]) {
      const line = listLine();
      await follow(hub, line, world.admit(n));
      expect(seqs(line.said)).toEqual(all);
    }
  });

  test('a room closes some time after its last reader left, and opens again', async () => {
    const world = liveWorld();
    const hub = hubOf(world, {}, { emptyRoomMs: 20 });
    const caller = world.admit(1);
    (await follow(hub, listLine(), caller)).leave();
    await until(() => hub.figures().rooms === 0);
    await world.append(...lapsed(1));
    const line = listLine();
    await follow(hub, line, caller);
    expect(seqs(line.said)).toEqual([1]);
  });
});
