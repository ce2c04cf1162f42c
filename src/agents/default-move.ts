import type { Case } from '../core/case/case.ts';
import type { Move } from '../core/case/move.ts';
import { rulingOn } from '../core/evidence/ruling.ts';
import { remark } from '../core/case/remark.ts';
import { languageOfCase } from '../core/case/language-of-case.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { HearingAct } from '../core/hearing/lawful-acts.ts';
import { courtWords } from './court-words.ts';

/** What happens where a seat has nothing to say: it passes, does its duty, or rules as the rules do. */
export function defaultMove(state: Case, seat: Seat, acts: readonly HearingAct[]): Move {
  const words = courtWords(languageOfCase(state));
  if (acts.includes('pass')) return { act: 'pass' };
  if (acts.includes('rule')) {
    const pending = state.objections.findLast(({ ruling }) => ruling === null);
    const ruling =
      pending === undefined
        ? ({ overruled: true, reason: 'open' } as const)
        : rulingOn(state, pending);
    return { act: 'rule', overruled: ruling.overruled, text: words.ruling[ruling.reason] };
  }
  if (acts.includes('answer')) return { act: 'answer', proposal: remark(seat, words.cannotSay) };
  if (acts.includes('close')) return { act: 'close', proposal: remark(seat, words.closes) };
  if (acts.includes('deliberate')) return { act: 'deliberate' };
  return { act: acts.includes('draft') ? 'draft' : 'open' };
}
