import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { decideMove } from '../core/case/decide-move.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import { languageOfCase } from '../core/case/language-of-case.ts';
import type { Move } from '../core/case/move.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { HearingAct } from '../core/hearing/lawful-acts.ts';
import type { Refusal } from '../core/refusal.ts';
import { certain, theCourt, type Entry } from '../court/open-case.ts';
import type { Mind, MindAnswer } from '../ports/mind.ts';
import { courtWords } from './court-words.ts';
import { defaultMove } from './default-move.ts';
import { wordedRefusal } from './refusal-words.ts';

/** What a mind said, or why nothing came of asking it. */
export type Answered = MindAnswer & { readonly failed?: string };

/** Who was asked, for the how manieth time in this turn (from 1), and what it might do. */
export type Asked = {
  readonly seat: Seat;
  readonly acts: readonly HearingAct[];
  readonly tries: number;
  readonly mind: Mind;
  /** The court's own mind: does what the rules do where a seat has nothing lawful to say. */
  readonly own: Mind;
};

/** Tries of one turn before the floor passes on. */
const mostTries = 3;

/**
 * All that one answer comes to on the record, to be appended in one piece, so that no answer is on record
 * without what became of it: the call of a model, then the move where the court grants it, or the refusal
 * with its rules, or why the floor lapsed and what the rules do in the seat's stead.
 */
export function entriesOfAnswer(state: Case, asked: Asked, answer: Answered): readonly Entry[] {
  const { seat, tries, mind } = asked;
  const call = callOf(seat, answer);
  if (answer.leaves === true) return byCourt([...call, seatTaken(seat, asked.own)]);
  if (answer.failed !== undefined) {
    return inItsStead(state, asked, [
      ...call,
      lapse(seat, tries, courtWords(languageOfCase(state)).failed(answer.failed)),
    ]);
  }
  const { move, refusals = [] } = answer;
  if (refusals.length > 0) {
    return afterRefusal(state, asked, [...call, rejected(state, seat, unreadable, refusals)]);
  }
  if (move === null) return inItsStead(state, asked, call);
  const mover = { seat, actor: mind.actor };
  const decision = decideMove(call.reduce(evolveCase, state), move, mover);
  if (decision.kind === 'refused') {
    const told = { act: move.act, text: wordsOf(move) };
    return afterRefusal(state, asked, [...call, rejected(state, seat, told, decision.refusals)]);
  }
  const by = { seat, kind: mind.actor };
  return [...byCourt(call), ...decision.events.map((event) => ({ by, event }))];
}

export function seatTaken(seat: Seat, { name, actor }: Mind): CaseEvent {
  return { type: 'seat-taken', data: { seat, actor, mind: name } };
}

/** The mind is told and may try again, unless this was its last try. */
function afterRefusal(state: Case, asked: Asked, events: readonly CaseEvent[]): readonly Entry[] {
  const { seat, tries } = asked;
  if (tries < mostTries) return byCourt(events);
  const { nothingLawful } = courtWords(languageOfCase(state));
  return inItsStead(state, asked, [...events, lapse(seat, tries, nothingLawful)]);
}

/** What the rules do where a seat has nothing to say; if not even that is lawful, it is a bug. */
function inItsStead(
  state: Case,
  { seat, acts, own }: Asked,
  events: readonly CaseEvent[],
): readonly Entry[] {
  const by = { seat, kind: own.actor };
  const after = events.reduce(evolveCase, state);
  const move = defaultMove(after, seat, acts);
  const moved = certain(decideMove(after, move, { seat, actor: own.actor, byRule: true }));
  return [...byCourt(events), ...moved.map((event) => ({ by, event }))];
}

const byCourt = (events: readonly CaseEvent[]): readonly Entry[] =>
  events.map((event) => ({ by: theCourt, event }));

function callOf(seat: Seat, { call }: Answered): readonly CaseEvent[] {
  if (call === undefined) return [];
  const answer = { prose: call.answer.toWellFormed().replaceAll('\0', '\u{fffd}') };
  return [{ type: 'mind-called', data: { seat, ...call, answer } }];
}

/** Most of a refused text that the record keeps, in UTF-16 code units: as much as a turn may say. */
const mostKept = 4_000;

/** An answer that was no move at all. */
const unreadable = { act: 'none', text: '' };

function wordsOf(move: Move): string {
  if ('proposal' in move) return move.proposal.text;
  return 'text' in move ? move.text : '';
}

function rejected(
  state: Case,
  seat: Seat,
  { act, text }: { readonly act: string; readonly text: string },
  refusals: readonly Refusal[],
): CaseEvent {
  return {
    type: 'proposal-rejected',
    data: {
      seat,
      act,
      text: { prose: text.slice(0, mostKept).toWellFormed() },
      refusals: refusals
        .map((refusal) => wordedRefusal(state, act, refusal))
        .map(({ rule, says }) => ({ rule, says: { prose: says.toWellFormed() } })),
    },
  };
}

function lapse(seat: Seat, tries: number, because: string): CaseEvent {
  const data = { seat, tries, because: { prose: because.toWellFormed() } };
  return { type: 'floor-lapsed', data };
}
