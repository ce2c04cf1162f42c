/** Wakes those who wait for news. */
export type WakeUps = {
  wake(): void;
  /** Resolves at the next wake-up, after so many milliseconds, or at the signal. */
  wait(longestMs: number, signal: AbortSignal): Promise<void>;
};

export function wakeUps(): WakeUps {
  const waiting = new Set<() => void>();
  return {
    wake() {
      for (const wake of waiting) wake();
    },
    wait(longestMs, signal) {
      return new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, longestMs);
        waiting.add(wake);
        signal.addEventListener('abort', wake);
        if (signal.aborted) wake();
      });
    },
  };
}
