export type Background = {
  start(work: () => Promise<void>): void;
  /** Resolves when all that was started is done. */
  settle(): Promise<void>;
};

/** Work whose end nobody waits for; a fault of it is told, and stops nothing. */
export function background(onFault: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    start(work) {
      const done = work()
        .catch(onFault)
        .finally(() => running.delete(done));
      running.add(done);
    },
    async settle() {
      await Promise.all(running);
    },
  };
}
