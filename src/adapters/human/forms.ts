import type { Case } from '../../core/case/case.ts';
import type { StatementMade } from '../../core/case/case-event.ts';
import type { Move } from '../../core/case/move.ts';
import type { Act } from '../../core/jurisdiction/profile.ts';
import type { SeatView } from '../../ports/mind.ts';
import { done, type Desk } from './desk.ts';
import { answerOf, argumentOf, challengeOf } from './proposal-forms.ts';

/** A form filled in: a move as data, still to be read like any other; `undefined` where it was left. */
type Filled = { readonly act: Move['act'] } & Readonly<Record<string, unknown>>;
type Form = (desk: Desk, view: SeatView) => Promise<Filled | undefined>;

/** Asks for what an act needs beside its name. */
export function fillIn(act: Act, desk: Desk, view: SeatView): Promise<Filled | undefined> {
  return forms[act](desk, view);
}

const bare =
  (act: Act): Form =>
  async () => ({ act });

const address =
  (act: Act): Form =>
  async ({ words, write }) => {
    const text = await write(words.text, 'needed');
    return text === undefined ? undefined : { act, proposal: remark(text) };
  };

const remark = (text: string) => ({
  kind: 'procedural',
  text,
  anchors: [],
  scheme: 'address',
  bindings: {},
  conclusion: { about: 'nothing' },
});

const questionWitness =
  (act: Act): Form =>
  async ({ words, choose, write }, { state }) => {
    const heard = state.witnesses.filter(
      ({ exhibit }) => state.exhibits.get(exhibit)?.standing.kind === 'admitted',
    );
    const id = await choose(
      words.witness,
      heard.map(({ witness, name, exhibit }) => ({
        value: witness,
        label: `${name.prose} (${exhibit})`,
      })),
    );
    const witness = heard.find((one) => one.witness === id);
    if (witness === undefined) return undefined;
    const element = await choose(words.aboutWhat, [
      { value: done, label: words.none },
      ...issuesOf(state),
    ]);
    const text = element === undefined ? undefined : await write(words.text, 'needed');
    if (text === undefined) return undefined;
    const { name, exhibit } = witness;
    return {
      act,
      witness: name.prose,
      exhibit,
      element: element === done ? null : element,
      text,
    };
  };

const offer: Form = async ({ words, choose, write }, { state }) => {
  const chosen: string[] = [];
  for (;;) {
    const left = [...state.exhibits.values()].filter(
      ({ exhibit, standing }) => standing.kind === 'filed' && !chosen.includes(exhibit),
    );
    const enough = chosen.length === 0 ? [] : [{ value: done, label: words.done }];
    const exhibit = await choose(`${words.exhibits} ${chosen.join(', ')}`, [
      ...enough,
      ...left.map((one) => ({ value: one.exhibit, label: `${one.exhibit} ${one.name.prose}` })),
    ]);
    if (exhibit === undefined) return undefined;
    if (exhibit === done) break;
    chosen.push(exhibit);
  }
  const text = await write(words.text, 'needed');
  return text === undefined ? undefined : { act: 'offer', exhibits: chosen, text };
};

const object: Form = async ({ words, choose, write }, { state }) => {
  const toQuestion =
    state.hearing.state === 'in-session' &&
    state.hearing.pending.kind === 'objection-open' &&
    state.hearing.pending.to === 'question';
  const offered = [...state.exhibits.values()].filter(
    ({ standing }) => standing.kind === 'offered',
  );
  const exhibit = toQuestion
    ? done
    : await choose(
        words.exhibit,
        offered.map((one) => ({ value: one.exhibit, label: `${one.exhibit} ${one.name.prose}` })),
      );
  if (exhibit === undefined) return undefined;
  const grounds = (state.constitution?.profile.objections ?? []).filter(
    ({ against }) => against === (toQuestion ? 'question' : 'exhibit'),
  );
  const ground = await choose(
    words.ground,
    grounds.map(({ id, name }) => ({ value: id, label: name })),
  );
  const text = ground === undefined ? undefined : await write(words.reason, 'needed');
  if (text === undefined) return undefined;
  return { act: 'object', exhibit: toQuestion ? null : exhibit, ground, text };
};

