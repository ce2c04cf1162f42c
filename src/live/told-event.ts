import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { privateTo } from '../core/case/private-to.ts';
import type { RecordedEvent } from '../core/record/event.ts';
import { headSigned } from '../core/record/head.ts';
import { unseal } from '../core/record/seal.ts';
import { transcriptLine, type TranscriptLine } from '../core/transcript/transcript-line.ts';
import type { RoomText } from '../ports/room-record.ts';
import type { EventMessage, LiveDetail } from '../wire/v1/live.ts';

/** Texts of a case by their hashes. */
export type RoomTexts = ReadonlyMap<string, RoomText>;

/** What is shown of a text to who may read sealed papers, or may not; `undefined` where it is not shown. */
type Showing = (hash: string) => string | undefined;

export function showing(texts: RoomTexts, sealed: boolean): Showing {
  return (hash) => {
    const held = texts.get(hash);
    return held === undefined || (held.sealed && !sealed) ? undefined : held.text;
  };
}

/** The event of a case as it can be read out: a text that is not shown leaves a mark. `null`: a signed head. */
export function readOut(event: RecordedEvent, show: Showing): CaseEvent | null {
  if (event.type === headSigned) return null;
  const marked = (hash: string): string => show(hash) ?? `[withheld ${hash.slice(0, 8)}]`;
  const { type, data } = unseal(event, marked);
  // The chain vouches that this is an event which this court wrote.
  return { type, data } as unknown as CaseEvent;
}

/** The line that the event makes in the transcript; `state` is the case after it. */
export function lineOf(event: RecordedEvent, state: Case, show: Showing): TranscriptLine | null {
  const read = readOut(event, show);
  return read === null ? null : transcriptLine(read, state);
}

/** The seat to whom alone an event is shown. Only the seat is read of its data, and that is never sealed. */
export function seatOf({ type, data }: RecordedEvent): ReturnType<typeof privateTo> {
  return privateTo({ type, data } as unknown as CaseEvent);
}

export function eventMessage(
  caseId: string,
  event: RecordedEvent,
  line: TranscriptLine | null,
  detail: LiveDetail,
  show: Showing,
): EventMessage {
  const { seq, at, type, by } = event;
  return {
    type: 'event',
    case: caseId,
    seq,
    at,
    kind: type,
    by: { seat: by.seat, kind: by.kind },
    privateTo: seatOf(event),
    line: line === null ? null : { ...line, places: [...line.places] },
    ...(detail === 'whole' ? { data: unseal(event, show).data } : {}),
  };
}
