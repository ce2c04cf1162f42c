import type { Batch } from '../core/record/batch.ts';
import type { DocketEntry } from '../core/case/docket-entry.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { CaseRole } from '../core/person/roles.ts';
import type { RecordedEvent } from '../core/record/event.ts';
import type { Page } from './docket.ts';
import type { Appended } from './record-store.ts';

/**
 * Hearings, seats and what lies on their desks, as one caller may see and change them. What a caller may not
 * see is not there.
 *
 * @throws DiaryFault where the store behind it failed
 */
export interface HearingDiary {
  /** What the caller is in a case; `null` where the caller may not see it. */
  standing(caseId: string): Promise<Standing | null>;
  /** In the order in which they begin. */
  hearings(caseId: string): Promise<readonly HearingRow[]>;
  /** Those of a court that begin at `from` or later and before `to`, ISO 8601. */
  calendar(courtId: string, asked: CalendarAsked): Promise<Page<HearingRow>>;
  hearing(id: string): Promise<HearingRow | null>;
  schedule(of: CaseOfCourt, planned: Planned): Promise<HearingRow | 'refused'>;
  reschedule(id: string, expected: number, planned: Planned): Promise<HearingChanged>;
  /**
   * Moves a hearing on. With `open` the court is told in the same transaction to conduct it. `taken`: another
   * hearing of the case is open.
   */
  move(
    hearing: HearingRow,
    expected: number,
    state: HearingState,
  ): Promise<HearingChanged | 'taken'>;
  /** Every seat that has changed hands, or has a mind of its own. */
  seats(caseId: string): Promise<readonly SeatRow[]>;
  /** Appends to the record and gives the seat to its new holder, both or neither. */
  moveSeat(change: SeatChange, append: SeatAppend): Promise<SeatMoved>;
  /** Private notes of a seat; `null` where the caller does not hold it. */
  workspace(caseId: string, seat: Seat): Promise<Workspace | null>;
  /** `null` where the caller does not hold the seat. */
  write(desk: Desk, expected: number, notes: string): Promise<Workspace | 'stale' | null>;
  /** The record as the caller may see it, after an event: at most so many events. */
  events(caseId: string, after: number, most: number): Promise<readonly RecordedEvent[]>;
  /** The heads that were signed. */
  heads(caseId: string): Promise<readonly RecordedEvent[]>;
}

/** The caller in a case. */
export type Standing = CaseOfCourt & {
  /** The name that the case's events carry. */
  readonly record: string;
  /** Number of events in its record. */
  readonly version: number;
  /** Id of the caller; of an API key its own. */
  readonly person: string;
  readonly name: string;
  readonly roles: readonly CaseRole[];
  /** Whether the caller is a clerk of the court. */
  readonly isClerk: boolean;
  /** Seats that the caller holds. */
  readonly seats: readonly Seat[];
  /** Whether some text of the case is kept from the caller because it is sealed. */
  readonly isKeptFrom: boolean;
  readonly signsWithSecondFactor: boolean;
};

export type CaseOfCourt = { readonly caseId: string; readonly courtId: string };

export const hearingStates = ['scheduled', 'open', 'closed', 'cancelled'] as const;
export type HearingState = (typeof hearingStates)[number];

export type HearingRow = CaseOfCourt & {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly room: string | null;
  readonly state: HearingState;
  readonly version: number;
};

export type Planned = Pick<HearingRow, 'startsAt' | 'endsAt' | 'room'>;

export type HearingChanged = HearingRow | 'stale' | 'refused' | null;

export type CalendarAsked = {
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number;
  readonly cursor: string | null;
};

export type SeatRow = {
  readonly seat: Seat;
  /** The mind that plays it where nobody sits there. */
  readonly mind: string;
  readonly person: { readonly id: string; readonly name: string } | null;
};

export type Desk = CaseOfCourt & { readonly seat: Seat };

/** The caller sits down, or a mind plays the seat from here on. */
export type SeatChange = Desk &
  ({ readonly to: 'caller' } | { readonly to: 'mind'; readonly mind: string });

export type SeatAppend = {
  readonly record: string;
  readonly batch: Batch;
  readonly expected: number;
  readonly shown: DocketEntry | undefined;
};

/** `occupied`: another person sits there. `refused`: it is not the caller's to change. */
export type SeatMoved = Appended | 'occupied' | 'refused';

export type Workspace = {
  readonly notes: string;
  /** 0 while nothing was written. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly updatedAt: string | null;
};

/** What a worker conducts. */
export type SittingJob = {
  readonly hearing: string;
  readonly case: string;
  readonly record: string;
};

/** The kind of job by which an open hearing waits for a worker. */
export const sittingKind = 'hearing.conduct';

export class DiaryFault extends Error {
  readonly port = 'hearing-diary';
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'DiaryFault';
    this.retryable = retryable;
  }
}
