import { decideMove } from '../../core/case/decide-move.ts';
import { parseMove } from '../../core/case/parse-move.ts';
import type { Seat } from '../../core/gate/proposal.ts';
import type { Author } from '../../core/record/event.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Standing } from '../../ports/hearing-diary.ts';
import type { OpenCase } from '../open-case.ts';

/** What a person wishes to do, resting on what the case was at `version`. */
export type ActAsked = {
  readonly seat: Seat;
  /** Nobody vouches for it yet. */
  readonly move: unknown;
  readonly version: number;
};

/** The case at `version` after it was done; `overtaken`: it rests on a version that is past. */
export type ActDone =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * A person acts from the seat that they hold. All of it enters the record or nothing does; what is refused
 * leaves no trace, for a person may look before they leap.
 *
 * Refusals: SV4 the seat is not the person's; MV rules, HR rules, GT rules and the others of decideMove.
 */
export async function actOfPerson(
  open: OpenCase,
  standing: Pick<Standing, 'seats' | 'name'>,
  { seat, move, version }: ActAsked,
): Promise<ActDone> {
  if (!standing.seats.includes(seat)) {
    const says = `Only whoever sits in it acts from the ${seat}’s seat: take it first.`;
    return { kind: 'refused', refusals: [{ rule: 'SV4', at: ['body', 'seat'], says }] };
  }
  if (open.version() !== version) return { kind: 'overtaken' };
  const state = open.state();
  const parsed = parseMove(move, seat, state);
  if (parsed.kind === 'refused') return parsed;
  const decision = decideMove(state, parsed.move, { seat, actor: 'person' });
  if (decision.kind === 'refused') return decision;
  const by = personIn(seat, standing.name);
  const entries = decision.events.map((event) => ({ by, event }));
  const outcome = await open.record(version, entries);
  return outcome === 'recorded' ? { kind: 'done', version: open.version() } : { kind: outcome };
}

/** A person in a seat, as the record names them. */
export function personIn(seat: Seat, name: string): Author {
  const who = { seat, kind: 'person' } as const;
  return name === '' ? who : { ...who, name: { prose: name } };
}
