import type { Case } from '../core/case/case.ts';
import type { SearchReported } from '../core/case/case-event.ts';
import type { Seat } from '../core/gate/proposal.ts';
import { lawfulActs } from '../core/hearing/lawful-acts.ts';
import { certain, type OpenCase } from '../court/open-case.ts';
import type { Mind } from '../ports/mind.ts';
import { takeTurn, tell, type Surroundings, type Turn } from './take-turn.ts';

/** Who sits where, and what the hearing is told: each event as it enters the record, words as they come. */
export type Bench = Surroundings & {
  /** A seat that is not among them has the court's own mind; a person may leave one to it. */
  readonly minds: ReadonlyMap<Seat, Mind>;
  /** What was looked for on issues on which nobody spoke. */
  search(state: Case): readonly SearchReported['data'][];
};

/** Hears a case from its opening to the draft: whoever must act next is asked, until nobody is left. */
export async function hear(open: OpenCase, bench: Bench): Promise<void> {
  const minds = new Map(bench.minds);
  let argued = false;
  for (const [seat, mind] of minds) await takeSeat(open, bench, seat, mind);
  for (let turn = nextTurn(open.state()); turn !== undefined; turn = nextTurn(open.state())) {
    if (!argued && turn.acts.includes('deliberate')) {
      await closeArgument(open, bench);
      argued = true;
    }
    const stays = await takeTurn(open, bench, turn, minds.get(turn.seat) ?? bench.own);
    if (!stays) {
      minds.set(turn.seat, bench.own);
      await takeSeat(open, bench, turn.seat, bench.own);
    }
  }
  certain(await open.signHead('draft-made'));
}

/** At any moment it is one seat alone that must act. */
function nextTurn({ hearing, constitution }: Case): Turn | undefined {
  const over = hearing.state !== 'not-opened' && hearing.state !== 'in-session';
  if (over || constitution === null) return undefined;
  const lawful = lawfulActs(hearing, constitution.procedure);
  const [first] = lawful;
  return first === undefined
    ? undefined
    : {
        seat: first.seat,
        acts: lawful.filter(({ seat }) => seat === first.seat).map(({ act }) => act),
      };
}

async function takeSeat(open: OpenCase, bench: Bench, seat: Seat, mind: Mind): Promise<void> {
  const { name, actor } = mind;
  await tell(open, bench, { type: 'seat-taken', data: { seat, actor, mind: name } });
}

async function closeArgument(open: OpenCase, bench: Bench): Promise<void> {
  for (const data of bench.search(open.state())) {
    await tell(open, bench, { type: 'search-reported', data });
  }
  certain(await open.signHead('hearing-closed'));
}
