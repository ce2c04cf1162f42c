import type { Present } from '../ports/room-bus.ts';
import { frameOf, type Frame, type Line } from './line.ts';
import type { LiveLimits } from './limits.ts';
import type { RoomLog, Sight } from './room-log.ts';

/** One reader of one room: a cursor over its log. */
export type Reader = {
  readonly line: Line;
  readonly who: Present;
  sight: Sight;
  /** Whether names of people are shown. */
  names: boolean;
  /** The last event that this reader was told, or that is not for it. */
  at: number;
  /** While rights are asked again nothing is told. */
  paused: boolean;
  /** Since when it has more unread than it may, on the clock of the hub; `null` where it keeps up. */
  slowSince: number | null;
};

/** Tells the log to its readers, each from where it stands. */
export type Room = {
  readonly log: RoomLog;
  readonly readers: ReadonlySet<Reader>;
  add(reader: Reader): void;
  remove(reader: Reader): void;
  /** Tells a reader all it has not been told yet, as fast as it reads. */
  pump(reader: Reader): void;
  pumpAll(): void;
  /** LV24: all that the reader may see comes again from the beginning. */
  resync(reader: Reader, because: 'rights-changed' | 'record-changed'): void;
  /** What is no part of the record: skipped for who has no room for it now. */
  tell(message: Frame, isFor: (reader: Reader) => boolean): void;
};

/**
 * LV20: a reader has one number, the last event it was told, and is only ever told the next one. So there
 * is no moment between the past and the present in which an event could be lost or come twice.
 */
export function makeRoom(
  caseId: string,
  log: RoomLog,
  limits: LiveLimits,
  now: () => number,
  lag: Lagging,
): Room {
  const readers = new Set<Reader>();

  function pump(reader: Reader): void {
    if (reader.paused || reader.slowSince !== null) return;
    const { line } = reader;
    let isPassed = false;
    while (reader.at < log.version()) {
      const frame = log.frame(reader.at + 1, reader.sight);
      reader.at += 1;
      isPassed = frame === null;
      if (frame === null) continue;
      line.send(frame);
      if (line.buffered() > limits.bufferBytes) {
        reader.slowSince = now();
        lag.add(reader);
        return;
      }
    }
    // Who acts names the version on which that rests, though its last event is not for everybody.
    if (isPassed) line.send(frameOf({ type: 'passed', case: caseId, seq: reader.at }));
  }

  return {
    log,
    readers,
    add: (reader) => void readers.add(reader),
    remove(reader) {
      readers.delete(reader);
      lag.remove(reader);
    },
    pump,
    pumpAll() {
      for (const reader of readers) pump(reader);
    },
    resync(reader, because) {
      reader.at = 0;
      reader.line.send(frameOf({ type: 'resync', case: caseId, after: 0, because }));
    },
    tell(frame, isFor) {
      for (const reader of readers) {
        const isBehind = reader.paused || reader.slowSince !== null || reader.at < log.version();
        if (!isBehind && isFor(reader)) reader.line.send(frame);
      }
    },
  };
}

/** Readers who have more unread than they may. */
export type Lagging = { add(reader: Reader): void; remove(reader: Reader): void };
