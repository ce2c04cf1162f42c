import { describe, expect, test } from 'vitest';
import { openSmallCase, smallCourt } from '../../../test/world.ts';
import { filedCase } from '../../../test/small-case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { decided } from '../../core/refusal.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { openCase, theCourt } from '../open-case.ts';
import { casesInHand } from './cases-in-hand.ts';

const note = (text: string): CaseEvent => ({
  type: 'notes-handed',
  data: { seat: 'defender', notes: { prose: text } },
});

/** A small case on record, and how often anybody read. */
async function small() {
  const court = smallCourt();
  const open = await openSmallCase(court);
  const reads: number[] = [];
  const store: Pick<RecordStore, 'read' | 'texts'> = {
    read(id, from = 1) {
      reads.push(from);
      return court.store.read(id, from);
    },
    texts: (id, from) => court.store.texts(id, from),
  };
  return { court, open, store, reads };
}

describe('cases in hand', () => {
  test('are read once, however many ask at once, and read on by what is new', async () => {
    const { open, store, reads } = await small();
    const cases = casesInHand(store, 1_000_000);
    const version = open.version();
    const all = await Promise.all([1, 2, 3].map(() => cases.at('C-1', version)));
    expect(new Set(all).size).toBe(1);
    expect(reads).toEqual([1]);
    await open.act(theCourt, () => decided(note('New.')));
    expect(await cases.at('C-1', version)).toBe(all[0]);
    expect((await cases.at('C-1', open.version())).state.notes.get('defender')).toBe('New.');
    expect(reads).toEqual([1, version + 1]);
  });

  test('are read on when somebody wrote; of what nobody asked for nothing is read', async () => {
    const { open, store, reads } = await small();
    const cases = casesInHand(store, 1_000_000);
    cases.announced('C-1');
    expect(reads).toEqual([]);
    await cases.at('C-1', 1);
    await open.act(theCourt, () => decided(note('New.')));
    cases.announced('C-1');
    cases.announced('C-1');
    await cases.at('C-1', open.version());
    expect(reads).toHaveLength(2);
  });

  test('what fails at an announcement is told to whoever asks', async () => {
    const { store } = await small();
    let works = true;
    const failing: typeof store = {
      ...store,
      read: async (id, from) => {
        if (works) return await store.read(id, from);
        throw new Error('no record today');
      },
    };
    const cases = casesInHand(failing, 1_000_000);
    const { tip } = await cases.at('C-1', 1);
    works = false;
    cases.announced('C-1');
    await expect(cases.at('C-1', tip.seq + 1)).rejects.toThrow('no record today');
  });

  test('a version that never comes is a fault that may pass', async () => {
    const { store, open, reads } = await small();
    const cases = casesInHand(store, 1_000_000);
    const asked = cases.at('C-1', open.version() + 1);
    await expect(asked).rejects.toMatchObject({ port: 'record-store', retryable: true });
    expect(reads).toHaveLength(3);
  });

  test('are read from the beginning when they were forgotten', async () => {
    const { store, reads } = await small();
    const cases = casesInHand(store, 1_000_000);
    await cases.at('C-1', 1);
    cases.forget('C-1');
    cases.forget('C-9');
    expect(cases.figures()).toEqual({ cases: 0, size: 0 });
    await cases.at('C-1', 1);
    cases.forgetAll();
    expect(cases.figures()).toEqual({ cases: 0, size: 0 });
    await cases.at('C-1', 1);
    expect(reads).toEqual([1, 1, 1]);
  });

  test('one that is forgotten while it is read is given to who waits, and not held', async () => {
    const { store, reads } = await small();
    const cases = casesInHand(store, 1_000_000);
    const asked = cases.at('C-1', 1);
    cases.forget('C-1');
    expect((await asked).tip.seq).toBeGreaterThan(0);
    expect(cases.figures()).toEqual({ cases: 0, size: 0 });
    await cases.at('C-1', 1);
    expect(reads).toEqual([1, 1]);
  });

  test('are let go when they are too many, the one longest unasked for first', async () => {
    const { court, store, reads } = await small();
    for (const id of ['C-2', 'C-3']) {
      const other = await openCase(court, id);
      await other.act(theCourt, () => decided(...filedCase));
    }
    const { size } = await casesInHand(store, 1).at('C-1', 1);
    reads.length = 0;
    const cases = casesInHand(store, 2 * size);
    await cases.at('C-1', 1);
    await cases.at('C-2', 1);
    await cases.at('C-1', 1);
    await cases.at('C-3', 1);
    expect(cases.figures()).toEqual({ cases: 2, size: expect.any(Number) });
    expect(reads).toHaveLength(3);
    await cases.at('C-1', 1);
    expect(reads).toHaveLength(3);
    await cases.at('C-2', 1);
    expect(reads).toHaveLength(4);
  });

  test('the one asked for last is held, however large', async () => {
    const { store, reads } = await small();
    const cases = casesInHand(store, 1);
    await cases.at('C-1', 1);
    await cases.at('C-1', 1);
    expect(reads).toEqual([1]);
    expect(cases.figures().cases).toBe(1);
  });
});
