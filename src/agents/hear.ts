import type { Case } from '../core/case/case.ts';
import type { CaseEvent, SearchReported } from '../core/case/case-event.ts';
import { decideMove } from '../core/case/decide-move.ts';
import type { Move } from '../core/case/move.ts';
import type { Seat } from '../core/gate/proposal.ts';
import { lawfulActs, type HearingAct } from '../core/hearing/lawful-acts.ts';
import { decided, refused, type Refusal } from '../core/refusal.ts';
import { certain, theCourt, type OpenCase } from '../court/open-case.ts';
import type { Briefs } from '../ports/briefs.ts';
import { MindFault, type Mind, type MindAnswer, type SeatView } from '../ports/mind.ts';
import { courtWords } from './court-words.ts';
import { defaultMove } from './default-move.ts';
import { viewOf } from './view.ts';

/** Who sits where, and what the hearing is told. */
export type Bench = {
  readonly minds: ReadonlyMap<Seat, Mind>;
  /** The court's own mind: takes a seat that nobody has, or that a person leaves. */
  readonly own: Mind;
  readonly briefs: Briefs;
  /** What was looked for on issues on which nobody spoke. */
  search(state: Case): readonly SearchReported['data'][];
  /** Each event as it enters the record. */
  heard(event: CaseEvent, state: Case): void;
  /** Words of a seat while they come. */
  streamed(seat: Seat, words: string): void;
};

/** Tries of one turn before the floor passes on. */
const mostTries = 3;

/** Hears a case from its opening to the draft: whoever must act next is asked, until nobody is left. */
export async function hear(open: OpenCase, bench: Bench): Promise<void> {
  const minds = new Map(bench.minds);
  for (const [seat, mind] of minds) await takeSeat(open, bench, seat, mind);
  for (let turn = nextTurn(open.state()); turn !== undefined; turn = nextTurn(open.state())) {
    if (turn.acts.includes('deliberate')) await closeArgument(open, bench);
    const mind = minds.get(turn.seat) ?? bench.own;
    const stays = await takeTurn(open, bench, turn, mind);
    if (!stays) {
      minds.set(turn.seat, bench.own);
      await takeSeat(open, bench, turn.seat, bench.own);
    }
  }
  certain(await open.signHead('draft-made'));
}

type Turn = { readonly seat: Seat; readonly acts: readonly HearingAct[] };

/** The seat that must act next, and what it may do. At any moment it is one seat alone. */
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

const wordsOfCourt = (open: OpenCase) =>
  courtWords(open.state().constitution?.profile.language ?? 'en');

/** One turn: the mind proposes, the court decides, a refusal is told to the mind. False: it left. */
async function takeTurn(open: OpenCase, bench: Bench, turn: Turn, mind: Mind): Promise<boolean> {
  const { seat, acts } = turn;
  let refusals: readonly Refusal[] = [];
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const view = viewOf(open.state(), { seat, lawful: acts, refusals, briefs: bench.briefs });
    const answer = await ask(mind, view, (words) => bench.streamed(seat, words));
    if (answer.call !== undefined) {
      const data = { seat, ...answer.call, answer: { prose: answer.call.answer.toWellFormed() } };
      await tell(open, bench, { type: 'mind-called', data });
    }
    if (answer.leaves === true) return false;
    if (answer.failed !== undefined) {
      await lapse(open, bench, seat, tries, answer.failed);
      break;
    }
    if (answer.move === null) break;
    refusals = await attempt(open, bench, seat, mind, answer.move);
    if (refusals.length === 0) return true;
    if (tries === mostTries) {
      await lapse(open, bench, seat, tries, wordsOfCourt(open).nothingLawful);
    }
  }
  // A seat with nothing to say does what the rules do in its stead; if not even that is lawful, it is a bug.
  refusals = await attempt(open, bench, seat, bench.own, defaultMove(open.state(), seat, acts));
  certain(refusals.length === 0 ? decided() : refused(...refusals));
  return true;
}

async function ask(
  mind: Mind,
  view: SeatView,
  stream: (words: string) => void,
): Promise<MindAnswer & { readonly failed?: string }> {
  try {
    return await mind.next(view, stream);
  } catch (error) {
    if (error instanceof MindFault) return { move: null, failed: error.message };
    throw error;
  }
}

/** Puts a move before the court; what is refused is recorded as refused, with the rule. */
async function attempt(
  open: OpenCase,
  bench: Bench,
  seat: Seat,
  mind: Mind,
  move: Move,
): Promise<readonly Refusal[]> {
  const { actor } = mind;
  const author = { seat, kind: actor };
  const decision = await open.act(author, (state) => decideMove(state, move, { seat, actor }));
  if (decision.kind === 'decided') {
    for (const event of decision.events) bench.heard(event, open.state());
    return [];
  }
  await tell(open, bench, {
    type: 'proposal-rejected',
    data: {
      seat,
      act: move.act,
      text: { prose: wordsOf(move) },
      refusals: decision.refusals.map(({ rule, says }) => ({
        rule,
        says: { prose: says.toWellFormed() },
      })),
    },
  });
  return decision.refusals;
}

/** Most of a refused text that the record keeps, in UTF-16 code units: as much as a turn may say. */
const mostKept = 4_000;

function wordsOf(move: Move): string {
  const words = 'proposal' in move ? move.proposal.text : 'text' in move ? move.text : '';
  return words.slice(0, mostKept).toWellFormed();
}

async function lapse(
  open: OpenCase,
  bench: Bench,
  seat: Seat,
  tries: number,
  because: string,
): Promise<void> {
  const data = { seat, tries, because: { prose: because.toWellFormed() } };
  await tell(open, bench, { type: 'floor-lapsed', data });
}

async function tell(open: OpenCase, bench: Bench, event: CaseEvent): Promise<void> {
  certain(await open.act(theCourt, () => decided(event)));
  bench.heard(event, open.state());
}
