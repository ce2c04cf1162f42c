import type { RecordedEvent } from '../core/record/event.ts';

/** Wakes those who follow a case, for stores whose writers and readers share a process. */
export type RecordAnnouncements = {
  announce(caseId: string): void;
  /** Resolves at the next announcement of a case, or at the signal. Ask first, then read, then wait. */
  news(caseId: string, signal: AbortSignal): Promise<void>;
  /** Something may have been missed: whoever waits looks again. */
  announceAll(): void;
  follow(
    caseId: string,
    from: number,
    signal: AbortSignal,
    read: (from: number) => Promise<readonly RecordedEvent[]>,
  ): AsyncIterable<RecordedEvent>;
};

export function recordAnnouncements(): RecordAnnouncements {
  const waiting = new Map<string, Set<() => void>>();

  /** Begins to listen at once; `wait` resolves at the first news since, or on abort. */
  function listen(caseId: string, signal: AbortSignal): { wait: Promise<void>; stop: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wakers = waiting.get(caseId) ?? new Set();
    waiting.set(caseId, wakers.add(resolve));
    const wake = (): void => resolve();
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
    const stop = (): void => {
      signal.removeEventListener('abort', wake);
      wakers.delete(resolve);
      if (wakers.size === 0) waiting.delete(caseId);
    };
    return { wait: promise, stop };
  }

  return {
    announce(caseId) {
      for (const wake of waiting.get(caseId) ?? []) wake();
    },
    async news(caseId, signal) {
      const { wait, stop } = listen(caseId, signal);
      await wait;
      stop();
    },
    announceAll() {
      for (const wakers of waiting.values()) for (const wake of wakers) wake();
    },
    async *follow(caseId, from, signal, read) {
      let next = from;
      while (!signal.aborted) {
        // Listening starts before reading, so that an append between the two is not missed.
        const news = listen(caseId, signal);
        try {
          const events = await read(next);
          for (const event of events) {
            if (signal.aborted) return;
            next = event.seq + 1;
            yield event;
          }
          if (events.length === 0) await news.wait;
        } finally {
          news.stop();
        }
      }
    },
  };
}
