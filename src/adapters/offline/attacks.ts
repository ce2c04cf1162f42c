import { sideHelped } from '../../core/case/sides.ts';
import type { Case } from '../../core/case/case.ts';
import type { StatementMade } from '../../core/case/case-event.ts';
import type { Move } from '../../core/case/move.ts';
import type { Attack } from '../../core/finding/finding.ts';
import type { Anchor, Seat } from '../../core/gate/proposal.ts';
import type { Point } from './proposals.ts';
import type { Plan } from './plan.ts';
import type { Speech } from './speech.ts';

/** The critical questions of the schemes that each kind of attack may press, the first that fits. */
const questions: Readonly<Record<Attack['question'], readonly string[]>> = {
  interested: ['interested'],
  hearsay: ['hearsay'],
  late: ['after-the-fact'],
  promise: ['promise-only'],
  'about-something-else': ['about-this'],
  'original-missing': ['original'],
  contradicted: ['contradicted', 'withdrawn', 'inconsistent'],
  'direct-proof-missing': ['goes-with-it'],
  doubt: ['uncertain', 'conditional'],
};

/** Attacks that take a statement out where another passage bears them out; the others only ask. */
const decisive: ReadonlySet<string> = new Set(['about-this', 'promise-only']);

/** The next attack of this seat on what the other side said, or nothing. */
export function nextAttack(
  state: Case,
  seat: Seat,
  plan: Plan,
  points: readonly Point[],
  speech: Speech,
): Move | undefined {
  for (const made of state.statements.values()) {
    if (sideHelped(state, made.conclusion) === seat) continue;
    const point = points.find((one) => sayIt(made, one));
    for (const attack of point?.finding.attacks ?? []) {
      const move = press(state, seat, made, attack, plan, speech);
      if (move !== undefined) return move;
    }
  }
  return undefined;
}

function sayIt(
  { conclusion, anchors }: StatementMade['data'],
  { finding, anchor }: Point,
): boolean {
  return (
    conclusion.about === 'element' &&
    conclusion.element === finding.element &&
    anchors.some(({ source, start }) => source === anchor.source && start === anchor.start)
  );
}

function press(
  state: Case,
  seat: Seat,
  made: StatementMade['data'],
  attack: Attack,
  plan: Plan,
  speech: Speech,
): Move | undefined {
  const scheme = state.constitution?.profile.schemes.find(({ id }) => id === made.scheme);
  const question = scheme?.questions.find(({ id }) => questions[attack.question].includes(id));
  const anchor = groundOf(attack, made, plan);
  if (question === undefined || anchor === undefined) return undefined;

  const proposal = {
    kind: 'argument',
    role: seat,
    text: speech.doubts(made.statement, attack.because),
    anchors: [anchor],
    scheme: 'challenge',
    bindings: { question: question.id },
    conclusion: { about: 'statement', statement: made.statement, question: question.id },
  } as const;
  if (decisive.has(question.id) && attack.at !== null) {
    return pressedBefore(state, made.statement, question.id)
      ? undefined
      : { act: 'argue', proposal };
  }
  const asked = state.criticalQuestions.some(
    (one) => one.statement === made.statement && one.question === question.id,
  );
  return asked || question.burden === 'proponent'
    ? undefined
    : { act: 'raise-question', statement: made.statement, question: question.id, proposal };
}

function pressedBefore({ statements }: Case, statement: string, question: string): boolean {
  return [...statements.values()].some(
    ({ conclusion }) =>
      conclusion.about === 'statement' &&
      conclusion.statement === statement &&
      conclusion.question === question,
  );
}

/** Where the attack rests: its own place, or the attacked words themselves. */
function groundOf(
  { at }: Attack,
  { anchors }: StatementMade['data'],
  { papers }: Plan,
): Anchor | undefined {
  if (at === null) {
    const [own] = anchors;
    return own === undefined
      ? undefined
      : { source: own.source, start: own.start, end: own.end, quote: own.quote.prose };
  }
  const exhibit = papers.exhibits[at.document];
  if (exhibit === undefined) return undefined;
  const { start, end } = at;
  return { source: exhibit.exhibit, start, end, quote: exhibit.text.prose.slice(start, end) };
}
