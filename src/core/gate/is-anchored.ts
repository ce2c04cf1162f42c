import { gateWords } from './gate-words.ts';
import type { GateRule } from './rule.ts';

/** GT3: a statement of fact or of law, and whatever is to move a label, carries at least one anchor. */
export const isAnchored: GateRule = ({ proposal: { kind, anchors, conclusion } }, { language }) => {
  const asserts = kind === 'fact' || kind === 'law' || conclusion.about !== 'nothing';
  return asserts && anchors.length === 0
    ? [{ rule: 'GT3', at: ['anchors'], says: gateWords(language).needsPassage }]
    : [];
};
