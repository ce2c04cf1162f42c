import type { GateRule } from './rule.ts';

/**
 * GT4: every anchored source exists and this seat may see it. A source that is hidden from the seat is
 * refused in the words of one that does not exist, so that the answer tells nothing.
 */
export const sourceIsOpen: GateRule = ({ anchors, role }, { source: sourceOf }) =>
  anchors.flatMap(({ source: id }, index) => {
    const source = sourceOf(id);
    const open =
      source !== undefined && (source.seenBy === 'everyone' || source.seenBy.includes(role));
    return open
      ? []
      : [{ rule: 'GT4', at: ['anchors', index, 'source'], says: `There is no source ${id}.` }];
  });
