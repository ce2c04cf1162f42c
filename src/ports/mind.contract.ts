import { describe, expect, test } from 'vitest';
import type { Move } from '../core/case/move.ts';
import { MindFault, type Mind, type MindAnswer, type SeatView } from './mind.ts';

/** How the suite gets at a mind. */
export type MindUnderContract = {
  /** A mind that has not spoken, to be asked with this view. */
  readonly open: (view: SeatView) => Promise<Mind>;
  /** A mind whose outside thing fails; a mind without an outside thing has none. */
  readonly broken?: () => Promise<Mind>;
};

/** Every mind passes this suite; `views` are what seats saw in a hearing, one at least for each seat. */
export function mindContract(
  name: string,
  views: () => Promise<readonly SeatView[]>,
  { open, broken }: MindUnderContract,
): void {
  async function ask(mind: Mind, view: SeatView): Promise<MindAnswer> {
    return mind.next(view, () => undefined);
  }

  describe(`mind: ${name}`, () => {
    test('[MI1] answers with a move that is open to the seat, or with none', async () => {
      for (const view of await views()) {
        const { move } = await ask(await open(view), view);
        expect(move === null || view.lawful.includes(move.act)).toBe(true);
      }
    });

    test('[MI1] whatever it says, it says for the seat that was asked', async () => {
      for (const view of await views()) {
        const { move } = await ask(await open(view), view);
        const spoken = move !== null && 'proposal' in move ? move.proposal.role : view.seat;
        expect(spoken).toBe(view.seat);
      }
    });

    test('[MI2] changes nothing of what it is shown', async () => {
      for (const view of await views()) {
        const before = told(view);
        await ask(await open(view), view);
        expect(told(view)).toBe(before);
      }
    });

    test('[MI3] does not make a move again that was just refused', async () => {
      const refusals = [{ rule: 'GT5', at: [], says: 'E1 does not say that, word for word.' }];
      for (const view of await views()) {
        const mind = await open(view);
        const { move } = await ask(mind, view);
        if (move === null || isBare(move)) continue;
        const again = await ask(mind, { ...view, refusals });
        expect(again.move).not.toEqual(move);
      }
    });

    test.runIf(broken !== undefined)('[MI4] an outside fault is a MindFault', async () => {
      const mind = await broken?.();
      const [view] = await views();
      if (mind === undefined || view === undefined) throw new Error('nothing to ask');
      await expect(ask(mind, view)).rejects.toThrow(MindFault);
    });
  });
}

/** A move that says nothing but its act cannot be made otherwise. */
const isBare = (move: Move) => Object.keys(move).length === 1;

/** A view as one text, maps and all. */
function told(view: SeatView): string {
  return JSON.stringify(view, (_key, value: unknown) =>
    value instanceof Map ? [...value.entries()] : value,
  );
}
