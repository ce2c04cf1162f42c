import type { RecordedEvent } from '../core/record/event.ts';

/** The record of a case as the court itself reads it for a room: from an event on, with the texts of these. */
export type RoomRecord = (record: string, from: number) => Promise<RecordPart>;

export type RecordPart = {
  readonly events: readonly RecordedEvent[];
  readonly texts: readonly RoomText[];
};

export type RoomText = {
  readonly hash: string;
  readonly text: string;
  /** Whether it is of a paper that only those with the right to it may read. */
  readonly sealed: boolean;
};
