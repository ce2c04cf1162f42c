import type { CaseEvent } from './case-event.ts';
import type { Case } from './case.ts';
import type { Move, Mover } from './move.ts';
import { decided, refused, type Decision, type Refusal } from '../refusal.ts';

/**
 * Asks a witness whose own statement was admitted. Refusals: CA2 the exhibit is no admitted statement of
 * that witness; CA5 the element is not in issue.
 */
export function askWitness(
  state: Case,
  { witness, exhibit: id, element, text }: Extract<Move, { act: 'examine' | 'cross-examine' }>,
  { seat }: Mover,
): Decision<CaseEvent> {
  const refusals: Refusal[] = [];
  const own = state.witnesses.some(
    (listed) =>
      listed.exhibit === id && (listed.name.prose === witness || listed.witness === witness),
  );
  if (!own || state.exhibits.get(id)?.standing.kind !== 'admitted') {
    const says = `${id} is no admitted statement of the witness ${witness}.`;
    refusals.push({ rule: 'CA2', at: ['exhibit'], says });
  }
  if (element !== null && !state.issues.has(element)) {
    refusals.push({ rule: 'CA5', at: ['element'], says: `«${element}» is not in issue.` });
  }
  if (refusals.length > 0) return refused(...refusals);
  const question = `Q${state.questions.length + 1}`;
  const data = {
    question,
    by: seat,
    witness: { prose: witness },
    exhibit: id,
    element,
    text: { prose: text },
  };
  return decided({ type: 'question-asked', data });
}
