import type { Seat } from '../gate/proposal.ts';
import type { Act, Phase } from '../jurisdiction/profile.ts';

/**
 * The course of a hearing. States are a union, so that what cannot be cannot be written down; the
 * phases come from the procedure of the jurisdiction.
 */
export type Hearing =
  | { readonly state: 'not-opened' }
  | Session
  | { readonly state: 'closed' }
  | { readonly state: 'signed' }
  | { readonly state: 'rejected' };

export type Session = {
  readonly state: 'in-session';
  /** Index into the phases of the procedure. */
  readonly phase: number;
  /** Whose turn it is. */
  readonly floor: Seat;
  /** Acts done in this phase, by seat. */
  readonly done: Readonly<Partial<Record<Seat, readonly Act[]>>>;
  /** Turns passed one after the other; when everybody passed, the phase ends. */
  readonly passes: number;
  readonly pending: Pending;
};

/** What must be dealt with before the floor moves on. */
export type Pending =
  | { readonly kind: 'nothing' }
  /** The other side may object to an offer or a question, or let it pass. An offer stays open to further
   * objections until it is let pass. */
  | { readonly kind: 'objection-open'; readonly to: 'offer' | 'question'; readonly seat: Seat }
  /** The judge must rule. */
  | { readonly kind: 'ruling-due'; readonly on: 'offer' | 'question'; readonly objector: Seat }
  /** The witness must answer. */
  | { readonly kind: 'answer-due' };

export const notOpened: Hearing = { state: 'not-opened' };

/** The acts that a phase waits for: who has one among its acts may not pass before it is done. */
const duties: ReadonlySet<Act> = new Set(['open', 'close', 'deliberate', 'draft']);

export const isDuty = (act: Act): boolean => duties.has(act);

export const doneBy = (session: Session, seat: Seat): readonly Act[] => session.done[seat] ?? [];

export const actsOf = (phase: Phase, seat: Seat): readonly Act[] => phase.may[seat] ?? [];

/** The duty that this seat owes the phase next, if any. */
export const dutyOf = (session: Session, phase: Phase, seat: Seat): Act | undefined =>
  actsOf(phase, seat).find((act) => isDuty(act) && !doneBy(session, seat).includes(act));
