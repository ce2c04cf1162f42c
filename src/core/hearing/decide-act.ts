import { decided, refused, type Decision } from '../refusal.ts';
import type { Seat } from '../gate/proposal.ts';
import type { Phase, Procedure } from '../jurisdiction/profile.ts';
import { actsOf, doneBy, dutyOf, type Hearing, type Pending, type Session } from './hearing.ts';
import { courseAfter, type HearingEvent } from './course.ts';
import {
  isAnswerToOthers,
  lawfulActs,
  phaseOf,
  precedesDraft,
  type HearingAct,
  type LawfulAct,
} from './lawful-acts.ts';

/** Who does something, and whether a person or a mind sits in the seat. */
export type Doing = {
  readonly seat: Seat;
  readonly actor: 'person' | 'mind';
  readonly act: HearingAct;
  /** Whether a ruling lets stand what was objected to. Read for `rule` alone. */
  readonly overruled?: boolean;
};

/**
 * Decides whether an act is lawful now, and what follows from it for the course of the hearing.
 *
 * Refusals: HR1 the hearing is in no state for it; HR2 the seat has not the floor; HR3 the phase has no
 * such act for the seat; HR4 something else must be dealt with first, or there is nothing to answer to;
 * HR5 a duty comes before; HR6 the seat did this once, or its acts in this phase are used up; HR7 only a
 * person in the judge's seat signs or rejects.
 */
export function decideAct(
  hearing: Hearing,
  procedure: Procedure,
  doing: Doing,
): Decision<HearingEvent> {
  const lawful = lawfulActs(hearing, procedure);
  const isListed = lawful.some(({ seat, act }) => seat === doing.seat && act === doing.act);
  if (!isListed) return refused({ at: ['act'], ...whyNot(hearing, procedure, doing, lawful) });
  if (isOnDraft(doing.act) && doing.actor !== 'person') {
    return refused({ rule: 'HR7', at: ['actor'], says: onlyAPerson });
  }
  return decided(...courseAfter(hearing, procedure, doing));
}

const isOnDraft = (act: HearingAct) => act === 'sign' || act === 'reject';

const onlyAPerson = 'Only a person in the judge’s seat signs or rejects a draft.';

type Why = { readonly rule: string; readonly says: string };

function whyNot(
  hearing: Hearing,
  procedure: Procedure,
  { seat, act }: Doing,
  lawful: readonly LawfulAct[],
): Why {
  if (hearing.state === 'closed' && isOnDraft(act)) return { rule: 'HR7', says: onlyAPerson };
  const other = lawful.find((one) => one.act === act);
  if (hearing.state === 'not-opened' && other !== undefined) {
    return { rule: 'HR2', says: `It is for the ${other.seat} to ${act} the hearing.` };
  }
  if (hearing.state !== 'in-session' || isOnDraft(act)) {
    return { rule: 'HR1', says: `${stateSays[hearing.state]}: nobody may ${act} now.` };
  }
  if (hearing.pending.kind !== 'nothing') {
    return { rule: 'HR4', says: pendingSays(hearing.pending) };
  }
  if (hearing.floor !== seat) {
    return { rule: 'HR2', says: `The ${hearing.floor} has the floor, not the ${seat}.` };
  }
  return whyNotOnFloor(hearing, phaseOf(hearing, procedure), seat, act);
}

function whyNotOnFloor(session: Session, phase: Phase, seat: Seat, act: HearingAct): Why {
  const duty = dutyOf(session, phase, seat);
  const isKnown = actsOf(phase, seat).some((one) => one === act);
  const isBesideDuty = duty === 'draft' && isKnown && precedesDraft(act);
  if (duty !== undefined && !isBesideDuty) {
    return { rule: 'HR5', says: `First the ${seat} must ${duty}.` };
  }
  if (!isKnown) {
    return { rule: 'HR3', says: `In the phase «${phase.name}» the ${seat} may not ${act}.` };
  }
  if (isAnswerToOthers(act)) {
    return { rule: 'HR4', says: `Nothing calls for the ${seat} to ${act} now.` };
  }
  if (precedesDraft(act) && !isBesideDuty) {
    return { rule: 'HR1', says: `The draft is made: nobody may ${act} now.` };
  }
  return doneBy(session, seat).length < phase.limit
    ? { rule: 'HR6', says: `The ${seat} did ${act} already, and does so once in a phase.` }
    : { rule: 'HR6', says: `The ${seat} has used its ${phase.limit} acts of this phase.` };
}

const stateSays: Readonly<Record<Hearing['state'], string>> = {
  'not-opened': 'The hearing is not opened yet',
  'in-session': 'The hearing is in session',
  closed: 'The hearing is closed',
  signed: 'The draft is signed',
  rejected: 'The draft is rejected',
};

function pendingSays(pending: Exclude<Pending, { kind: 'nothing' }>): string {
  switch (pending.kind) {
    case 'objection-open':
      return `First the ${pending.seat} may object to the ${pending.to}.`;
    case 'ruling-due':
      return `First the judge must rule on the objection to the ${pending.on}.`;
    case 'answer-due':
      return 'First the witness must answer.';
  }
}
