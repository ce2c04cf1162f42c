import { seats, type Seat } from '../gate/proposal.ts';
import type { Act, Phase, Procedure } from '../jurisdiction/profile.ts';
import { actsOf, doneBy, dutyOf, type Hearing, type Session } from './hearing.ts';

/** An act that a seat may lawfully do now. */
export type LawfulAct = { readonly seat: Seat; readonly act: HearingAct };

/** What the phases know, and what becomes of the draft afterwards. */
export type HearingAct = Act | 'sign' | 'reject';

/**
 * What may be done now, and by whom: the one table that the API, the room and the agents read.
 * Empty only when the hearing has come to its end.
 */
export function lawfulActs(hearing: Hearing, procedure: Procedure): readonly LawfulAct[] {
  switch (hearing.state) {
    case 'not-opened':
      return opening(procedure);
    case 'in-session':
      return seats.flatMap((seat) =>
        actsInSession(hearing, procedure, seat).map((act) => ({ seat, act })),
      );
    case 'closed':
      return [
        { seat: 'judge', act: 'sign' },
        { seat: 'judge', act: 'reject' },
      ];
    case 'signed':
    case 'rejected':
      return [];
  }
}

/** The hearing is opened by the first seat that the first phase names for it. */
function opening({ phases }: Procedure): readonly LawfulAct[] {
  const [first] = phases;
  const openers = seats.filter((seat) => first?.may[seat]?.includes('open'));
  return openers.slice(0, 1).map((seat) => ({ seat, act: 'open' }));
}

function actsInSession(session: Session, procedure: Procedure, seat: Seat): readonly Act[] {
  const { pending } = session;
  switch (pending.kind) {
    case 'objection-open': {
      if (pending.seat !== seat) return [];
      const phase = phaseOf(session, procedure);
      const left = doneBy(session, seat).length < phase.limit;
      return left && actsOf(phase, seat).includes('object') ? ['object', 'pass'] : ['pass'];
    }
    case 'ruling-due':
      return seat === 'judge' ? ['rule'] : [];
    case 'answer-due':
      return seat === 'witness' ? ['answer'] : [];
    case 'nothing':
      return session.floor === seat ? actsOnFloor(session, phaseOf(session, procedure), seat) : [];
  }
}

/** Acts that only a pending matter calls for. */
const answersToOthers: ReadonlySet<HearingAct> = new Set(['object', 'rule', 'answer']);

export const isAnswerToOthers = (act: HearingAct): boolean => answersToOthers.has(act);

/** What may still be done while the draft is owed, and no more once it is made: the draft tells it. */
export const precedesDraft = (act: HearingAct): boolean => act === 'reweigh';

/** Acts that are done once in a phase. */
const once: ReadonlySet<Act> = new Set(['open', 'appear', 'close', 'deliberate', 'draft']);

function actsOnFloor(session: Session, phase: Phase, seat: Seat): readonly Act[] {
  const own = actsOf(phase, seat);
  const done = doneBy(session, seat);
  const hasActsLeft = done.length < phase.limit;
  const duty = dutyOf(session, phase, seat);
  if (duty !== undefined) {
    return duty === 'draft' && hasActsLeft ? [duty, ...own.filter(precedesDraft)] : [duty];
  }
  const free = own.filter(
    (act) =>
      act !== 'pass' &&
      !isAnswerToOthers(act) &&
      !precedesDraft(act) &&
      !(once.has(act) && done.includes(act)),
  );
  return hasActsLeft ? [...free, 'pass'] : ['pass'];
}

/** The phase that a session is in; a session outside its procedure is a bug, not a state. */
export function phaseOf({ phase }: Session, { id, phases }: Procedure): Phase {
  const found = phases[phase];
  if (found === undefined) throw new Error(`procedure ${id} has no phase ${phase}`);
  return found;
}
