import { sourceOf } from '../../core/case/courtroom-of.ts';
import { positionFor, questionAbout, sideOf } from '../../core/case/sides.ts';
import type { Case } from '../../core/case/case.ts';
import type { Anchor } from '../../core/gate/proposal.ts';
import type { Scheme } from '../../core/jurisdiction/profile.ts';
import type { SeatView } from '../../ports/mind.ts';
import { done, type Desk } from './desk.ts';
import { pickAnchors } from './pick-anchors.ts';

/** A proposal as data; whose it is, the seat says. */
type Filled = Readonly<Record<string, unknown>>;

/** Schemes that are not argued with: one is for critical questions, one for addresses. */
const otherwiseUsed: ReadonlySet<string> = new Set(['challenge', 'address']);

/** An argument on an issue: which side it helps, of what kind it is, on what it rests, in what words. */
export async function argumentOf(
  desk: Desk,
  view: SeatView,
  element: string,
): Promise<Filled | undefined> {
  const { words, choose, write } = desk;
  const { state, seat } = view;
  const position = await choose(words.side, positions(desk, view, element));
  if (position === undefined) return undefined;
  const known = schemesOf(state).filter(({ id }) => !otherwiseUsed.has(id));
  const id = await choose(
    words.scheme,
    known.map((scheme) => ({ value: scheme.id, label: scheme.name })),
  );
  const scheme = known.find((one) => one.id === id);
  if (scheme === undefined) return undefined;
  const anchors = await pickAnchors(desk, state, quotable(view), scheme.anchors);
  const bindings = anchors === undefined ? undefined : await bind(desk, scheme);
  const text = bindings === undefined ? undefined : await write(words.text, 'needed');
  if (anchors === undefined || text === undefined) return undefined;
  const kind = seat !== 'witness' && restsOnLaw(state, anchors) ? 'law' : 'fact';
  const conclusion = { about: 'element', element, position };
  return { kind, text, anchors, scheme: scheme.id, bindings, conclusion };
}

/** A critical question to a statement, asked or answered, with the passages that give reason to. */
export async function challengeOf(
  desk: Desk,
  { state, ...view }: SeatView,
  statement: string,
  asked?: string,
): Promise<{ readonly question: string; readonly proposal: Filled } | undefined> {
  const { words, choose, write } = desk;
  const made = state.statements.get(statement);
  const questions = schemesOf(state).find(({ id }) => id === made?.scheme)?.questions ?? [];
  const question =
    asked ??
    (await choose(
      words.question,
      questions.map(({ id, asks }) => ({ value: id, label: asks })),
    ));
  if (question === undefined) return undefined;
  desk.say(questionAbout(state, statement, question)?.asks ?? question);
  const anchors = await pickAnchors(desk, state, quotable({ ...view, state }), {
    least: 0,
    most: 4,
  });
  const text = anchors === undefined ? undefined : await write(words.text, 'needed');
  if (text === undefined) return undefined;
  const proposal = {
    kind: 'argument',
    text,
    anchors,
    scheme: 'challenge',
    bindings: { question },
    conclusion: { about: 'statement', statement, question },
  };
  return { question, proposal };
}

/** What a witness answers, from the own statement and from nothing else. */
export async function answerOf(
  desk: Desk,
  view: SeatView,
  text: string,
): Promise<Filled | 'no passage' | undefined> {
  const { state } = view;
  const asked = state.questions.at(-1);
  const scheme = schemesOf(state).find(({ id }) => id === 'testimony');
  const anchors = await pickAnchors(desk, state, quotable(view), { least: 0, most: 4 });
  if (anchors === undefined) return undefined;
  if (anchors.length === 0 || asked === undefined || scheme === undefined) return 'no passage';
  const { element, witness } = asked;
  const position =
    element === null
      ? done
      : await desk.choose(desk.words.side, [
          ...positions(desk, view, element),
          { value: done, label: desk.words.neither },
        ]);
  if (position === undefined) return undefined;
  const conclusion =
    position === done ? { about: 'nothing' } : { about: 'element', element, position };
  const bindings = Object.fromEntries(scheme.variables.map((name) => [name, witness.prose]));
  return { kind: 'fact', text, anchors, scheme: scheme.id, bindings, conclusion };
}

const schemesOf = ({ constitution }: Case): readonly Scheme[] =>
  constitution?.profile.schemes ?? [];

/** What is admitted and what is law; for a witness the own statement. */
function quotable({ state, seat }: Pick<SeatView, 'state' | 'seat'>): readonly string[] {
  if (seat === 'witness') return state.questions.slice(-1).map(({ exhibit }) => exhibit);
  const admitted = [...state.exhibits.values()].filter(
    ({ standing }) => standing.kind === 'admitted',
  );
  return [...admitted.map(({ exhibit }) => exhibit), ...state.law.keys()];
}

/** Both positions, the one that helps the own side first. */
function positions({ words }: Desk, { state, seat }: SeatView, element: string) {
  const both = [
    { value: 'proved', label: words.proved },
    { value: 'not-proved', label: words.notProved },
  ];
  const side = sideOf(seat);
  const persuade = state.issues.get(element)?.persuade;
  if (side === undefined || persuade === undefined) return both;
  const own = positionFor(side, persuade);
  return both.toSorted((one, other) => Number(other.value === own) - Number(one.value === own));
}

const restsOnLaw = (state: Case, anchors: readonly Anchor[]) =>
  anchors.every(({ source }) => sourceOf(state, source)?.standing.kind === 'law');

async function bind(desk: Desk, { variables }: Scheme): Promise<Filled | undefined> {
  const bound: [string, string][] = [];
  for (const name of variables) {
    const value = await desk.write(desk.words.variable(name), 'needed');
    if (value === undefined) return undefined;
    bound.push([name, value]);
  }
  return Object.fromEntries(bound);
}
