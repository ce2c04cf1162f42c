import { Worker } from 'node:worker_threads';

export type ThreadSettings = {
  /** The module that a thread runs: it answers each message with one message. */
  readonly entry: URL;
  readonly data: unknown;
  readonly threads: number;
  /** Most tasks that wait for a thread. */
  readonly waiting: number;
  /** Time of one task. */
  readonly milliseconds: number;
  /** JavaScript heap of one thread, in MiB. */
  readonly megabytes: number;
};

export type ThreadAnswer =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** Too late; or the thread died of the task, as of too much memory; or too many wait already. */
  | { readonly kind: 'late' | 'broken' | 'full' };

export interface ThreadPool {
  ask(task: unknown): Promise<ThreadAnswer>;
  close(): Promise<void>;
}

/**
 * Threads that do one task each at a time. A task that never ends cannot be interrupted by any timer, so its
 * thread is ended, and the next task gets a new one.
 */
export function threadPool(settings: ThreadSettings): ThreadPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: (() => void)[] = [];
  let busy = 0;

  function start(): Worker {
    const { entry, data: workerData, megabytes } = settings;
    const resourceLimits = { maxOldGenerationSizeMb: megabytes };
    const worker = new Worker(entry, { workerData, resourceLimits });
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      all.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    all.add(worker);
    return worker;
  }

  async function seat(): Promise<void> {
    if (busy < settings.threads) {
      busy += 1;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    queue.push(resolve);
    await promise;
  }

  /** The seat goes to whoever waits longest. */
  function leave(): void {
    const next = queue.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  return {
    async ask(task) {
      if (busy >= settings.threads && queue.length >= settings.waiting) return { kind: 'full' };
      await seat();
      try {
        const worker = idle.pop() ?? start();
        const answer = await answerOf(worker, task, settings.milliseconds);
        if (answer.kind === 'answered') {
          worker.unref();
          idle.push(worker);
        } else await worker.terminate();
        return answer;
      } finally {
        leave();
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

async function answerOf(
  worker: Worker,
  task: unknown,
  milliseconds: number,
): Promise<ThreadAnswer> {
  const { promise, resolve } = Promise.withResolvers<ThreadAnswer>();
  const answered = (answer: unknown) => resolve({ kind: 'answered', answer });
  const broken = () => resolve({ kind: 'broken' });
  const timer = setTimeout(() => resolve({ kind: 'late' }), milliseconds);
  worker.ref();
  worker.once('message', answered).once('error', broken).once('exit', broken);
  worker.postMessage(task);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', answered).off('error', broken).off('exit', broken);
  }
}
