import { backOff } from './jobs-back-off.ts';
import type { Jobs, LeasedJob } from './jobs.ts';

/**
 * Does one job. It may be called again for the same job, so it has the same effect twice as once. It throws
 * `HopelessJob` where no other attempt would help, and anything else where one might.
 */
export type JobHandler = (job: LeasedJob, signal: AbortSignal) => Promise<void>;

export type WorkerSettings = {
  readonly jobs: Jobs;
  readonly handlers: ReadonlyMap<string, JobHandler>;
  readonly worker: string;
  /** Most jobs at once. */
  readonly most: number;
  readonly leaseMs: number;
  /** Longest time between two looks, should a wake-up be lost, in milliseconds. */
  readonly pollMs: number;
  /** Between 0 and 1, spreads the pauses. */
  readonly random: () => number;
  /** A queue that cannot be asked. The worker goes on trying. */
  readonly onTrouble: (error: unknown) => void;
};

export type Worker = {
  /** Takes no more jobs, and resolves when those at work are done. After `withinMs` they are told to stop. */
  drain(withinMs: number): Promise<void>;
};

/** This job will not do better next time. */
export class HopelessJob extends Error {}

/** Takes jobs as they fall due and does them, extending their leases while it works. */
export function startWorker(settings: WorkerSettings): Worker {
  const stopTaking = new AbortController();
  const stopWorking = new AbortController();
  const atWork = new Set<Promise<void>>();
  const taking = takeJobs(settings, stopTaking.signal, stopWorking.signal, atWork);
  return {
    async drain(withinMs) {
      stopTaking.abort();
      const timer = setTimeout(() => stopWorking.abort(), withinMs);
      await taking;
      await Promise.all(atWork);
      clearTimeout(timer);
    },
  };
}

async function takeJobs(
  settings: WorkerSettings,
  stopTaking: AbortSignal,
  stopWorking: AbortSignal,
  atWork: Set<Promise<void>>,
): Promise<void> {
  const { jobs, handlers, most, leaseMs, worker, pollMs } = settings;
  const kinds = [...handlers.keys()];
  while (!stopTaking.aborted) {
    // The wait begins before the look, so that a job enqueued between the two is not slept through.
    const stopWaiting = new AbortController();
    const news = jobs.news(pollMs, AbortSignal.any([stopTaking, stopWaiting.signal]));
    try {
      const free = most - atWork.size;
      const taken = free > 0 ? await jobs.lease({ kinds, most: free, leaseMs, worker }) : [];
      for (const job of taken) {
        const work = doJob(settings, job, stopWorking).finally(() => atWork.delete(work));
        atWork.add(work);
      }
      if (atWork.size >= most) await Promise.race(atWork);
      else if (taken.length < free) await news;
    } catch (error) {
      settings.onTrouble(error);
      await news.catch(() => {});
    } finally {
      stopWaiting.abort();
      await news.catch(() => {});
    }
  }
}

async function doJob(settings: WorkerSettings, job: LeasedJob, stop: AbortSignal): Promise<void> {
  const { jobs, leaseMs, random, onTrouble } = settings;
  const lost = new AbortController();
  const extending = setInterval(() => {
    jobs.extend(job, leaseMs).then((answer) => answer === 'lost' && lost.abort(), onTrouble);
  }, leaseMs / 3);
  try {
    await handle(settings, job, AbortSignal.any([stop, lost.signal]));
    await jobs.complete(job);
  } catch (error) {
    // What cannot even be told to the queue lets the lease run out, which comes to the same.
    const pause = stop.aborted ? 0 : backOff(job.attempt, random());
    const retryInMs = error instanceof HopelessJob ? null : pause;
    await jobs.fail(job, String(error), retryInMs).catch(onTrouble);
  } finally {
    clearInterval(extending);
  }
}

/** Ends with the handler or with the signal, whichever comes first: a handler may be deaf to signals. */
async function handle(
  { handlers }: WorkerSettings,
  job: LeasedJob,
  signal: AbortSignal,
): Promise<void> {
  const handler = handlers.get(job.kind);
  if (handler === undefined) throw new HopelessJob(`Nobody here does ${job.kind}.`);
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(new Error('The worker stopped, or lost the job.'));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    await Promise.race([handler(job, signal), stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
