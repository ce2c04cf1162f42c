import type { Seat } from '../core/gate/proposal.ts';

/** Asks, as one caller, what of a case's room is open to that one. `null`: to this caller there is no such case. */
export type RoomEntry = (caseId: string) => Promise<Admission | null>;

export type Admission = {
  /** The name that the events of the case carry. */
  readonly record: string;
  /** Seats that the caller holds: what is private to them is shown. */
  readonly seats: readonly Seat[];
  /** Whether the caller may read what is sealed. */
  readonly sealed: boolean;
  /** Whether the caller may see the names of people. */
  readonly names: boolean;
  /** The caller's own name. */
  readonly name: string | null;
};
