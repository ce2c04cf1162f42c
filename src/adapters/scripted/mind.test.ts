import { describe, expect, test } from 'vitest';
import { viewsOfDemo } from '../../../test/hear-folder.ts';
import type { Move } from '../../core/case/move.ts';
import { mindContract } from '../../ports/mind.contract.ts';
import type { SeatView } from '../../ports/mind.ts';
import { scriptedMind, type Scripted } from './mind.ts';

const concede: Move = { act: 'concede', element: 'breach', text: 'We give it up.' };

mindContract('scripted', viewsOfDemo, {
  open: async () => scriptedMind([concede, concede, { act: 'pass' }]),
});

async function viewWith(act: string): Promise<SeatView> {
  const view = (await viewsOfDemo()).find(({ lawful }) => lawful.some((one) => one === act));
  if (view === undefined) throw new Error(`nobody was ever asked to ${act}`);
  return view;
}

async function play(script: readonly Scripted[], views: readonly SeatView[]) {
  const mind = scriptedMind(script);
  const moves = [];
  for (const view of views) moves.push((await mind.next(view, () => undefined)).move);
  return moves;
}

describe('a script', () => {
  test('is played in order, each move at the first turn at which its act is lawful', async () => {
    const opening = await viewWith('open');
    const argument = await viewWith('concede');
    const moves = await play([concede, { act: 'pass' }], [opening, argument, argument, argument]);
    expect(moves).toEqual([null, concede, { act: 'pass' }, null]);
  });

  test('may follow from what the seat sees, and may let a turn go by', async () => {
    const view = await viewWith('concede');
    const told = (seen: SeatView): Move => ({ ...concede, text: seen.seat });
    expect(await play([null, told], [view, view])).toEqual([null, { ...concede, text: view.seat }]);
  });

  test('skips a move that was just refused', async () => {
    const view = await viewWith('concede');
    const refused = { ...view, refusals: [{ rule: 'CA8', at: [], says: 'No.' }] };
    expect(await play([concede, concede, { act: 'pass' }], [view, refused])).toEqual([
      concede,
      { act: 'pass' },
    ]);
  });

  test('is a mind’s, or a person’s where that is said', () => {
    expect(scriptedMind([]).actor).toBe('mind');
    expect(scriptedMind([], 'person').actor).toBe('person');
  });
});