const rule: Form = async ({ words, choose, write }) => {
  const ruling = await choose(words.ruling, [
    { value: 'overruled', label: words.overruled },
    { value: 'sustained', label: words.sustained },
  ]);
  const text = ruling === undefined ? undefined : await write(words.reason, 'needed');
  return text === undefined ? undefined : { act: 'rule', overruled: ruling === 'overruled', text };
};

const argue: Form = async (desk, view) => {
  const { words } = desk;
  const about = await desk.choose(words.aboutWhat, [
    ...issuesOf(view.state).map(({ value, label }) => ({ value: `issue ${value}`, label })),
    ...statementsOf(view.state, (made) => made.seat !== view.seat).map(({ value, label }) => ({
      value: `statement ${value}`,
      label,
    })),
  ]);
  const [kind, id] = about?.split(' ') ?? [];
  if (id === undefined) return undefined;
  const proposal =
    kind === 'issue'
      ? await argumentOf(desk, view, id)
      : (await challengeOf(desk, view, id))?.proposal;
  return proposal === undefined ? undefined : { act: 'argue', proposal };
};

const raiseQuestion: Form = async (desk, view) => {
  const statement = await desk.choose(
    desk.words.statement,
    statementsOf(view.state, (made) => made.seat !== view.seat),
  );
  if (statement === undefined) return undefined;
  const challenge = await challengeOf(desk, view, statement);
  return challenge === undefined ? undefined : { act: 'raise-question', statement, ...challenge };
};

const answerQuestion: Form = async (desk, view) => {
  const asked = view.state.criticalQuestions.filter(
    ({ statement }) => view.state.statements.get(statement)?.seat === view.seat,
  );
  const chosen = await desk.choose(
    desk.words.question,
    asked.map(({ text }, index) => ({ value: String(index), label: text.prose })),
  );
  const question = chosen === undefined ? undefined : asked[Number(chosen)];
  if (question === undefined) return undefined;
  const challenge = await challengeOf(desk, view, question.statement, question.question);
  return challenge === undefined
    ? undefined
    : { act: 'answer-question', proposal: challenge.proposal };
};

const answer: Form = async (desk, view) => {
  const text = await desk.write(desk.words.text, 'needed');
  if (text === undefined) return undefined;
  const proposal = await answerOf(desk, view, text);
  if (proposal === undefined) return undefined;
  return { act: 'answer', proposal: proposal === 'no passage' ? remark(text) : proposal };
};

const concede: Form = async ({ words, choose, write }, { state }) => {
  const element = await choose(words.aboutWhat, issuesOf(state));
  const text = element === undefined ? undefined : await write(words.reason, 'needed');
  return text === undefined ? undefined : { act: 'concede', element, text };
};

const reweigh: Form = async ({ words, choose, write }, { state }) => {
  const weighed = [...state.statements.values()].flatMap(({ statement, text, weight }) =>
    weight === null
      ? []
      : [{ value: statement, label: `${statement} (${weight.value}): ${text.prose}` }],
  );
  const statement = await choose(words.statement, weighed);
  const value = statement === undefined ? undefined : await write(words.weight, 'needed');
  const text = value === undefined ? undefined : await write(words.reason, 'needed');
  return value === undefined || text === undefined
    ? undefined
    : { act: 'reweigh', statement, value: Number(value.replace(',', '.')), text };
};

const issuesOf = ({ issues }: Case) =>
  [...issues.values()].map(({ element, text }) => ({
    value: element,
    label: `${element}: ${text.prose}`,
  }));

function statementsOf({ statements }: Case, fits: (made: StatementMade['data']) => boolean) {
  return [...statements.values()]
    .filter((made) => made.conclusion.about !== 'nothing' && fits(made))
    .map(({ statement, text }) => ({ value: statement, label: `${statement}: ${text.prose}` }));
}

const forms: Readonly<Record<Act, Form>> = {
  open: bare('open'),
  appear: bare('appear'),
  pass: bare('pass'),
  deliberate: bare('deliberate'),
  draft: bare('draft'),
  'state-case': address('state-case'),
  close: address('close'),
  examine: questionWitness('examine'),
  'cross-examine': questionWitness('cross-examine'),
  offer,
  object,
  rule,
  argue,
  'raise-question': raiseQuestion,
  'answer-question': answerQuestion,
  answer,
  concede,
  reweigh,
};
