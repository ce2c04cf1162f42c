import { courtroomOf } from './courtroom-of.ts';
import { advanceRules } from './advance-rules.ts';
import type { AnchorEntry, CaseEvent, ObjectionTarget, StatementMade } from './case-event.ts';
import type { Case } from './case.ts';
import type { Move, Mover } from './move.ts';
import { evaluate } from '../argument/evaluate.ts';
import { granted, graphOfCase } from '../evidence/graph-of-case.ts';
import { rulingOn } from '../evidence/ruling.ts';
import { weigh } from '../evidence/weigh.ts';
import { gate, type Passed } from '../gate/gate.ts';
import type { Proposal } from '../gate/proposal.ts';
import { decideAct } from '../hearing/decide-act.ts';
import { draftJson } from '../resolution/draft-json.ts';
import { draftMarkdown } from '../resolution/draft-markdown.ts';
import { makeDraft } from '../resolution/make-draft.ts';
import { decided, refused, type Decision, type Refusal } from '../refusal.ts';

/**
 * Decides what a seat asks to do in the hearing: first the law of the hearing, then the gate, then what
 * the act itself asks for. Nothing but this function makes an event of a hearing.
 *
 * Refusals: HR1 to HR9 (core/hearing, advance-rules), GT1 to GT9 (core/gate), CA1 to CA8 (here).
 */
export function decideMove(state: Case, move: Move, mover: Mover): Decision<CaseEvent> {
  if (state.constitution === null) {
    return refused({ rule: 'CA1', at: [], says: 'This case has no court yet.' });
  }
  const { procedure } = state.constitution;
  const overruled = move.act === 'rule' ? move.overruled : false;
  const lawful = decideAct(state.hearing, procedure, { ...mover, act: move.act, overruled });
  if (lawful.kind === 'refused') return lawful;

  const told = tell(state, move, mover);
  if (told.kind === 'refused') return told;
  const steps = lawful.events.map((data): CaseEvent => ({ type: 'hearing-stepped', data }));
  return decided(...told.events, ...steps);
}

function tell(state: Case, move: Move, mover: Mover): Decision<CaseEvent> {
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
      return ask(state, move, mover);
    case 'raise-question':
      return raiseQuestion(state, move, mover);
    case 'concede':
      return concede(state, move, mover);
  }
}

/** To let an offer pass without objection admits it. */
function admittedUnopposed({ hearing, exhibits }: Case): readonly CaseEvent[] {
  const open = hearing.state === 'in-session' && hearing.pending.kind === 'objection-open';
  if (!open || hearing.pending.to !== 'offer') return [];
  return [...exhibits.values()].flatMap(({ exhibit, standing }) =>
    standing.kind === 'offered' ? [{ type: 'exhibit-admitted', data: { exhibit } } as const] : [],
  );
}

