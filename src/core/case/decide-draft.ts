import { decideAct } from '../hearing/decide-act.ts';
import { decided, refused, type Decision, type Refusal } from '../refusal.ts';
import type { CaseEvent } from './case-event.ts';
import type { Case } from './case.ts';
import { faultsOfWords } from './faults-of-words.ts';
import type { Mover } from './move.ts';

/** What a judge makes of the draft in which a hearing ended. It is no move: no mind can ask for it. */
export type DraftChoice = {
  readonly act: 'sign' | 'reject';
  /** Who signs or rejects, by name. */
  readonly name: string;
  /** Why; may be empty where the draft is signed. */
  readonly reason: string;
};

/** Longest name, in UTF-16 code units. */
const longestName = 200;

/**
 * Decides upon a draft. Refusals: CA1 no court; HR1 and HR7 the law of the hearing; DR2 there is no draft;
 * CA14 nobody is named; GT1 the reason is none.
 */
export function decideDraft(
  state: Case,
  { act, name, reason }: DraftChoice,
  mover: Mover,
): Decision<CaseEvent> {
  const { constitution, draft } = state;
  if (constitution === null) {
    return refused({ rule: 'CA1', at: [], says: 'This case has no court yet.' });
  }
  const lawful = decideAct(state.hearing, constitution.procedure, { ...mover, act });
  if (lawful.kind === 'refused') return lawful;
  if (draft === null) {
    return refused({ rule: 'DR2', at: ['act'], says: `There is no draft to ${act}.` });
  }
  const isSilent = act === 'sign' && reason === '';
  const unsayable = isSilent ? [] : faultsOfWords(state, mover.seat, reason);
  const faults = [...faultsOfName(name), ...unsayable];
  if (faults.length > 0) return refused(...faults);

  const decision = act === 'sign' ? 'signed' : 'rejected';
  const data = { decision, by: { prose: name }, reason: { prose: reason } } as const;
  const steps = lawful.events.map((step): CaseEvent => ({ type: 'hearing-stepped', data: step }));
  return decided<CaseEvent>({ type: 'draft-decided', data }, ...steps);
}

function faultsOfName(name: string): readonly Refusal[] {
  const isName = name.length <= longestName && /\p{L}/u.test(name) && !/\p{C}/u.test(name);
  const says = `A draft is signed or rejected by a name, in one line of at most ${longestName} characters.`;
  return isName ? [] : [{ rule: 'CA14', at: ['name'], says }];
}
