import { evaluate } from '../../core/argument/evaluate.ts';
import { explain, type Derivation } from '../../core/argument/explain.ts';
import { flipSets, type FlipBounds, type FlipSets } from '../../core/argument/flip.ts';
import type { Case } from '../../core/case/case.ts';
import { granted, graphOfCase, positionNode } from '../../core/evidence/graph-of-case.ts';
import { passagesOf } from '../../core/resolution/make-draft.ts';

/** Why a point is decided as it is, and what would turn it. */
export type Why = {
  /** An issue of the case, or `granted` for the disposition. */
  readonly target: string;
  readonly label: 'in' | 'out' | 'undecided';
  readonly derivation: Derivation;
  /** Smallest sets of exhibits without which the label turns. */
  readonly exhibits: FlipSets;
  /** Smallest sets of single passages without which it turns. */
  readonly premises: FlipSets;
};

/** Bounds of the search for flip sets on request: wider than the draft's. */
const onRequest: FlipBounds = { most: 20, size: 4 };

/** `undefined` where the case has no such issue. */
export function why(state: Case, target: string, bounds = onRequest): Why | undefined {
  if (target !== granted && !state.issues.has(target)) return undefined;
  const graph = graphOfCase(state);
  const labelling = evaluate(graph);
  const node = target === granted ? granted : positionNode(target, 'proved');
  const exhibits = new Map(
    [...state.exhibits.keys()]
      .map((exhibit) => [exhibit, passagesOf(state, exhibit)] as const)
      .filter(([, passages]) => passages.length > 0),
  );
  const premises = new Map([...graph.assumptions].map((statement) => [statement, [statement]]));
  return {
    target,
    label: labelling.label(node),
    derivation: explain(graph, labelling, node),
    exhibits: flipSets(graph, node, exhibits, bounds),
    premises: flipSets(graph, node, premises, bounds),
  };
}
