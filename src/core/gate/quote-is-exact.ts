import type { GateRule } from './rule.ts';

/** GT5: each quote is the source's own text, at its place or at exactly one other. */
export const quoteIsExact: GateRule = ({ grounds }) =>
  grounds.flatMap((ground, index) =>
    ground.kind === 'absent'
      ? [{ rule: 'GT5', at: ['anchors', index, 'quote'], says: ground.says }]
      : [],
  );
