import { evaluate } from '../../core/argument/evaluate.ts';
import type { Case } from '../../core/case/case.ts';
import { parseMove } from '../../core/case/parse-move.ts';
import { graphOfCase, positionNode } from '../../core/evidence/graph-of-case.ts';
import { acts, type Act } from '../../core/jurisdiction/profile.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Mind, MindAnswer, SeatView } from '../../ports/mind.ts';
import { deskAt, type Desk } from './desk.ts';
import { fillIn } from './forms.ts';
import type { Terminal } from './terminal.ts';
import { deskWords, type DeskWords } from './words.ts';

const leave = 'leave';

/**
 * A person in a seat, asked through a terminal: sees what may be done, chooses, fills in what the act needs,
 * and is told what the court refuses. Who goes away, or wishes to, leaves the seat to the court's own mind.
 */
export function humanMind(terminal: Terminal): Mind {
  let last = '';
  return {
    name: 'human',
    actor: 'person',
    async next(view) {
      const desk = deskAt(terminal, deskWords(view.language));
      const { words } = desk;
      tell(desk, view.refusals);
      desk.say(words.turn(view.title, phaseOf(view)));
      for (const line of beforeTheSeat(view, words)) desk.say(line);
      for (;;) {
        const answer = await turn(desk, view);
        if (answer === undefined) continue;
        const made = JSON.stringify(answer.move);
        if (answer.move !== null && view.refusals.length > 0 && made === last) {
          desk.say(words.same);
          continue;
        }
        last = made;
        return answer;
      }
    },
  };
}

/** One choice and its form; `undefined` where the person went back, or was told why it is no move. */
async function turn(desk: Desk, view: SeatView): Promise<MindAnswer | undefined> {
  const { words } = desk;
  const open = acts.filter((act) => view.lawful.includes(act));
  const chosen = await desk.choose(words.whatNow, [
    ...open.map((act) => ({ value: act, label: words.acts[act] })),
    { value: leave, label: words.leave },
  ]);
  if (desk.isEmpty() || chosen === leave) return { move: null, leaves: true };
  const act: Act | undefined = open.find((one) => one === chosen);
  const filled = act === undefined ? undefined : await fillIn(act, desk, view);
  if (desk.isEmpty()) return { move: null, leaves: true };
  if (filled === undefined) return undefined;
  const parsed = parseMove(filled, view.seat, view.state);
  if (parsed.kind === 'parsed') return { move: parsed.move };
  tell(desk, parsed.refusals);
  return undefined;
}

function tell({ say, words }: Desk, refusals: readonly Refusal[]): void {
  for (const { rule, says } of refusals) say(`${words.refused} ${rule}: ${says}`);
}

function phaseOf({ state }: SeatView): string {
  const { hearing, constitution } = state;
  if (hearing.state !== 'in-session') return hearing.state;
  return constitution?.procedure.phases[hearing.phase]?.name ?? '';
}

/**
 * What waits for this seat: the question to answer, the objection to rule on, what lies open to objection,
 * how the issues stand before the draft.
 */
function beforeTheSeat({ state, lawful }: SeatView, words: DeskWords): readonly string[] {
  const { hearing, questions, objections, exhibits } = state;
  const pending = hearing.state === 'in-session' ? hearing.pending : { kind: 'nothing' as const };
  if (lawful.includes('rule')) {
    return objections
      .filter(({ ruling }) => ruling === null)
      .map(({ objection, ground, text }) => `${objection} (${ground}): ${text.prose}`);
  }
  if (lawful.includes('reweigh')) return standing(state, words);
  if (pending.kind === 'objection-open' && pending.to === 'offer') {
    return [...exhibits.values()]
      .filter(({ standing }) => standing.kind === 'offered')
      .map(({ exhibit, name }) => `${exhibit} ${name.prose}`);
  }
  return pending.kind === 'nothing'
    ? []
    : questions.slice(-1).map(({ question, text }) => `${question}: ${text.prose}`);
}

function standing(state: Case, { proved, notProved }: DeskWords): readonly string[] {
  const labelling = evaluate(graphOfCase(state));
  return [...state.issues.keys()].map((element) => {
    const label = labelling.label(positionNode(element, 'proved'));
    return `${element}: ${label === 'in' ? proved : notProved}`;
  });
}
