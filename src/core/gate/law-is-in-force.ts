import type { GateRule } from './rule.ts';

/** GT6: an anchored article was in force on the date that matters. */
export const lawIsInForce: GateRule = ({ anchors }, { source: sourceOf }) =>
  anchors.flatMap(({ source: id }, index) => {
    const standing = sourceOf(id)?.standing;
    return standing?.kind === 'law' && !standing.inForce
      ? [{ rule: 'GT6', at: ['anchors', index, 'source'], says: standing.because }]
      : [];
  });
