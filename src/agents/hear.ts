import type { Case } from '../core/case/case.ts';
import type { CaseEvent, PassagesNoted, SearchReported } from '../core/case/case-event.ts';
import type { Seat } from '../core/gate/proposal.ts';
import { lawfulActs } from '../core/hearing/lawful-acts.ts';
import type { HeadPurpose } from '../core/record/head.ts';
import { decided, refused } from '../core/refusal.ts';
import { busy, certain, theCourt, type OpenCase } from '../court/open-case.ts';
import type { Mind } from '../ports/mind.ts';
import { seatTaken } from './entries-of-answer.ts';
import { takeTurn, tell, type Surroundings, type Turn } from './take-turn.ts';

/** Who sits where, and what the hearing is told: each event as it enters the record, words as they come. */
export type Bench = Surroundings & {
  /** A seat that is not among them has the court's own mind; a person may leave one to it. */
  readonly minds: ReadonlyMap<Seat, Mind>;
  /** Who sits there at this moment, where seats change hands outside of the hearing. */
  seated?(seat: Seat, state: Case): Mind;
  /** What was looked for on issues on which nobody spoke, and what bears on issues though it takes no side. */
  search(state: Case): readonly (SearchReported | PassagesNoted)[];
};

/** How often in a row the store may say «stale» of a case to which nobody added anything. */
const mostStale = 5;

/**
 * Hears a case to the draft, from wherever its record stands: whoever must act next is asked, until nobody
 * is left. What is to be done follows from the record alone and every step enters it in one piece, so a
 * hearing that was broken off at any moment goes on here as if it had not been. Several may hear one case at
 * once: of each step one comes first, and the others go on from there.
 */
export async function hear(open: OpenCase, bench: Bench): Promise<void> {
  const minds = new Map(bench.minds);
  let stale = 0;
  for (const [seat, mind] of minds) await takeSeat(open, bench, seat, mind);
  for (let turn = nextTurn(open.state()); turn !== undefined; turn = nextTurn(open.state())) {
    if (turn.acts.includes('deliberate') && !open.isSigned('hearing-closed')) {
      await closeArgument(open, bench);
      continue;
    }
    const version = open.version();
    const mind = bench.seated?.(turn.seat, open.state()) ?? minds.get(turn.seat) ?? bench.own;
    const outcome = await takeTurn(open, bench, turn, mind);
    if (outcome === 'left') minds.set(turn.seat, bench.own);
    stale = open.version() === version ? stale + 1 : 0;
    if (stale === mostStale) certain(refused(busy));
  }
  await signOnce(open, 'draft-made');
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
  await note(open, bench, ({ seats }) =>
    seats.get(seat)?.mind === mind.name ? [] : [seatTaken(seat, mind)],
  );
}

async function closeArgument(open: OpenCase, bench: Bench): Promise<void> {
  await note(open, bench, (state) =>
    bench.search(state).filter(({ type, data }) => {
      const told = type === 'search-reported' ? state.searches : state.noted;
      return !told.has(data.element);
    }),
  );
  await signOnce(open, 'hearing-closed');
}

/** Puts on the record what the court itself notes. */
async function note(
  open: OpenCase,
  bench: Bench,
  noted: (state: Case) => readonly CaseEvent[],
): Promise<void> {
  let before = open.state();
  const decision = await open.act(theCourt, (state) => {
    before = state;
    return decided(...noted(state));
  });
  tell(bench, before, certain(decision));
}

async function signOnce(open: OpenCase, purpose: HeadPurpose): Promise<void> {
  if (!open.isSigned(purpose)) certain(await open.signHead(purpose));
}
