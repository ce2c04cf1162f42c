import type { DocketEntry } from '../core/case/docket-entry.ts';

/**
 * What the docket keeps of each case, to be made anew from the record: the court's own view, past all rights.
 *
 * @throws DocketFault where the store behind it failed
 */
export interface DocketRows {
  /** The names that the events of all cases carry, in order; also of those without an event. */
  records(): Promise<readonly string[]>;
  row(record: string): Promise<DocketRow | null>;
  /** Writes `made`, unless somebody changed the row since it was as `was`; whether it did. */
  keep(record: string, made: DocketRow, was: DocketRow): Promise<boolean>;
}

export type DocketRow = DocketEntry & {
  /** Number of events. */
  readonly version: number;
  /** Hash of the last event; empty where there is none. */
  readonly head: string;
};
