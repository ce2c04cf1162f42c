import type { Courtroom } from './courtroom.ts';
import { gateWords } from './gate-words.ts';
import type { Anchor, Proposal, Seat } from './proposal.ts';
import type { Examined, Ground } from './rule.ts';
import { seekQuote } from './seek-quote.ts';

/** Looks up each anchor once and puts it where its quote stands, so that every rule judges the true place. */
export function examine(proposal: Proposal, courtroom: Courtroom): Examined {
  const grounds = proposal.anchors.map((anchor) => groundOf(anchor, proposal.role, courtroom));
  return { proposal: { ...proposal, anchors: grounds.map(({ anchor }) => anchor) }, grounds };
}

function groundOf(anchor: Anchor, role: Seat, courtroom: Courtroom): Ground {
  const source = courtroom.source(anchor.source);
  const open = source?.seenBy === 'everyone' || source?.seenBy.includes(role);
  if (source === undefined || open !== true) return { kind: 'closed', anchor };
  const sought = seekQuote(anchor, source, gateWords(courtroom.language));
  return sought.kind === 'absent'
    ? { kind: 'absent', anchor, source, says: sought.says }
    : {
        kind: 'stands',
        anchor: sought.anchor,
        source,
        places: sought.places,
        repaired: sought.kind === 'repaired',
      };
}
