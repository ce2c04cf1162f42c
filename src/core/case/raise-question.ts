import { questionAbout, sideHelped, sideOf } from './sides.ts';
import type { CaseEvent } from './case-event.ts';
import type { Case } from './case.ts';
import { courtroomOf } from './courtroom-of.ts';
import type { Move, Mover } from './move.ts';
import { anchorEntries } from './say.ts';
import { gate } from '../gate/gate.ts';
import { decided, refused, type Decision } from '../refusal.ts';

/**
 * A question is asked with its ground: a passage that makes one doubt, or a person's own word. Refusals:
 * CA5 the statement invites no such question, or it was asked before; HR8 it helps the other side; CA6 a
 * mind asks without a passage.
 */
export function raiseQuestion(
  state: Case,
  { statement, question, proposal }: Extract<Move, { act: 'raise-question' }>,
  { seat, actor }: Mover,
): Decision<CaseEvent> {
  const target = state.statements.get(statement);
  if (target === undefined || questionAbout(state, statement, question) === undefined) {
    const says = `«${statement}» invites no critical question «${question}».`;
    return refused({ rule: 'CA5', at: ['question'], says });
  }
  const asked = state.criticalQuestions.some(
    (one) => one.statement === statement && one.question === question,
  );
  if (asked) {
    const says = `«${question}» was asked of ${statement} before.`;
    return refused({ rule: 'CA5', at: ['question'], says });
  }
  const helped = sideHelped(state, target.conclusion);
  if (helped !== undefined && helped === sideOf(seat)) {
    const says = `The ${seat} puts no question against its own side on ${statement}.`;
    return refused({ rule: 'HR8', at: ['statement'], says });
  }
  if (actor === 'mind' && proposal.anchors.length === 0) {
    const says = 'A mind asks a critical question only with a passage that gives reason to.';
    return refused({ rule: 'CA6', at: ['proposal', 'anchors'], says });
  }
  const ground = { ...proposal, role: seat, conclusion: { about: 'nothing' as const } };
  const answer = gate(
    ground,
    courtroomOf(state, () => []),
  );
  if (answer.kind === 'refused') return answer;
  const data = {
    statement,
    question,
    by: seat,
    text: { prose: proposal.text },
    anchors: anchorEntries(answer),
  };
  return decided({ type: 'critical-question-raised', data });
}
