import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { decideMove } from '../core/case/decide-move.ts';
import type { Move, Mover } from '../core/case/move.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { HearingAct } from '../core/hearing/lawful-acts.ts';
import { decided, refused, type Refusal } from '../core/refusal.ts';
import { certain, theCourt, type OpenCase } from '../court/open-case.ts';
import { MindFault, type Mind, type MindAnswer, type SeatView } from '../ports/mind.ts';
import { courtWords } from './court-words.ts';
import { defaultMove } from './default-move.ts';
import type { Briefs } from '../ports/briefs.ts';
import { viewOf } from './view.ts';

/** The seat that must act next, and what it may do. */
export type Turn = { readonly seat: Seat; readonly acts: readonly HearingAct[] };

/** What a turn needs of the hearing around it. */
export type Surroundings = {
  /** The court's own mind: does what the rules do where a seat has nothing lawful to say. */
  readonly own: Mind;
  readonly briefs: Briefs;
  heard(event: CaseEvent, state: Case): void;
  streamed(seat: Seat, words: string): void;
};

/** Tries of one turn before the floor passes on. */
const mostTries = 3;

/**
 * One turn: the mind proposes, the court decides, a refusal is recorded and told to the mind. False: a
 * person left the seat.
 */
export async function takeTurn(
  open: OpenCase,
  around: Surroundings,
  { seat, acts }: Turn,
  mind: Mind,
): Promise<boolean> {
  let refusals: readonly Refusal[] = [];
  let tries = 0;
  while (tries < mostTries) {
    tries += 1;
    const view = viewOf(open.state(), { seat, lawful: acts, refusals, briefs: around.briefs });
    const answer = await ask(mind, view, (words) => around.streamed(seat, words));
    await recordCall(open, around, seat, answer);
    if (answer.leaves === true) return false;
    if (answer.failed !== undefined) {
      await lapse(open, around, seat, tries, answer.failed);
      break;
    }
    refusals = answer.refusals ?? [];
    if (refusals.length > 0) {
      await reject(open, around, seat, { act: 'none', text: '' }, refusals);
    } else {
      if (answer.move === null) break;
      refusals = await attempt(open, around, { seat, actor: mind.actor }, answer.move);
      if (refusals.length === 0) return true;
    }
    if (tries === mostTries) {
      const { nothingLawful } = courtWords(view.language);
      await lapse(open, around, seat, tries, nothingLawful);
    }
  }
  // A seat with nothing to say does what the rules do in its stead; if not even that is lawful, it is a bug.
  const byRule = defaultMove(open.state(), seat, acts);
  refusals = await attempt(open, around, { seat, actor: around.own.actor, byRule: true }, byRule);
  certain(refusals.length === 0 ? decided() : refused(...refusals));
  return true;
}

/** Puts on the record what the court itself notes, and tells it to whoever listens. */
export async function tell(
  open: OpenCase,
  { heard }: Pick<Surroundings, 'heard'>,
  event: CaseEvent,
): Promise<void> {
  certain(await open.act(theCourt, () => decided(event)));
  heard(event, open.state());
}

async function ask(
  mind: Mind,
  view: SeatView,
  stream: (words: string) => void,
): Promise<MindAnswer & { readonly failed?: string }> {
  try {
    return await mind.next(view, stream);
  } catch (error) {
    if (!(error instanceof MindFault)) throw error;
    const { message, call } = error;
    return { move: null, failed: message, ...(call === undefined ? {} : { call }) };
  }
}

async function recordCall(
  open: OpenCase,
  around: Surroundings,
  seat: Seat,
  { call }: MindAnswer,
): Promise<void> {
  if (call === undefined) return;
  const data = { seat, ...call, answer: { prose: call.answer.toWellFormed() } };
  await tell(open, around, { type: 'mind-called', data });
}

/** Puts a move before the court; what is refused is recorded as refused, with the rule. */
async function attempt(
  open: OpenCase,
  around: Surroundings,
  mover: Mover,
  move: Move,
): Promise<readonly Refusal[]> {
  const { seat, actor } = mover;
  const author = { seat, kind: actor };
  const decision = await open.act(author, (state) => decideMove(state, move, mover));
  if (decision.kind === 'decided') {
    for (const event of decision.events) around.heard(event, open.state());
    return [];
  }
  await reject(open, around, seat, { act: move.act, text: wordsOf(move) }, decision.refusals);
  return decision.refusals;
}

/** Most of a refused text that the record keeps, in UTF-16 code units: as much as a turn may say. */
const mostKept = 4_000;

function wordsOf(move: Move): string {
  if ('proposal' in move) return move.proposal.text;
  return 'text' in move ? move.text : '';
}

async function reject(
  open: OpenCase,
  around: Surroundings,
  seat: Seat,
  { act, text }: { readonly act: string; readonly text: string },
  refusals: readonly Refusal[],
): Promise<void> {
  await tell(open, around, {
    type: 'proposal-rejected',
    data: {
      seat,
      act,
      text: { prose: text.slice(0, mostKept).toWellFormed() },
      refusals: refusals.map(({ rule, says }) => ({
        rule,
        says: { prose: says.toWellFormed() },
      })),
    },
  });
}

async function lapse(
  open: OpenCase,
  around: Surroundings,
  seat: Seat,
  tries: number,
  because: string,
): Promise<void> {
  const data = { seat, tries, because: { prose: because.toWellFormed() } };
  await tell(open, around, { type: 'floor-lapsed', data });
}
