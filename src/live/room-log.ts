import { noCase, type Case } from '../core/case/case.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { RecordedEvent } from '../core/record/event.ts';
import type { TranscriptLine } from '../core/transcript/transcript-line.ts';
import type { RecordPart, RoomText } from '../ports/room-record.ts';
import type { LiveDetail } from '../wire/v1/live.ts';
import { frameOf, type Frame } from './line.ts';
import { eventMessage, lineOf, readOut, seatOf, showing } from './told-event.ts';

/** What a reader may see of a room, and how much of it is wanted. */
export type Sight = {
  readonly seats: readonly Seat[];
  readonly sealed: boolean;
  readonly detail: LiveDetail;
};

/**
 * The record of one case, ready to be told: each event once for all who see the same of it.
 *
 * LV25: it holds what the store holds, so that nothing is told which is not on the record for good.
 */
export type RoomLog = {
  /** Number of events. */
  version(): number;
  /** Takes the events that follow, with their texts; what is here already is passed over. */
  take(part: RecordPart): void;
  /** Takes the whole record anew; whether any of its texts left, came back, was sealed or opened. */
  takeAgain(whole: RecordPart): boolean;
  /** LV21, LV22: the event as this sight may see it; `null` where it may not. */
  frame(seq: number, sight: Sight): Frame | null;
};

type Entry = {
  readonly event: RecordedEvent;
  readonly privateTo: Seat | null;
  /** The line for who may read sealed papers, and for who may not. */
  readonly lines: readonly [open: TranscriptLine | null, sealed: TranscriptLine | null];
};

export function roomLog(caseId: string, frameBytes: number): RoomLog {
  const entries: Entry[] = [];
  const texts = new Map<string, RoomText>();
  const [open, all] = [showing(texts, false), showing(texts, true)];
  const frames = new Map<string, Frame>();
  let bytes = 0;
  let hasSealed = false;
  let state: Case = noCase;

  function keep(key: string, frame: Frame): void {
    frames.set(key, frame);
    bytes += frame.json.length;
    for (const [oldest, { json }] of frames) {
      if (bytes <= frameBytes || oldest === key) break;
      frames.delete(oldest);
      bytes -= json.length;
    }
  }

  function take(part: RecordPart): void {
    for (const text of part.texts) {
      texts.set(text.hash, text);
      hasSealed ||= text.sealed;
    }
    for (const event of part.events) {
      if (event.seq <= entries.length) continue;
      if (event.seq > entries.length + 1) {
        throw new TypeError(`event ${event.seq} of ${caseId} came without those before it`);
      }
      const read = readOut(event, all);
      if (read !== null) state = evolveCase(state, read);
      const line = lineOf(event, state, all);
      const lines = [hasSealed ? lineOf(event, state, open) : line, line] as const;
      entries.push({ event, privateTo: seatOf(event), lines });
    }
  }

  return {
    version: () => entries.length,
    take,
    takeAgain(whole) {
      const isSame =
        texts.size === whole.texts.length &&
        whole.texts.every(({ hash, sealed }) => texts.get(hash)?.sealed === sealed);
      if (isSame) {
        take(whole);
        return false;
      }
      for (const kept of [texts, frames]) kept.clear();
      entries.length = 0;
      [bytes, hasSealed, state] = [0, false, noCase];
      take(whole);
      return true;
    },
    frame(seq, { seats, sealed, detail }) {
      const entry = entries[seq - 1];
      if (entry === undefined) throw new RangeError(`${caseId} has no event ${seq}`);
      if (entry.privateTo !== null && !seats.includes(entry.privateTo)) return null;
      const seesSealed = sealed && hasSealed;
      const key = `${seq} ${detail} ${seesSealed}`;
      const ready = frames.get(key);
      if (ready !== undefined) return ready;
      const line = entry.lines[seesSealed ? 1 : 0];
      const message = eventMessage(caseId, entry.event, line, detail, seesSealed ? all : open);
      const frame = frameOf(message);
      keep(key, frame);
      return frame;
    },
  };
}
