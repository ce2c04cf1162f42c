import type { Case } from '../../core/case/case.ts';
import type { Seat } from '../../core/gate/proposal.ts';
import type { CaseSoFar, Said } from '../case-so-far.ts';

/** What somebody may see of a case: all that was heard, and of what is private to a seat, their own seats'. */
export type Seen = {
  readonly state: Case;
  readonly said: readonly Said[];
};

/** @param seats seats that the viewer holds */
export function seenBy({ state, said }: CaseSoFar, seats: readonly Seat[]): Seen {
  const isOwn = (seat: Seat) => seats.includes(seat);
  return {
    state: {
      ...state,
      notes: new Map([...state.notes].filter(([seat]) => isOwn(seat))),
      calls: state.calls.filter(({ seat }) => isOwn(seat)),
      rejections: state.rejections.filter(({ seat }) => isOwn(seat)),
    },
    said: said.filter(({ privateTo }) => privateTo === null || isOwn(privateTo)),
  };
}
