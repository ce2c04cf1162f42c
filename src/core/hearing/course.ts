import type { Seat } from '../gate/proposal.ts';
import type { Act, Procedure } from '../jurisdiction/profile.ts';
import type { Doing } from './decide-act.ts';
import { doneBy, dutyOf, type Hearing, type Pending, type Session } from './hearing.ts';
import { phaseOf, type HearingAct } from './lawful-acts.ts';

/** What the course of a hearing is made of. The rest of the record says what was said. */
export type HearingEvent =
  | { readonly type: 'hearing-opened'; readonly by: Seat }
  | { readonly type: 'phase-begun'; readonly phase: number; readonly floor: Seat }
  | { readonly type: 'act-done'; readonly seat: Seat; readonly act: Act; readonly leaves: Pending }
  | { readonly type: 'floor-given'; readonly to: Seat }
  | { readonly type: 'hearing-closed' }
  | { readonly type: 'draft-signed' }
  | { readonly type: 'draft-rejected' };

export function evolveHearing(hearing: Hearing, event: HearingEvent): Hearing {
  switch (event.type) {
    case 'hearing-opened':
      return hearing;
    case 'phase-begun':
      return {
        state: 'in-session',
        phase: event.phase,
        floor: event.floor,
        done: {},
        passes: 0,
        pending: { kind: 'nothing' },
      };
    case 'act-done':
      return hearing.state === 'in-session' ? afterAct(hearing, event) : hearing;
    case 'floor-given':
      return hearing.state === 'in-session' ? { ...hearing, floor: event.to } : hearing;
    case 'hearing-closed':
      return { state: 'closed' };
    case 'draft-signed':
      return { state: 'signed' };
    case 'draft-rejected':
      return { state: 'rejected' };
  }
}

/** Acts on the floor and objections count towards the limit; rulings and answers do not. */
function afterAct(
  session: Session,
  { seat, act, leaves }: { seat: Seat; act: Act; leaves: Pending },
): Session {
  const onFloor = session.pending.kind === 'nothing';
  const counts = act === 'object' || (onFloor && act !== 'pass');
  const done = counts ? { ...session.done, [seat]: [...doneBy(session, seat), act] } : session.done;
  const passes = onFloor ? (act === 'pass' ? session.passes + 1 : 0) : session.passes;
  return { ...session, done, passes, pending: leaves };
}

/** The events that follow from a lawful act, up to the next moment at which somebody must act. */
export function courseAfter(
  hearing: Hearing,
  procedure: Procedure,
  doing: Doing,
): readonly HearingEvent[] {
  if (doing.act === 'sign') return [{ type: 'draft-signed' }];
  if (doing.act === 'reject') return [{ type: 'draft-rejected' }];

  const events: HearingEvent[] = [];
  if (hearing.state === 'not-opened') {
    events.push(
      { type: 'hearing-opened', by: doing.seat },
      { type: 'phase-begun', phase: 0, floor: doing.seat },
    );
  }
  const session = inSession(events.reduce(evolveHearing, hearing));
  const done: HearingEvent = {
    type: 'act-done',
    seat: doing.seat,
    act: doing.act,
    leaves: whatFollows(session, doing),
  };
  events.push(done);
  return [...events, ...moveOn(inSession(evolveHearing(session, done)), procedure)];
}

function inSession(hearing: Hearing): Session {
  if (hearing.state !== 'in-session') throw new Error(`a ${hearing.state} hearing has no floor`);
  return hearing;
}

const nothing: Pending = { kind: 'nothing' };

/** An offer and a question are open to objection; an objection to a ruling; a question to an answer. */
function whatFollows({ pending }: Session, { seat, act, overruled }: Doing): Pending {
  switch (pending.kind) {
    case 'nothing': {
      const to = openToObjection.get(act);
      const opponent: Seat = seat === 'defender' ? 'prosecutor' : 'defender';
      return to === undefined ? nothing : { kind: 'objection-open', to, seat: opponent };
    }
    case 'objection-open': {
      const { to } = pending;
      if (act === 'object') return { kind: 'ruling-due', on: to, objector: seat };
      return to === 'question' ? { kind: 'answer-due' } : nothing;
    }
    case 'ruling-due': {
      const { on, objector } = pending;
      if (on === 'offer') return { kind: 'objection-open', to: on, seat: objector };
      return overruled === true ? { kind: 'answer-due' } : nothing;
    }
    case 'answer-due':
      return nothing;
  }
}

const openToObjection: ReadonlyMap<HearingAct, 'offer' | 'question'> = new Map([
  ['offer', 'offer'],
  ['examine', 'question'],
  ['cross-examine', 'question'],
]);

/** Gives the floor to the next in order, begins the next phase, or closes the hearing. */
function moveOn(session: Session, procedure: Procedure): readonly HearingEvent[] {
  if (session.pending.kind !== 'nothing') return [];
  const phase = phaseOf(session, procedure);
  const duties = phase.order.some((seat) => dutyOf(session, phase, seat) !== undefined);
  if (!duties && session.passes >= phase.order.length) {
    const next = session.phase + 1;
    const following = procedure.phases[next];
    return following === undefined
      ? [{ type: 'hearing-closed' }]
      : [{ type: 'phase-begun', phase: next, floor: firstOf(following.order) }];
  }
  const after = (phase.order.indexOf(session.floor) + 1) % phase.order.length;
  return [{ type: 'floor-given', to: firstOf(phase.order.slice(after)) }];
}

function firstOf(order: readonly Seat[]): Seat {
  const [first] = order;
  if (first === undefined) throw new Error('a phase gives the floor to nobody');
  return first;
}
