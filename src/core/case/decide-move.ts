import type { CaseEvent } from './case-event.ts';
import type { Case, ConstitutedCase } from './case.ts';
import { concede } from './concede.ts';
import { faultsOfWords } from './faults-of-words.ts';
import { fitForMind } from './fit-for-mind.ts';
import type { Move, Mover } from './move.ts';
import { objectTo, rule } from './object-and-rule.ts';
import { admittedUnopposed, offer } from './offer.ts';
import { askWitness } from './ask-witness.ts';
import { raiseQuestion } from './raise-question.ts';
import { deliberated, reweigh } from './reweigh.ts';
import { say } from './say.ts';
import { decideAct } from '../hearing/decide-act.ts';
import { draftJson } from '../resolution/draft-json.ts';
import { draftMarkdown } from '../resolution/draft-markdown.ts';
import { makeDraft } from '../resolution/make-draft.ts';
import { decided, refused, type Decision } from '../refusal.ts';

/**
 * Decides what a seat asks to do in the hearing: first the law of the hearing, then the gate, then what
 * the act itself asks for. Nothing but this function makes an event of a hearing; what becomes of the draft
 * is decided apart (decide-draft).
 *
 * Refusals: HR1 to HR9 (core/hearing, advance-rules), GT1 to GT9 (core/gate), CA1 no court, CA2 nothing of
 * that name can be dealt with so, CA3 an exhibit cannot be offered (any more), CA4 no such ground of
 * objection, CA5 no such issue or question, CA6 a mind asks with a passage, CA7 a mind rules as the rules
 * do, CA8 only a person concedes, CA9 and CA10 what no paper makes a mind say (fit-for-mind), CA11 only a
 * person changes a weight, CA12 which there is, CA13 and within its bounds.
 */
export function decideMove(state: Case, move: Move, mover: Mover): Decision<CaseEvent> {
  const { constitution } = state;
  if (constitution === null) {
    return refused({ rule: 'CA1', at: [], says: 'This case has no court yet.' });
  }
  const overruled = move.act === 'rule' && move.overruled;
  const doing = { ...mover, act: move.act, overruled };
  const lawful = decideAct(state.hearing, constitution.procedure, doing);
  if (lawful.kind === 'refused') return lawful;
  const unsayable = 'text' in move ? faultsOfWords(state, mover.seat, move.text) : [];
  if (unsayable.length > 0) return refused(...unsayable);

  const told = tell({ ...state, constitution }, move, mover);
  if (told.kind === 'refused') return told;
  const unfit = fitForMind(state, move, mover, told.events);
  if (unfit.length > 0) return refused(...unfit);
  const steps = lawful.events.map((data): CaseEvent => ({ type: 'hearing-stepped', data }));
  return decided(...told.events, ...steps);
}

function tell(state: ConstitutedCase, move: Move, mover: Mover): Decision<CaseEvent> {
  switch (move.act) {
    case 'open':
    case 'appear':
      return decided();
    case 'deliberate':
      return decided(deliberated(state));
    case 'draft':
      return draftMade(state);
    case 'pass':
      return decided(...admittedUnopposed(state));
    case 'state-case':
    case 'argue':
    case 'answer':
    case 'answer-question':
    case 'close':
      return say(state, move.act, { ...move.proposal, role: mover.seat });
    case 'offer':
      return offer(state, move, mover);
    case 'object':
      return objectTo(state, move, mover);
    case 'rule':
      return rule(state, move, mover);
    case 'examine':
    case 'cross-examine':
      return askWitness(state, move, mover);
    case 'raise-question':
      return raiseQuestion(state, move, mover);
    case 'concede':
      return concede(state, move, mover);
    case 'reweigh':
      return reweigh(state, move, mover);
  }
}

function draftMade(state: Case): Decision<CaseEvent> {
  const made = makeDraft(state);
  if (made.kind === 'refused') return made;
  return decided(
    ...made.events.map((draft): CaseEvent => ({
      type: 'draft-made',
      data: {
        draft: { prose: draftJson(draft) },
        markdown: { prose: draftMarkdown(draft) },
      },
    })),
  );
}