function deliberated(state: Case): CaseEvent {
  const labels = evaluate(graphOfCase(state)).labels();
  const isGranted = labels.get(granted) === 'in';
  return { type: 'deliberated', data: { labels: [...labels], granted: isGranted } };
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

function say(
  state: Case,
  act: StatementMade['data']['act'],
  proposal: Proposal,
): Decision<CaseEvent> {
  const courtroom = courtroomOf(state, (advanced) => advanceRules(state, advanced));
  const answer = gate(proposal, courtroom);
  return answer.kind === 'refused' ? answer : decided(statementMade(state, act, answer));
}

function statementMade(
  state: Case,
  act: StatementMade['data']['act'],
  passed: Passed,
): StatementMade {
  const { proposal, support } = passed;
  const { role, kind, text, scheme, bindings, conclusion } = proposal;
  return {
    type: 'statement-made',
    data: {
      statement: `S${state.statements.size + 1}`,
      seat: role,
      act,
      kind,
      text: { prose: text },
      anchors: anchorEntries(passed),
      scheme,
      bindings: Object.fromEntries(
        Object.entries(bindings).map(([name, value]) => [name, { prose: value }]),
      ),
      conclusion,
      support: { tier: support.tier, because: support.because.map((prose) => ({ prose })) },
      weight: weigh(state, proposal, support),
    },
  };
}

function anchorEntries({ proposal, repaired }: Passed): readonly AnchorEntry[] {
  return proposal.anchors.map(({ quote, ...place }, index) => ({
    ...place,
    quote: { prose: quote },
    repaired: repaired.includes(index),
  }));
}

function offer(
  state: Case,
  { exhibits, text }: Extract<Move, { act: 'offer' }>,
  { seat }: Mover,
): Decision<CaseEvent> {
  const refusals: Refusal[] = exhibits.flatMap((id, index): Refusal[] => {
    const at = ['exhibits', index];
    const standing = state.exhibits.get(id)?.standing.kind;
    if (standing === undefined) return [{ rule: 'CA2', at, says: `There is no exhibit ${id}.` }];
    return standing === 'filed'
      ? []
      : [{ rule: 'CA3', at, says: `${id} is ${standing}: it cannot be offered.` }];
  });
  if (exhibits.length === 0) {
    refusals.push({ rule: 'CA2', at: ['exhibits'], says: 'An offer names an exhibit.' });
  }
  if (refusals.length > 0) return refused(...refusals);
  const data = { exhibits: [...new Set(exhibits)], by: seat, text: { prose: text } };
  return decided({ type: 'exhibit-offered', data });
}

function objectTo(
  state: Case,
  { exhibit, ground: id, text }: Extract<Move, { act: 'object' }>,
  { seat }: Mover,
): Decision<CaseEvent> {
  const against = objectedTo(state, exhibit);
  if (against === undefined) {
    const says = `${exhibit ?? 'A question'} is not open to objection now.`;
    return refused({ rule: 'CA2', at: ['exhibit'], says });
  }
  const grounds = state.constitution?.profile.objections ?? [];
  if (!grounds.some((one) => one.id === id && one.against === against.kind)) {
    const says = `«${id}» is no ground of objection against this ${against.kind}.`;
    return refused({ rule: 'CA4', at: ['ground'], says });
  }
  const objection = `O${state.objections.length + 1}`;
  const data = { objection, by: seat, against, ground: id, text: { prose: text } };
  return decided({ type: 'objection-made', data });
}

/** What lies open to objection: an exhibit of the offer, or the question just asked. */
function objectedTo(
  { hearing, exhibits, questions }: Case,
  exhibit: string | null,
): ObjectionTarget | undefined {
  if (exhibit !== null) {
    const offered = exhibits.get(exhibit)?.standing.kind === 'offered';
    return offered ? { kind: 'exhibit', exhibit } : undefined;
  }
  const asked = questions.at(-1);
  const open =
    hearing.state === 'in-session' &&
    hearing.pending.kind === 'objection-open' &&
    hearing.pending.to === 'question';
  return open && asked !== undefined ? { kind: 'question', question: asked.question } : undefined;
}

function rule(
  state: Case,
  { overruled, text }: Extract<Move, { act: 'rule' }>,
  { actor }: Mover,
): Decision<CaseEvent> {
  const pending = state.objections.filter(({ ruling }) => ruling === null);
  const departs = pending.some((objection) => rulingOn(state, objection).overruled !== overruled);
  if (actor === 'mind' && departs) {
    const says = 'Only a person in the judge’s seat rules otherwise than the rules of evidence do.';
    return refused({ rule: 'CA7', at: ['overruled'], says });
  }
  return decided(
    ...pending.flatMap(({ objection, against }): readonly CaseEvent[] => {
      const reason = { prose: text };
      const ruled: CaseEvent = { type: 'objection-ruled', data: { objection, overruled, reason } };
      if (against.kind === 'question') return [ruled];
      const { exhibit } = against;
      return overruled
        ? [ruled, { type: 'exhibit-admitted', data: { exhibit } }]
        : [ruled, { type: 'exhibit-excluded', data: { exhibit, reason } }];
    }),
  );
}

function ask(
  state: Case,
  { witness, exhibit: id, element, text }: Extract<Move, { act: 'examine' | 'cross-examine' }>,
  { seat }: Mover,
): Decision<CaseEvent> {
  const refusals: Refusal[] = [];
  if (state.exhibits.get(id)?.standing.kind !== 'admitted') {
    const says = `${id} is no admitted statement of a witness.`;
    refusals.push({ rule: 'CA2', at: ['exhibit'], says });
  }
  if (element !== null && !state.issues.has(element)) {
    refusals.push({ rule: 'CA5', at: ['element'], says: `«${element}» is not in issue.` });
  }
  if (refusals.length > 0) return refused(...refusals);
  const question = `Q${state.questions.length + 1}`;
  const data = {
    question,
    by: seat,
    witness: { prose: witness },
    exhibit: id,
    element,
    text: { prose: text },
  };
  return decided({ type: 'question-asked', data });
}

/** A question is asked with its ground: a passage that makes one doubt, or a person's own word. */
function raiseQuestion(
  state: Case,
  { statement, question, proposal }: Extract<Move, { act: 'raise-question' }>,
  { seat, actor }: Mover,
): Decision<CaseEvent> {
  if (
    courtroomOf(state, () => [])
      .questionsOf(statement)
      ?.includes(question) !== true
  ) {
    const says = `«${statement}» invites no critical question «${question}».`;
    return refused({ rule: 'CA5', at: ['question'], says });
  }
  const asked = state.criticalQuestions.some(
    (one) => one.statement === statement && one.question === question,
  );
  if (asked) {
    const says = `«${question}» was asked of ${statement} before.`;
    return refused({ rule: 'CA5', at: ['question'], says });
  }
  if (actor === 'mind' && proposal.anchors.length === 0) {
    const says = 'A mind asks a critical question only with a passage that gives reason to.';
    return refused({ rule: 'CA6', at: ['proposal', 'anchors'], says });
  }
  const ground = { ...proposal, role: seat, conclusion: { about: 'nothing' as const } };
  const answer = gate(
    ground,
    courtroomOf(state, () => []),
  );
  if (answer.kind === 'refused') return answer;
  const data = {
    statement,
    question,
    by: seat,
    text: { prose: proposal.text },
    anchors: anchorEntries(answer),
  };
  return decided({ type: 'critical-question-raised', data });
}

/** Conceding gives the point to the other side. A mind gives nothing away: only a person does. */
function concede(
  state: Case,
  { element, text }: Extract<Move, { act: 'concede' }>,
  { seat, actor }: Mover,
): Decision<CaseEvent> {
  if (actor === 'mind') {
    return refused({ rule: 'CA8', at: ['act'], says: 'Only a person concedes for a party.' });
  }
  const issue = state.issues.get(element);
  if (issue === undefined) {
    const says = `«${element}» is not in issue.`;
    return refused({ rule: 'CA5', at: ['element'], says });
  }
  const position = seat === issue.persuade ? 'not-proved' : 'proved';
  const data = { element, position, by: seat, text: { prose: text } } as const;
  return decided({ type: 'element-conceded', data });
}
