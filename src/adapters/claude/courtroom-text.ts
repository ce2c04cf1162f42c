import { positionFor } from '../../core/case/sides.ts';
import type { Case } from '../../core/case/case.ts';
import { placeOf } from '../../core/resolution/place.ts';
import type { SeatView } from '../../ports/mind.ts';

/**
 * The courtroom as text: who is asked, what is in issue, what was said, what may be done now, and why the
 * last try was refused. Every word of the file or of a speaker stands in a JSON string, so that nothing in
 * it looks like the court speaking. A witness is told the question and nothing else of the hearing.
 */
export function courtroomText(view: SeatView): string {
  const { seat, title, state, notes, lawful, refusals, language } = view;
  const hearing = seat === 'witness' ? [] : hearingOf(view);
  return [
    section('Seat', [{ seat, title, speak: language === 'es' ? 'Spanish' : 'English' }]),
    section('Issues', issuesOf(view)),
    section('Schemes', schemesOf(state)),
    ...hearing,
    section('Question before you', state.questions.slice(-1).map(questionOf)),
    section('Your private notes', notes === '' ? [] : [notes]),
    section('Acts open to you now', [lawful]),
    section(
      'Refused on your last try, and why',
      refusals.map(({ rule, at, says }) => ({ rule, at: at.join('.'), says })),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function section(heading: string, lines: readonly unknown[]): string {
  return lines.length === 0
    ? ''
    : `## ${heading}\n${lines.map((line) => JSON.stringify(line)).join('\n')}`;
}

function hearingOf({ state }: SeatView): readonly string[] {
  const phase = state.hearing.state === 'in-session' ? state.hearing.phase : -1;
  return [
    section('Phase', [state.constitution?.procedure.phases[phase]?.name ?? state.hearing.state]),
    section('Exhibits', exhibitsOf(state)),
    section(
      'Witnesses',
      state.witnesses.map(({ name, exhibit }) => ({ witness: name.prose, exhibit })),
    ),
    section('Grounds of objection', objectionGrounds(state)),
    section('Questions asked', state.questions.map(questionOf)),
    section('Objections', objectionsOf(state)),
    section('Statements', statementsOf(state)),
    section('Critical questions', criticalQuestionsOf(state)),
  ];
}

function issuesOf({ state, seat }: SeatView): readonly unknown[] {
  const side = seat === 'prosecutor' || seat === 'defender' ? seat : undefined;
  return [...state.issues.values()].map(({ element, nature, text, standard, persuade }) => ({
    element,
    nature,
    says: text.prose,
    standard,
    burden: persuade,
    ...(side === undefined ? {} : { yourPosition: positionFor(side, persuade) }),
  }));
}

function schemesOf({ constitution }: Case): readonly unknown[] {
  return (constitution?.profile.schemes ?? []).map(({ id, variables, anchors, questions }) => ({
    scheme: id,
    variables,
    anchors: `${anchors.least} to ${anchors.most}`,
    questions: questions.map((question) => `${question.id}: ${question.asks}`),
  }));
}

const exhibitsOf = ({ exhibits }: Case) =>
  [...exhibits.values()].map(({ exhibit, name, kind, by, standing }) => ({
    exhibit,
    name: name.prose,
    kind,
    filedBy: by,
    standing: standing.kind,
  }));

const objectionGrounds = ({ constitution }: Case) =>
  (constitution?.profile.objections ?? []).map(({ id, against }) => ({ ground: id, against }));

const questionOf = ({
  question,
  by,
  witness,
  exhibit,
  element,
  text,
}: Case['questions'][number]) => ({
  question,
  by,
  witness: witness.prose,
  exhibit,
  element,
  says: text.prose,
});

const objectionsOf = ({ objections }: Case) =>
  objections.map(({ objection, by, against, ground, text, ruling }) => ({
    objection,
    by,
    against,
    ground,
    says: text.prose,
    ruling: ruling === null ? 'pending' : ruling.overruled ? 'overruled' : 'sustained',
  }));

const statementsOf = (state: Case) =>
  [...state.statements.values()].map(
    ({ statement, seat, act, text, scheme, conclusion, anchors }) => ({
      statement,
      by: seat,
      act,
      says: text.prose,
      scheme,
      conclusion,
      places: anchors.map((anchor) => placeOf(state, anchor)),
    }),
  );

const criticalQuestionsOf = ({ criticalQuestions }: Case) =>
  criticalQuestions.map(({ statement, question, by, text }) => ({
    statement,
    question,
    by,
    says: text.prose,
  }));
