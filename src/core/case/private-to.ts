import type { Seat } from '../gate/proposal.ts';
import type { CaseEvent } from './case-event.ts';

/**
 * The seat to whom alone an event may be shown, or null where all who may see the case may see it. What a
 * seat was handed, what its mind answered and what was refused to it are its own; the record holds them,
 * and whoever takes the seat takes them over.
 */
export function privateTo(event: CaseEvent): Seat | null {
  const isOwn =
    event.type === 'notes-handed' ||
    event.type === 'mind-called' ||
    event.type === 'proposal-rejected';
  return isOwn ? event.data.seat : null;
}
