import type { PersonClaims } from '../core/person/claims.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { Refusal } from '../core/refusal.ts';
import type { RecordAnnouncements } from '../ports/record-announcements.ts';
import type { RoomBus } from '../ports/room-bus.ts';
import type { RoomEntry } from '../ports/room-entry.ts';
import type { RoomRecord } from '../ports/room-record.ts';
import type { LiveAct } from '../wire/v1/live.ts';
import type { LiveLimits } from './limits.ts';

/** A person, or an API key, who showed a token that holds. */
export type Caller = { readonly kind: 'person'; readonly claims: PersonClaims };

export type ActAnswer =
  | { readonly kind: 'acknowledged'; readonly version: number }
  | { readonly kind: 'refused'; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** What the rooms need of the court around them. */
export type LiveDesk = {
  readonly limits: LiveLimits;
  /** Who shows this token; `null` where it does not hold. */
  identify(token: string): Promise<Caller | null>;
  /** The doors of rooms, as they open to this caller. */
  entryFor(caller: Caller): RoomEntry;
  readonly record: RoomRecord;
  /** Wake at every append, also of other replicas. */
  readonly announcements: RecordAnnouncements;
  readonly bus: RoomBus;
  /** Decides an act, once for each id however often it is asked. */
  act(caller: Caller, act: LiveAct): Promise<ActAnswer>;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** Something failed that nobody is told of: for the log of the service. */
  fault(error: unknown, says: string): void;
};

/** Words that a mind says, before anything of them is on the record. */
export type Speech = {
  readonly case: string;
  readonly seat: Seat;
  /** Number of events in the record when the mind was asked. */
  readonly turn: number;
  readonly words: string;
  /** Whether they may tell of sealed papers, and so go only to those who may read these. */
  readonly sealed: boolean;
};
