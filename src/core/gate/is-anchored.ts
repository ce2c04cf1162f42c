import type { GateRule } from './rule.ts';

/** GT3: a statement of fact or of law, and whatever is to move a label, carries at least one anchor. */
export const isAnchored: GateRule = ({ proposal: { kind, anchors, conclusion } }) => {
  const asserts = kind === 'fact' || kind === 'law' || conclusion.about !== 'nothing';
  return asserts && anchors.length === 0
    ? [{ rule: 'GT3', at: ['anchors'], says: 'What is asserted needs an exact passage.' }]
    : [];
};
