import type { CaseEvent, ObjectionTarget } from './case-event.ts';
import type { Case, ConstitutedCase } from './case.ts';
import type { Move, Mover } from './move.ts';
import { rulingOn } from '../evidence/ruling.ts';
import { decided, refused, type Decision } from '../refusal.ts';

/**
 * Objects to an exhibit of the offer, or to the question just asked. Refusals: CA2 it is not open to
 * objection now; CA4 the jurisdiction knows no such ground against it.
 */
export function objectTo(
  state: ConstitutedCase,
  { exhibit, ground: id, text }: Extract<Move, { act: 'object' }>,
  { seat }: Mover,
): Decision<CaseEvent> {
  const against = objectedTo(state, exhibit);
  if (against === undefined) {
    const says = `${exhibit ?? 'A question'} is not open to objection now.`;
    return refused({ rule: 'CA2', at: ['exhibit'], says });
  }
  const grounds = state.constitution.profile.objections;
  if (!grounds.some((one) => one.id === id && one.against === against.kind)) {
    const says = `«${id}» is no ground of objection against this ${against.kind}.`;
    return refused({ rule: 'CA4', at: ['ground'], says });
  }
  const objection = `O${state.objections.length + 1}`;
  const data = { objection, by: seat, against, ground: id, text: { prose: text } };
  return decided({ type: 'objection-made', data });
}

function objectedTo(
  { hearing, exhibits, questions }: Case,
  exhibit: string | null,
): ObjectionTarget | undefined {
  if (exhibit !== null) {
    const offered = exhibits.get(exhibit)?.standing.kind === 'offered';
    return offered ? { kind: 'exhibit', exhibit } : undefined;
  }
  const open =
    hearing.state === 'in-session' &&
    hearing.pending.kind === 'objection-open' &&
    hearing.pending.to === 'question';
  return open ? { kind: 'question', question: `Q${questions.length}` } : undefined;
}

/**
 * Rules on the pending objection: what stands is admitted or may be answered, what falls is excluded.
 * Refusal CA7: a mind rules otherwise than the rules of evidence do.
 */
export function rule(
  state: Case,
  { overruled, text }: Extract<Move, { act: 'rule' }>,
  { actor }: Mover,
): Decision<CaseEvent> {
  const pending = state.objections.filter(({ ruling }) => ruling === null);
  const departs = pending.some((objection) => rulingOn(state, objection).overruled !== overruled);
  if (actor === 'mind' && departs) {
    const says = 'Only a person in the judge’s seat rules otherwise than the rules of evidence do.';
    return refused({ rule: 'CA7', at: ['overruled'], says });
  }
  return decided(
    ...pending.flatMap(({ objection, against }): readonly CaseEvent[] => {
      const reason = { prose: text };
      const ruled: CaseEvent = { type: 'objection-ruled', data: { objection, overruled, reason } };
      if (against.kind === 'question') return [ruled];
      const { exhibit } = against;
      return overruled
        ? [ruled, { type: 'exhibit-admitted', data: { exhibit } }]
        : [ruled, { type: 'exhibit-excluded', data: { exhibit, reason } }];
    }),
  );
}
