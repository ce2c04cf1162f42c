import { gateWords } from './gate-words.ts';
import type { GateRule } from './rule.ts';

/**
 * GT4: every anchored source exists and this seat may see it. A source that is hidden from the seat is
 * refused in the words of one that does not exist, so that the answer tells nothing.
 */
export const sourceIsOpen: GateRule = ({ grounds }, { language }) =>
  grounds.flatMap(({ kind, anchor: { source: id } }, index) =>
    kind === 'closed'
      ? [{ rule: 'GT4', at: ['anchors', index, 'source'], says: gateWords(language).noSource(id) }]
      : [],
  );
