import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Refusal } from '../../core/refusal.ts';

/** What was tried of the turn that is open: told by the record, so that whoever goes on knows it too. */
export type TurnSoFar = {
  /** Number of tries that were refused. */
  readonly tries: number;
  /** Why the last of them was. */
  readonly refusals: readonly Refusal[];
};

export const untried: TurnSoFar = { tries: 0, refusals: [] };

/** A refused try leaves the turn open; a call of a model alone changes nothing; all else ends the turn. */
export function turnAfter(turn: TurnSoFar, event: CaseEvent): TurnSoFar {
  if (event.type === 'mind-called') return turn;
  if (event.type !== 'proposal-rejected') return untried;
  const refusals = event.data.refusals.map(({ rule, says }) => ({
    rule,
    at: [],
    says: says.prose,
  }));
  return { tries: turn.tries + 1, refusals };
}
