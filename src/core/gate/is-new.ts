import { gateWords } from './gate-words.ts';
import type { GateRule } from './rule.ts';

/** GT9: it was not said before (same conclusion from the same passage). */
export const isNew: GateRule = ({ proposal }, courtroom) => {
  const before = courtroom.saidBefore(proposal);
  return before === undefined
    ? []
    : [{ rule: 'GT9', at: ['anchors'], says: gateWords(courtroom.language).saidBefore(before) }];
};
