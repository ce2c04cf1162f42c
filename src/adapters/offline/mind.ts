import type { Case } from '../../core/case/case.ts';
import type { PassagesNoted, SearchReported } from '../../core/case/case-event.ts';
import type { Move } from '../../core/case/move.ts';
import { remark } from '../../core/case/remark.ts';
import { sideHelped } from '../../core/case/sides.ts';
import type { Profile } from '../../core/jurisdiction/profile.ts';
import type { Mind, SeatView } from '../../ports/mind.ts';
import { nextAttack } from './attacks.ts';
import { notesOf, planOf, searchesOf, type Plan } from './plan.ts';
import { argue, isSaid, pointsOf, type Point } from './proposals.ts';
import { speechIn, type Counsel } from './speech.ts';

/** The offline mind also tells what it looked for in vain. */
export type OfflineMind = Mind & {
  searches(state: Case): readonly (SearchReported | PassagesNoted)[];
};

/** Most questions to one witness by one side, and most points that a side argues on one issue. */
const mostQuestions = 4;
const mostPoints = 4;

/**
 * The mind that needs no key, no model and no network: it finds passages and orders them, quotes them for
 * its side, presses what the file itself gives against the other side, and is silent where it is unsure. It
 * does not reason about law. Same papers, same moves.
 */
