import type { LiveLimits } from './limits.ts';
import type { Reader } from './room.ts';

/** How often a reader who has too much unread is looked at, in milliseconds. */
const lookMs = 20;

/** LV8: readers who have more unread than they may: they go on when they have read, or are dropped. */
export type LaggingReaders = {
  watch(reader: Reader, drop: () => void, goOn: () => void): void;
  add(reader: Reader): void;
  remove(reader: Reader): void;
  size(): number;
  close(): void;
};

export function laggingReaders(limits: LiveLimits, now: () => number): LaggingReaders {
  const watched = new WeakMap<Reader, { readonly drop: () => void; readonly goOn: () => void }>();
  const lagging = new Set<Reader>();
  let timer: NodeJS.Timeout | null = null;

  function look(): void {
    for (const reader of lagging) {
      if (reader.line.buffered() <= limits.bufferBytes / 2) {
        lagging.delete(reader);
        reader.slowSince = null;
        watched.get(reader)?.goOn();
      } else if (reader.slowSince !== null && now() - reader.slowSince > limits.slowMs) {
        lagging.delete(reader);
        watched.get(reader)?.drop();
      }
    }
    schedule();
  }

  function schedule(): void {
    if (timer !== null) clearTimeout(timer);
    timer = lagging.size === 0 ? null : setTimeout(look, lookMs);
  }

  return {
    watch: (reader, drop, goOn) => void watched.set(reader, { drop, goOn }),
    add(reader) {
      lagging.add(reader);
      if (timer === null) schedule();
    },
    remove: (reader) => void lagging.delete(reader),
    size: () => lagging.size,
    close() {
      lagging.clear();
      schedule();
    },
  };
}
