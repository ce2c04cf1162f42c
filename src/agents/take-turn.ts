import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { HearingAct } from '../core/hearing/lawful-acts.ts';
import type { OpenCase } from '../court/open-case.ts';
import type { Briefs } from '../ports/briefs.ts';
import { MindFault, type Mind, type SeatView } from '../ports/mind.ts';
import { entriesOfAnswer, type Answered } from './entries-of-answer.ts';
import { viewOf } from './view.ts';

/** The seat that must act next, and what it may do. */
export type Turn = { readonly seat: Seat; readonly acts: readonly HearingAct[] };

/** What a turn needs of the hearing around it. */
export type Surroundings = {
  /** The court's own mind: does what the rules do where a seat has nothing lawful to say. */
  readonly own: Mind;
  readonly briefs: Briefs;
  /** An event that this hearing wrote, once it is on the record for good, and the case after it. */
  heard(event: CaseEvent, state: Case): void;
  /** Words as a mind says them; nothing of them is on the record yet. */
  streamed(seat: Seat, words: string): void;
};

/**
 * One try of a turn: the mind is asked, the court decides, and what comes of it is appended in one piece,
 * then told. `left`: a person left the seat. `overtaken`: another writer was faster, the answer is void and
 * the case in hand is what that one made of it.
 */
export async function takeTurn(
  open: OpenCase,
  around: Surroundings,
  { seat, acts }: Turn,
  mind: Mind,
): Promise<'taken' | 'left' | 'overtaken'> {
  const version = open.version();
  const { tries, refusals } = open.turn();
  const view = viewOf(open.state(), { seat, lawful: acts, refusals, briefs: around.briefs });
  const answer = await ask(mind, view, (words) => around.streamed(seat, words));
  if (open.version() !== version) return 'overtaken';
  const before = open.state();
  const asked = { seat, acts, tries: tries + 1, mind, own: around.own };
  const entries = entriesOfAnswer(before, asked, answer);
  if ((await open.record(version, entries)) === 'overtaken') return 'overtaken';
  tell(
    around,
    before,
    entries.map(({ event }) => event),
  );
  return answer.leaves === true ? 'left' : 'taken';
}

/** Tells events that are on the record to whoever listens, each with the case after it. */
export function tell(
  { heard }: Pick<Surroundings, 'heard'>,
  before: Case,
  events: readonly CaseEvent[],
): void {
  let state = before;
  for (const event of events) {
    state = evolveCase(state, event);
    heard(event, state);
  }
}

async function ask(mind: Mind, view: SeatView, stream: (words: string) => void): Promise<Answered> {
  try {
    return await mind.next(view, stream);
  } catch (error) {
    if (!(error instanceof MindFault)) throw error;
    const { message, call } = error;
    return { move: null, failed: message, ...(call === undefined ? {} : { call }) };
  }
}
