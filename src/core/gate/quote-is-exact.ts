import { seekQuote } from './seek-quote.ts';
import type { GateRule } from './rule.ts';

/** GT5: each quote is the source's own text, at its place or at exactly one other. */
export const quoteIsExact: GateRule = ({ anchors }, { source: sourceOf }) =>
  anchors.flatMap((anchor, index) => {
    const source = sourceOf(anchor.source);
    if (source === undefined) return []; // GT4 speaks of a missing source

    const found = seekQuote(anchor, source);
    return found.kind === 'absent'
      ? [{ rule: 'GT5', at: ['anchors', index, 'quote'], says: found.says }]
      : [];
  });
