import type { Case } from '../core/case/case.ts';
import { languageOfCase } from '../core/case/language-of-case.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { HearingAct } from '../core/hearing/lawful-acts.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Briefs } from '../ports/briefs.ts';
import type { SeatView } from '../ports/mind.ts';

/**
 * What a seat may see of a case: everything that was heard; of private notes, of what its mind answered and
 * of what was refused to it, its own alone.
 */
export function viewOf(
  state: Case,
  asked: {
    readonly seat: Seat;
    readonly lawful: readonly HearingAct[];
    readonly refusals: readonly Refusal[];
    readonly briefs: Briefs;
  },
): SeatView {
  const { seat, lawful, refusals, briefs } = asked;
  return {
    seat,
    title: state.constitution?.procedure.titles[seat] ?? seat,
    brief: briefs.get(seat) ?? { version: 'none', text: '' },
    language: languageOfCase(state),
    state: {
      ...state,
      notes: new Map(),
      calls: state.calls.filter((call) => call.seat === seat),
      rejections: state.rejections.filter((rejection) => rejection.seat === seat),
    },
    notes: state.notes.get(seat) ?? '',
    lawful,
    refusals,
  };
}
