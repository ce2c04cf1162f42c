import { describe, expect, test } from 'vitest';
import { openSmallCase, smallCourt } from '../../test/world.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { decided } from '../core/refusal.ts';
import type { RecordStore } from '../ports/record-store.ts';
import { nothingYet, readOn } from './case-so-far.ts';
import { theCourt } from './open-case.ts';

const note = (text: string): CaseEvent => ({
  type: 'notes-handed',
  data: { seat: 'defender', notes: { prose: text } },
});

async function small() {
  const court = smallCourt();
  const open = await openSmallCase(court);
  return { court, open, read: await readOn(court.store, nothingYet('C-1')) };
}

describe('a case so far', () => {
  test('is read on from where it stands, and comes to what it comes to when read at once', async () => {
    const { court, open, read } = await small();
    const asked: number[] = [];
    const watched: Pick<RecordStore, 'read' | 'texts'> = {
      read(id, from = 1) {
        asked.push(from);
        return court.store.read(id, from);
      },
      texts: (id) => court.store.texts(id),
    };
    expect(await readOn(watched, read)).toBe(read);
    await open.act(theCourt, () => decided(note('Later.')));
    const further = await readOn(watched, read);
    expect(asked).toEqual([read.tip.seq + 1, read.tip.seq + 1]);
    expect(further.state.notes.get('defender')).toBe('Later.');
    expect({ ...further, size: 0 }).toEqual({
      ...(await readOn(court.store, nothingYet('C-1'))),
      size: 0,
    });
    expect(open.soFar()).toEqual({ ...further, size: open.soFar().size });
    expect(further.size).toBeGreaterThan(read.size);
  });

  test('is a fault where an event was changed, left out, or belongs elsewhere', async () => {
    const { court } = await small();
    const recorded = await court.store.read('C-1');
    const [first, second, ...rest] = recorded;
    if (first === undefined || second === undefined) throw new Error('no record');
    const lying = (events: typeof recorded) => ({
      read: async () => events,
      texts: () => court.store.texts('C-1'),
    });
    const forged = { ...second, at: '2020-01-01T00:00:00.000Z' };
    for (const events of [
      [second, ...rest],
      [first, ...rest],
      [first, forged, ...rest],
    ]) {
      await expect(readOn(lying(events), nothingYet('C-1'))).rejects.toThrow('is broken after');
    }
    await expect(readOn(lying(recorded), nothingYet('C-2'))).rejects.toThrow('is broken after');
  });

  test('is a fault where a text is not the one of its hash, and shows a mark where one left', async () => {
    const { court } = await small();
    const texts = await court.store.texts('C-1');
    const read: RecordStore['read'] = (id, from) => court.store.read(id, from);
    const changed = texts.map((one) => ({ ...one, text: `${one.text}!` }));
    const lying = { read, texts: async () => changed };
    await expect(readOn(lying, nothingYet('C-1'))).rejects.toMatchObject({ retryable: false });
    const erased = await readOn({ read, texts: async () => [] }, nothingYet('C-1'));
    expect(erased.state.filing?.caption.prose).toMatch(/^\[withheld [0-9a-f]{8}\]$/);
  });

  test('names the persons who spoke', async () => {
    const { court, open } = await small();
    const by = { seat: 'judge', kind: 'person', name: { prose: 'The Judge' } } as const;
    const data = { seat: 'judge', actor: 'person', mind: 'human' } as const;
    await open.act(by, () => decided({ type: 'seat-taken', data }));
    const [last] = open.soFar().said.slice(-1);
    expect(last).toMatchObject({ by: { kind: 'person', name: 'The Judge' }, privateTo: null });
    expect((await readOn(court.store, nothingYet('C-1'))).said.at(-1)).toEqual(last);
  });
});
