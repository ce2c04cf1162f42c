import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { memoryJobs } from './jobs.ts';
import { backOff } from '../../ports/jobs-back-off.ts';
import {
  HopelessJob,
  type JobHandler,
  startWorker,
  type WorkerSettings,
} from '../../ports/jobs-worker.ts';
import type { Jobs } from '../../ports/jobs.ts';

const never = new AbortController().signal;

function world(handlers: Readonly<Record<string, JobHandler>>, more: Partial<WorkerSettings> = {}) {
  let shift = 0;
  const jobs = memoryJobs(() => performance.now() + shift);
  const trouble: unknown[] = [];
  const worker = startWorker({
    jobs,
    handlers: new Map(Object.entries(handlers)),
    worker: 'w1',
    most: 2,
    leaseMs: 60_000,
    pollMs: 5,
    random: () => 0,
    onTrouble: (error) => trouble.push(error),
    ...more,
  });
  onTestFinished(() => worker.drain(0));
  const pass = (ms: number): void => {
    shift += ms;
  };
  return { jobs, worker, trouble, pass };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(2);
}

const job = (key: string, kind = 'mail') => ({ kind, key, payload: key });

describe('a worker', () => {
  test('does every job that is due, no more at once than it may', async () => {
    let [atOnce, most] = [0, 0];
    const done: string[] = [];
    const { jobs } = world({
      async mail({ key }) {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await pause(1);
        done.push(key);
        atOnce -= 1;
      },
    });
    const keys = Array.from({ length: 20 }, (_, n) => `k${n}`);
    for (const key of keys) await jobs.enqueue(job(key));
    await until(async () => (await jobs.counts()).done === 20);
    expect(done.toSorted()).toEqual(keys.toSorted());
    expect(most).toBe(2);
  });

  test('tries again what failed, and gives up what is hopeless or failed too often', async () => {
    const tried: string[] = [];
    const { jobs, pass } = world({
      async mail({ key, attempt }) {
        tried.push(`${key}${attempt}`);
        if (key === 'hopeless') throw new HopelessJob('no such address');
        if (key === 'never' || attempt === 1) throw new Error('no route');
      },
    });
    await jobs.enqueue(job('second'));
    await jobs.enqueue(job('hopeless'));
    await jobs.enqueue({ ...job('never'), mostAttempts: 2 });
    await until(() => tried.length === 3);
    await until(async () => (await jobs.counts()).dead === 1);
    pass(60_000);
    await until(async () => (await jobs.counts()).open === 0);
    expect(tried.toSorted()).toEqual(['hopeless1', 'never1', 'never2', 'second1', 'second2']);
    expect((await jobs.dead(5)).map(({ key, reason }) => `${key}: ${reason}`).toSorted()).toEqual([
      'hopeless: Error: no such address',
      'never: Error: no route',
    ]);
  });

  test('keeps a long job as its own, and stops it where it lost it', async () => {
    let signalled = false;
    let answer: 'held' | 'lost' = 'held';
    let extended = 0;
    const inner = memoryJobs(() => performance.now());
    const jobs: Jobs = {
      ...inner,
      async extend(leased, leaseMs) {
        extended += 1;
        await inner.extend(leased, leaseMs);
        return answer;
      },
    };
    world(
      {
        async mail(_, signal) {
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          signalled = true;
        },
      },
      { jobs, leaseMs: 30 },
    );
    await inner.enqueue(job('long'));
    await until(() => extended >= 5);
    expect(await inner.lease({ kinds: ['mail'], most: 1, leaseMs: 1, worker: 'w2' })).toEqual([]);
    expect(signalled).toBe(false);
    answer = 'lost';
    await until(() => signalled);
  });

  test('draining finishes what is at work and takes nothing new', async () => {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const { jobs, worker } = world({
      async mail() {
        started.resolve();
        await finish.promise;
      },
    });
    await jobs.enqueue(job('a'));
    await started.promise;
    const drained = worker.drain(60_000);
    await jobs.enqueue(job('b'));
    finish.resolve();
    await drained;
    expect(await jobs.counts()).toEqual({ open: 1, done: 1, dead: 0 });
  });

  test('draining gives back at once what takes too long, deaf handlers too', async () => {
    const started = Promise.withResolvers<void>();
    const { jobs, worker } = world({
      async mail() {
        started.resolve();
        await new Promise(() => {});
      },
    });
    await jobs.enqueue(job('a'));
    await started.promise;
    await worker.drain(1);
    const again = await jobs.lease({ kinds: ['mail'], most: 1, leaseMs: 1, worker: 'w2' });
    expect(again).toMatchObject([{ key: 'a', attempt: 2 }]);
  });

  test('goes on when the queue cannot be asked', async () => {
    const inner = memoryJobs(() => performance.now());
    let failures = 3;
    const jobs: Jobs = {
      ...inner,
      async lease(request) {
        failures -= 1;
        if (failures >= 0) throw new Error('no connection');
        return await inner.lease(request);
      },
    };
    const { trouble } = world({ mail: async () => {} }, { jobs });
    await inner.enqueue(job('a'));
    await until(async () => (await inner.counts()).done === 1);
    expect(trouble).toHaveLength(3);
    await inner.news(1, never);
  });
});

describe('the pause before another attempt', () => {
  test('doubles from a second to a quarter of an hour, between half and all of it', () => {
    expect([1, 2, 3, 11, 100].map((attempt) => backOff(attempt, 1))).toEqual([
      1_000, 2_000, 4_000, 900_000, 900_000,
    ]);
    expect(backOff(1, 0)).toBe(500);
    expect(backOff(100, 0)).toBe(450_000);
  });
});
