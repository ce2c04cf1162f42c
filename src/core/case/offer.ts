import type { CaseEvent } from './case-event.ts';
import type { Case } from './case.ts';
import type { Move, Mover } from './move.ts';
import { decided, refused, type Decision, type Refusal } from '../refusal.ts';

/** Offers exhibits of the file. Refusals: CA2 there is none of that name; CA3 it cannot be offered. */
export function offer(
  state: Case,
  { exhibits, text }: Extract<Move, { act: 'offer' }>,
  { seat }: Mover,
): Decision<CaseEvent> {
  const refusals: Refusal[] = exhibits.flatMap((id, index): Refusal[] => {
    const at = ['exhibits', index];
    const standing = state.exhibits.get(id)?.standing.kind;
    if (standing === undefined) return [{ rule: 'CA2', at, says: `There is no exhibit ${id}.` }];
    return standing === 'filed'
      ? []
      : [{ rule: 'CA3', at, says: `${id} is ${standing}: it cannot be offered.` }];
  });
  if (exhibits.length === 0) {
    refusals.push({ rule: 'CA2', at: ['exhibits'], says: 'An offer names an exhibit.' });
  }
  if (refusals.length > 0) return refused(...refusals);
  const data = { exhibits: [...new Set(exhibits)], by: seat, text: { prose: text } };
  return decided({ type: 'exhibit-offered', data });
}

/** To let an offer pass without objection admits it. */
export function admittedUnopposed({ hearing, exhibits }: Case): readonly CaseEvent[] {
  const open = hearing.state === 'in-session' && hearing.pending.kind === 'objection-open';
  if (!open || hearing.pending.to !== 'offer') return [];
  return [...exhibits.values()].flatMap(({ exhibit, standing }) =>
    standing.kind === 'offered' ? [{ type: 'exhibit-admitted', data: { exhibit } } as const] : [],
  );
}
