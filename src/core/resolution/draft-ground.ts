import { evaluate } from '../argument/evaluate.ts';
import type { Case } from '../case/case.ts';
import {
  founded,
  groundOf,
  normNode,
  normsOf,
  type Ground,
  type Norm,
} from '../evidence/ground.ts';
import type { DraftGround } from './draft.ts';

/** Whether law in force carries the cause; `null` where it rests on no article. */
export function draftGround(state: Case): DraftGround | null {
  const norms = normsOf(state);
  if (norms.length === 0) return null;
  return {
    standing: standingOf(groundOf(state), norms),
    norms: norms.map(({ title, article, standing, on, rule, because }) => ({
      title,
      article,
      standing,
      on,
      rule,
      because,
    })),
    legality: [...new Set(norms.flatMap(({ legality }) => legality))],
  };
}

/** What the graph says with the conditions that it assumes, and without them. */
function standingOf(ground: Ground, norms: readonly Norm[]): DraftGround['standing'] {
  const stands = (assumptions: Ground['assumptions']) => {
    const graph = { ...ground, assumptions, issues: new Map(), accrual: 'strongest' as const };
    return evaluate(graph).label(founded) === 'in';
  };
  const conditions = new Set(
    norms.filter(({ standing }) => standing === 'not-known').map(({ id }) => normNode(id)),
  );
  const shown = [...ground.assumptions].filter((one) => !conditions.has(one));
  if (stands(new Set(shown))) return 'stands';
  return stands(ground.assumptions) ? 'on-condition' : 'fails';
}
