import type { CaseEvent } from './case-event.ts';
import type { Case } from './case.ts';
import type { Move, Mover } from './move.ts';
import { decided, refused, type Decision } from '../refusal.ts';

/**
 * Asks a witness, by name or by id, whose own statement was admitted. Refusals: CA2 the exhibit is no admitted statement of
 * that witness; CA5 the element is not in issue.
 */
export function askWitness(
  state: Case,
  { witness, exhibit: id, element, text }: Extract<Move, { act: 'examine' | 'cross-examine' }>,
  { seat }: Mover,
): Decision<CaseEvent> {
  const heard = state.witnesses.find(
    (listed) =>
      listed.exhibit === id && (listed.name.prose === witness || listed.witness === witness),
  );
  const isAdmitted = state.exhibits.get(id)?.standing.kind === 'admitted';
  const isInIssue = element === null || state.issues.has(element);
  if (heard === undefined || !isAdmitted || !isInIssue) {
    const own = {
      rule: 'CA2',
      at: ['exhibit'],
      says: `${id} is no admitted statement of the witness ${witness}.`,
    };
    const matter = { rule: 'CA5', at: ['element'], says: `«${element}» is not in issue.` };
    return refused(
      ...(heard === undefined || !isAdmitted ? [own] : []),
      ...(isInIssue ? [] : [matter]),
    );
  }
  const question = `Q${state.questions.length + 1}`;
  const data = {
    question,
    by: seat,
    witness: heard.name,
    exhibit: id,
    element,
    text: { prose: text },
  };
  return decided({ type: 'question-asked', data });
}
