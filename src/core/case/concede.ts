import { sideOf } from './sides.ts';
import type { CaseEvent } from './case-event.ts';
import type { Case } from './case.ts';
import type { Move, Mover } from './move.ts';
import { decided, refused, type Decision } from '../refusal.ts';

/**
 * Conceding gives the point to the other side. Refusals: CA8 a mind gives nothing away, and nobody but
 * counsel has anything to give; CA5 the element is not in issue.
 */
export function concede(
  state: Case,
  { element, text }: Extract<Move, { act: 'concede' }>,
  { seat, actor }: Mover,
): Decision<CaseEvent> {
  const side = sideOf(seat);
  if (actor === 'mind' || side === undefined) {
    const says = 'Only a person concedes, and only for the party whose seat it is.';
    return refused({ rule: 'CA8', at: ['act'], says });
  }
  const issue = state.issues.get(element);
  if (issue === undefined) {
    const says = `«${element}» is not in issue.`;
    return refused({ rule: 'CA5', at: ['element'], says });
  }
  const position = side === issue.persuade ? 'not-proved' : 'proved';
  const data = { element, position, by: seat, text: { prose: text } } as const;
  return decided({ type: 'element-conceded', data });
}
