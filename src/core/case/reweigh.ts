import { evaluate } from '../argument/evaluate.ts';
import { granted, graphOfCase } from '../evidence/graph-of-case.ts';
import { decided, refused, type Decision } from '../refusal.ts';
import type { CaseEvent, Deliberated } from './case-event.ts';
import type { Case } from './case.ts';
import { evolveCase } from './evolve-case.ts';
import type { Move, Mover } from './move.ts';

/** Labels every issue, and says what follows from them for the disposition. */
export function deliberated(state: Case): Deliberated {
  const labels = evaluate(graphOfCase(state)).labels();
  const isGranted = labels.get(granted) === 'in';
  return { type: 'deliberated', data: { labels: [...labels], granted: isGranted } };
}

/**
 * Changes what a statement weighs, with a reason, and labels the issues anew. Refusals: CA11 no mind says
 * what anything weighs; CA12 the statement has no weight that could be changed; CA13 the new weight is not
 * one from 0 to 1, or is the old one.
 */
export function reweigh(
  state: Case,
  { statement: id, value, text }: Extract<Move, { act: 'reweigh' }>,
  { actor }: Mover,
): Decision<CaseEvent> {
  if (actor === 'mind') {
    const says = 'Only a person in the judge’s seat changes a weight.';
    return refused({ rule: 'CA11', at: ['act'], says });
  }
  const weight = state.statements.get(id)?.weight ?? null;
  if (weight === null) {
    const says = `«${id}» is no statement that has a weight.`;
    return refused({ rule: 'CA12', at: ['statement'], says });
  }
  if (!(value >= 0 && value <= 1)) {
    const says = `A weight lies between 0 and 1; ${value} does not.`;
    return refused({ rule: 'CA13', at: ['value'], says });
  }
  if (value === weight.value) {
    const says = `${id} weighs ${value} already.`;
    return refused({ rule: 'CA13', at: ['value'], says });
  }
  const data = { statement: id, value, reason: { prose: text } };
  const changed: CaseEvent = { type: 'weight-changed', data };
  return decided<CaseEvent>(changed, deliberated(evolveCase(state, changed)));
}
