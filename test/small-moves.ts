import type { CaseEvent } from '../src/core/case/case-event.ts';
import { noCase, type Case } from '../src/core/case/case.ts';
import { decideMove } from '../src/core/case/decide-move.ts';
import { evolveCase } from '../src/core/case/evolve-case.ts';
import type { Move, Mover } from '../src/core/case/move.ts';
import type { Seat } from '../src/core/gate/proposal.ts';
import { specFor } from './given.ts';
import { at, contract, filedCase, phase, statement } from './small-case.ts';

export const { given } = specFor<Case, CaseEvent>(noCase, evolveCase);
export const mind = (seat: Seat): Mover => ({ seat, actor: 'mind' });
export const person = (seat: Seat): Mover => ({ seat, actor: 'person' });
export const moves = (move: Move, mover: Mover) => (state: Case) => decideMove(state, move, mover);

export const promised = at(contract, 'The supplier promised delivery on the first of March.');
export const accepted = at(statement, 'The buyer accepted the delay without a word.');
export const arrived = at(statement, 'I saw the van arrive on the ninth of March.');

export const offered = (...exhibits: string[]): CaseEvent => ({
  type: 'exhibit-offered',
  data: { exhibits, by: 'prosecutor', text: { prose: 'We offer them.' } },
});
export const openToObjection: CaseEvent = {
  type: 'hearing-stepped',
  data: {
    type: 'act-done',
    seat: 'prosecutor',
    act: 'offer',
    leaves: { kind: 'objection-open', to: 'offer', seat: 'defender' },
  },
};
export const askedOpen: CaseEvent = {
  type: 'hearing-stepped',
  data: {
    type: 'act-done',
    seat: 'prosecutor',
    act: 'examine',
    leaves: { kind: 'objection-open', to: 'question', seat: 'defender' },
  },
};
export const rulingDue = (on: 'offer' | 'question'): CaseEvent => ({
  type: 'hearing-stepped',
  data: {
    type: 'act-done',
    seat: 'defender',
    act: 'object',
    leaves: { kind: 'ruling-due', on, objector: 'defender' },
  },
});
export const answerDue: CaseEvent = {
  type: 'hearing-stepped',
  data: { type: 'act-done', seat: 'defender', act: 'pass', leaves: { kind: 'answer-due' } },
};
export const objected = (
  against: Extract<CaseEvent, { type: 'objection-made' }>['data']['against'],
  ground: string,
): CaseEvent => ({
  type: 'objection-made',
  data: { objection: 'O1', by: 'defender', against, ground, text: { prose: 'We object.' } },
});
export const asked = (text: string): CaseEvent => ({
  type: 'question-asked',
  data: {
    question: 'Q1',
    by: 'prosecutor',
    witness: { prose: 'Cy Teal' },
    exhibit: 'E3',
    element: 'promise',
    text: { prose: text },
  },
});
export const evidence = [...filedCase, phase(1, 'prosecutor')];
