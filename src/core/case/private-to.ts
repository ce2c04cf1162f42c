import type { Seat } from '../gate/proposal.ts';
import type { CaseEvent } from './case-event.ts';

/**
 * The seat to whom alone an event may be shown, or null where all who may see the case may see it. What a
 * seat was handed, what its mind answered and what was refused to it are its own; the record holds them,
 * and whoever takes the seat takes them over.
 */
export function privateTo({ type, data }: CaseEvent): Seat | null {
  switch (type) {
    case 'notes-handed':
    case 'mind-called':
    case 'proposal-rejected':
      return data.seat;
    default:
      return null;
  }
}
