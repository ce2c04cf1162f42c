import type { Case } from '../core/case/case.ts';
import { positionFor } from '../core/case/sides.ts';
import { evaluate } from '../core/argument/evaluate.ts';
import { graphOfCase, positionNode } from '../core/evidence/graph-of-case.ts';
import type { Admitted, Heard } from '../core/finding/expectation.ts';
import type { HearFolder } from './eval.ts';
import { conductHearing } from './hear.ts';
import type { Io } from './io.ts';
import { courtroomScreen } from './courtroom-screen.ts';
import type { World } from './world.ts';

/** Hears a folder for the measure: the anchors that the hearing admitted, and what became of each issue. */
export function hearForEval(io: Io, world: World): HearFolder {
  const silent = { ...io, out() {}, write() {} };
  return async (folder) => {
    const settings = { seat: [], law: '.court/law', setAside: true, afresh: true };
    const screen = courtroomScreen(silent, true);
    const heard = await conductHearing(
      silent,
      world,
      folder,
      settings,
      world.passingHearing(),
      screen,
    );
    return heard.kind === 'refused'
      ? { kind: 'refused', refusals: heard.refusals }
      : { kind: 'heard', heard: heardOf(heard.open.state()) };
  };
}

function heardOf(state: Case): Heard {
  const labelling = evaluate(graphOfCase(state));
  return {
    admitted: [...arguedIn(state), ...notedIn(state)],
    outcomes: [...state.issues.values()].map(({ element, text }) => {
      const proved = labelling.label(positionNode(element, 'proved')) === 'in';
      return { element, text: text.prose, outcome: proved ? 'proved' : 'not proved' };
    }),
    texts: new Map([...state.exhibits.values()].map(({ name, text }) => [name.prose, text.prose])),
  };
}

/** «for» supports the claimant or the prosecution, whichever side bears the burden of the issue. */
function arguedIn(state: Case): readonly Admitted[] {
  return [...state.statements.values()].flatMap(({ conclusion, anchors, support, sureness }) => {
    if (conclusion.about !== 'element') return [];
    const { element, position } = conclusion;
    const persuade = state.issues.get(element)?.persuade ?? 'prosecutor';
    const side = positionFor('prosecutor', persuade) === position ? 'for' : 'against';
    const tier = support.tier === 'weak' ? 'weak' : sureness;
    return anchors.flatMap(({ source, start, end, quote }) => {
      const file = state.exhibits.get(source)?.name.prose;
      return file === undefined
        ? []
        : [{ element, side, file, start, end, quote: quote.prose, tier } as const];
    });
  });
}

/** Passages that bear on an issue, for whom is left open. */
function notedIn({ noted, exhibits }: Case): readonly Admitted[] {
  return [...noted].flatMap(([element, passages]) =>
    passages.flatMap(({ source, start, end, quote }) => {
      const file = exhibits.get(source)?.name.prose;
      return file === undefined
        ? []
        : [{ element, side: 'open', file, start, end, quote: quote.prose, tier: 'weak' } as const];
    }),
  );
}
