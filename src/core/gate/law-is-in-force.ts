import type { GateRule } from './rule.ts';

/** GT6: an anchored article was in force on the date that matters. */
export const lawIsInForce: GateRule = ({ grounds }) =>
  grounds.flatMap((ground, index) => {
    if (ground.kind === 'closed') return []; // GT4 speaks of a missing source
    const { standing } = ground.source;
    return standing.kind === 'law' && !standing.inForce
      ? [{ rule: 'GT6', at: ['anchors', index, 'source'], says: standing.because }]
      : [];
  });