export function offlineMind(profile: Profile): OfflineMind {
  const speech = speechIn(profile.language);
  let known: { readonly papers: string; readonly plan: Plan } | undefined;

  function plan(state: Case): Plan {
    const papers = whatIsRead(state);
    if (known?.papers !== papers) known = { papers, plan: planOf(state, profile) };
    return known.plan;
  }

  function counsel(view: SeatView, seat: Counsel): Move | null {
    const { state, lawful } = view;
    const can = (act: Move['act']) => lawful.includes(act);
    if (can('object')) return objection(view, seat);
    if (can('state-case')) return stateCase(state, seat);
    if (can('offer')) return offer(state, seat) ?? examine(view, seat);
    if (can('argue')) {
      const points = pointsOf(plan(state).findings, plan(state).papers);
      const point = points.find((one) => mayArgue(state, seat, one));
      if (point !== undefined) {
        return { act: 'argue', proposal: argue(state, seat, point, speech) };
      }
      return nextAttack(state, seat, plan(state), points, speech) ?? null;
    }
    return can('close') ? close(state, seat) : null;
  }

  /** A paper of the other side of which nobody knows who wrote it. Nothing else is worth a quarrel. */
  function objection({ state }: SeatView, seat: Counsel): Move | null {
    const unknown = [...state.exhibits.values()].find(
      ({ exhibit, standing, kind, author }) =>
        standing.kind === 'offered' &&
        standing.by !== seat &&
        kind === 'other' &&
        author.name === null &&
        !state.objections.some(
          ({ against }) => against.kind === 'exhibit' && against.exhibit === exhibit,
        ),
    );
    return unknown === undefined
      ? null
      : {
          act: 'object',
          exhibit: unknown.exhibit,
          ground: 'foundation',
          text: speech.objects(unknown.exhibit),
        };
  }

  function stateCase(state: Case, seat: Counsel): Move | null {
    const before = [...state.statements.values()].some(
      (made) => made.seat === seat && made.act === 'state-case',
    );
    if (before) return null;
    const points = [...state.issues.values()]
      .filter(({ decisive, nature }) => decisive && nature !== 'exception')
      .map(({ text }) => text.prose)
      .slice(0, 12);
    if (points.length === 0) return null;
    const text = seat === 'prosecutor' ? speech.opening(points) : speech.answering(points);
    return { act: 'state-case', proposal: remark(seat, shortened(text)) };
  }

  /** Each side offers its own papers; the prosecutor also those of which nobody knows who filed them. */
  function offer(state: Case, seat: Counsel): Move | undefined {
    const exhibits = [...state.exhibits.values()]
      .filter(
        ({ standing, by }) =>
          standing.kind === 'filed' && (by === seat || (by === 'court' && seat === 'prosecutor')),
      )
      .map(({ exhibit }) => exhibit);
    return exhibits.length === 0
      ? undefined
      : { act: 'offer', exhibits, text: speech.offers(exhibits) };
  }

  /** Asks a witness about a point that the witness's own statement has for this side. */
  function examine({ state }: SeatView, seat: Counsel): Move | null {
    const points = pointsOf(plan(state).findings, plan(state).papers);
    for (const { name, exhibit } of state.witnesses) {
      if (state.exhibits.get(exhibit)?.standing.kind !== 'admitted') continue;
      const asked = state.questions.filter((one) => one.exhibit === exhibit);
      if (asked.filter(({ by }) => by === seat).length >= mostQuestions) continue;
      const point = points.find(
        (one) =>
          one.exhibit === exhibit &&
          isFor(state, seat, one) &&
          !isSaid(state, one) &&
          !asked.some(({ element }) => element === one.finding.element),
      );
      if (point === undefined) continue;
      const { element } = point.finding;
      const own = state.exhibits.get(exhibit)?.by === seat;
      return {
        act: own ? 'examine' : 'cross-examine',
        witness: name.prose,
        exhibit,
        element,
        text: speech.asks(name.prose, state.issues.get(element)?.text.prose ?? element),
      };
    }
    return null;
  }

  /** The witness answers with the words of the own statement, or says that it is silent. */
  function answer({ state }: SeatView): Move | null {
    const asked = state.questions.at(-1);
    const points = pointsOf(plan(state).findings, plan(state).papers);
    const point = points.find(
      (one) =>
        one.exhibit === asked?.exhibit &&
        one.finding.element === asked.element &&
        !isSaid(state, one),
    );
    return point === undefined
      ? null
      : { act: 'answer', proposal: argue(state, 'witness', point, speech) };
  }

  function mayArgue(state: Case, seat: Counsel, point: Point): boolean {
    const { element } = point.finding;
    const said = [...state.statements.values()].filter(
      ({ seat: by, conclusion }) =>
        by === seat && conclusion.about === 'element' && conclusion.element === element,
    );
    return (
      said.length < mostPoints &&
      isFor(state, seat, point) &&
      !isSaid(state, point) &&
      state.exhibits.get(point.exhibit)?.standing.kind === 'admitted'
    );
  }

  function close(state: Case, seat: Counsel): Move {
    const shown = [...state.statements.values()].filter(
      ({ conclusion, anchors }) => conclusion.about === 'element' && anchors.length > 0,
    );
    const relied = shown
      .filter(({ conclusion }) => sideHelped(state, conclusion) === seat)
      .map(({ statement }) => statement);
    const silent = [...state.issues.values()]
      .filter(
        ({ element, persuade, decisive }) =>
          decisive &&
          persuade !== seat &&
          !shown.some(
            ({ conclusion }) =>
              conclusion.about === 'element' &&
              conclusion.element === element &&
              conclusion.position === 'proved',
          ),
      )
      .map(({ element }) => element);
    return { act: 'close', proposal: remark(seat, shortened(speech.closing(relied, silent))) };
  }

  return {
    name: 'offline',
    actor: 'mind',
    async next(view) {
      if (view.refusals.length > 0) return { move: null };
      const { seat } = view;
      if (seat === 'prosecutor' || seat === 'defender') return { move: counsel(view, seat) };
      if (seat === 'witness') return { move: answer(view) };
      const appears = seat === 'secretary' && view.lawful.includes('appear');
      return { move: appears ? { act: 'appear' } : null };
    },
    searches: (state) => [...searchesOf(state, plan(state)), ...notesOf(state, plan(state))],
  };
}

const isFor = (state: Case, seat: Counsel, { finding: { element }, position }: Point) =>
  sideHelped(state, { about: 'element', element, position }) === seat;

/** What a plan rests on: papers by the hash of their bytes, issues, parties, how many allegations. */
const whatIsRead = ({ filing, exhibits, issues, parties, allegations }: Case): string =>
  JSON.stringify([
    filing?.caption.prose,
    [...exhibits.values()].map(({ exhibit, kind, bytes }) => [exhibit, kind, bytes.prose]),
    [...issues.keys()],
    parties.map(({ party, aliases }) => [party, aliases]),
    allegations.length,
  ]);

/** A turn of speech has at most 4,000 characters (GT1); no character is cut in two. */
const shortened = (text: string) =>
  text.length > 3_900 ? `${text.slice(0, 3_900).replace(/[\uD800-\uDBFF]$/, '')} ...` : text;
