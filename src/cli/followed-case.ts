import { type Case, noCase } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import { headSigned } from '../core/record/head.ts';
import type { EventMessage } from '../wire/v1/live.ts';

/** A case as far as it was followed from afar, with what the follower may see of it. */
export type FollowedCase = {
  state(): Case;
  /** Takes the next event; what it is, or `null` where it is none of the case: a signed head. */
  take(message: EventMessage): CaseEvent | null;
  /** Everything comes again. */
  forget(): void;
};

export function followedCase(): FollowedCase {
  let state = noCase;
  return {
    state: () => state,
    take({ kind, data }) {
      if (kind === headSigned) return null;
      // The court that is followed vouches for the shape; a text that is not shown becomes a mark.
      const event = { type: kind, data: marked(data) } as CaseEvent;
      state = evolveCase(state, event);
      return event;
    },
    forget() {
      state = noCase;
    },
  };
}

/** Puts a mark in the place of each text that the court does not show. */
function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[name, held] = ['', null]] = entries;
  if (entries.length === 1 && name === 'sealed' && typeof held === 'string') {
    return { prose: `[withheld ${held.slice(0, 8)}]` };
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, marked(inner)]));
}
