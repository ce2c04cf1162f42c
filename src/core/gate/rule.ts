import type { Refusal } from '../refusal.ts';
import type { Courtroom, Source } from './courtroom.ts';
import type { Anchor, Proposal } from './proposal.ts';
import type { Place } from './seek-quote.ts';

/** What became of an anchor when it was looked up for the seat that proposes it. */
export type Ground =
  /** No such source, or none that this seat may see: nothing of it is known to any rule. */
  | { readonly kind: 'closed'; readonly anchor: Anchor }
  | {
      readonly kind: 'absent';
      readonly anchor: Anchor;
      readonly source: Source;
      readonly says: string;
    }
  | {
      readonly kind: 'stands';
      /** At the true place of the quote. */
      readonly anchor: Anchor;
      readonly source: Source;
      /** The parts of the quote between its omissions. */
      readonly places: readonly Place[];
      readonly repaired: boolean;
    };

/** A proposal with its anchors at their true places, and what they rest on. */
export type Examined = { readonly proposal: Proposal; readonly grounds: readonly Ground[] };

/** One rule of the gate. It is silent on what another rule speaks of. */
export type GateRule = (examined: Examined, courtroom: Courtroom) => readonly Refusal[];
