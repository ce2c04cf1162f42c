import type { Case } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Seat } from '../../core/gate/proposal.ts';
import { decided, type Decision, refused } from '../../core/refusal.ts';
import type { HearingDiary, SeatChange, SeatMoved, Standing } from '../../ports/hearing-diary.ts';
import type { CaseSoFar } from '../case-so-far.ts';
import { openCaseAt, theCourt, type Court } from '../open-case.ts';
import { personIn } from './act-of-person.ts';

/** Who changes a seat: a person by name, and the court with the way to the record. */
export type Usher = {
  readonly court: Court;
  readonly diary: Pick<HearingDiary, 'moveSeat'>;
  readonly standing: Pick<Standing, 'name'>;
};

/**
 * A person takes a seat, or hands one to a mind. The seat and the event that tells of it are one transaction:
 * there is no moment, and no crash, in which the record names one holder and the policies another. The event
 * moves the version on, so that whatever the former holder was about to say is void.
 *
 * Refusals: CA1 the case has no court yet; SV6 another person sits there; SV4 it is not the caller's to do.
 */
export async function changeSeat(
  { court, diary, standing }: Usher,
  soFar: CaseSoFar,
  change: SeatChange,
): Promise<Decision<CaseEvent>> {
  const { seat } = change;
  let moved: SeatMoved = 'appended';
  const open = openCaseAt(
    {
      ...court,
      store: {
        ...court.store,
        async append(record, batch, expected, shown) {
          moved = await diary.moveSeat(change, { record, batch, expected, shown });
          if (moved === 'occupied' || moved === 'refused') throw new NotSeated();
          return moved;
        },
      },
    },
    soFar,
  );
  const by = change.to === 'caller' ? personIn(seat, standing.name) : theCourt;
  try {
    return await open.act(by, (state) => changed(state, change));
  } catch (error) {
    if (!(error instanceof NotSeated)) throw error;
    return refused(whyNot(moved, seat));
  }
}

/** Goes from the depth of an append to the one who asked for it. */
class NotSeated extends Error {}

function changed({ constitution, seats }: Case, change: SeatChange): Decision<CaseEvent> {
  const { seat } = change;
  if (constitution === null) {
    return refused({ rule: 'CA1', at: [], says: 'This case has no court yet.' });
  }
  const actor = change.to === 'caller' ? 'person' : 'mind';
  const mind = change.to === 'caller' ? 'human' : change.mind;
  const now = seats.get(seat);
  // Of one who takes up the same seat again nothing new is told; the transaction has its own check.
  const isSame = actor === 'mind' && now?.actor === actor && now.mind === mind;
  return isSame ? decided() : decided({ type: 'seat-taken', data: { seat, actor, mind } });
}

function whyNot(moved: SeatMoved, seat: Seat) {
  return moved === 'occupied'
    ? { rule: 'SV6', at: ['path', 'seat'], says: `Somebody sits in the ${seat}’s seat.` }
    : {
        rule: 'SV4',
        at: ['path', 'seat'],
        says: `The ${seat}’s seat is not yours to give or to take: a clerk of the court admits people to a case.`,
      };
}
