import { describe, expect, test } from 'vitest';
import { type Jobs, type LeasedJob, leaseRanOut, type LeaseRequest, type NewJob } from './jobs.ts';
import type { Transaction } from './transaction.ts';

/** A queue with nothing in it, the passing of time, and transactions of its store. */
export type JobsWorld = {
  readonly jobs: Jobs;
  readonly pass: (ms: number) => Promise<void>;
  readonly transaction: (work: (open: Transaction) => Promise<void>) => Promise<void>;
};

const request: LeaseRequest = { kinds: ['mail'], most: 10, leaseMs: 30_000, worker: 'w1' };

function mail(key: string, more: Partial<NewJob> = {}): NewJob {
  return { kind: 'mail', key, payload: { to: key, lines: ['a', 1, null, true] }, ...more };
}

/** Every queue passes this suite. */
export function jobsContract(name: string, opened: () => Promise<JobsWorld>): void {
  describe(`jobs: ${name}`, () => {
    test('[JQ1] a job is leased by one worker, those due longest first', async () => {
      const { jobs, pass } = await opened();
      for (const key of ['a', 'b', 'c']) {
        expect(await jobs.enqueue(mail(key))).toBe('enqueued');
        await pass(1);
      }
      await jobs.enqueue({ ...mail('other'), kind: 'index' });
      const first = await jobs.lease({ ...request, most: 2 });
      expect(first).toMatchObject([
        { kind: 'mail', key: 'a', payload: mail('a').payload, attempt: 1, mostAttempts: 8 },
        { key: 'b' },
      ]);
      expect((await jobs.lease(request)).map(({ key }) => key)).toEqual(['c']);
      expect(await jobs.lease(request)).toEqual([]);
      expect(await jobs.lease({ ...request, kinds: [] })).toEqual([]);
      expect(await jobs.lease({ ...request, kinds: ['mail', 'index'] })).toHaveLength(1);
    });

    test('[JQ1] many workers at once take each job once', async () => {
      const { jobs } = await opened();
      const keys = Array.from({ length: 60 }, (_, n) => `k${n}`);
      await Promise.all(keys.map((key) => jobs.enqueue(mail(key))));
      const taken: string[] = [];
      const work = async (): Promise<void> => {
        for (;;) {
          const leased = await jobs.lease({ ...request, most: 4 });
          if (leased.length === 0) return;
          taken.push(...leased.map(({ key }) => key));
          for (const job of leased) expect(await jobs.complete(job)).toBe('held');
        }
      };
      await Promise.all(Array.from({ length: 6 }, work));
      expect(taken.toSorted()).toEqual(keys.toSorted());
      expect(await jobs.counts()).toEqual({ open: 0, done: 60, dead: 0 });
    });

    test('[JQ2] one kind and key is one job, whatever became of it', async () => {
      const { jobs } = await opened();
      const asked = await Promise.all([1, 2, 3, 4].map(() => jobs.enqueue(mail('a'))));
      expect(asked.toSorted()).toEqual(['enqueued', 'known', 'known', 'known']);
      expect(await jobs.enqueue({ ...mail('a'), kind: 'index' })).toBe('enqueued');
      const job = await only(jobs);
      expect(await jobs.enqueue(mail('a'))).toBe('known');
      await jobs.complete(job);
      expect(await jobs.enqueue(mail('a'))).toBe('known');
      expect(await jobs.lease(request)).toEqual([]);
    });

    test('[JQ3] a delayed job is not leased before its time', async () => {
      const { jobs, pass } = await opened();
      await jobs.enqueue(mail('a', { delayMs: 60_000 }));
      await pass(59_000);
      expect(await jobs.lease(request)).toEqual([]);
      await pass(1_000);
      expect(await jobs.lease(request)).toHaveLength(1);
    });

    test('[JQ4] a job whose lease ran out comes back, until its attempts are spent', async () => {
      const { jobs, pass } = await opened();
      await jobs.enqueue(mail('a', { mostAttempts: 2 }));
      for (const attempt of [1, 2]) {
        expect(await only(jobs)).toMatchObject({ key: 'a', attempt });
        expect(await jobs.lease(request)).toEqual([]);
        await pass(30_000);
      }
      expect(await jobs.lease(request)).toEqual([]);
      expect(await jobs.dead(5)).toMatchObject([{ key: 'a', reason: leaseRanOut }]);
    });

    test('[JQ5] only the newest lease can do anything', async () => {
      const { jobs, pass } = await opened();
      await jobs.enqueue(mail('a'));
      const old = await only(jobs);
      expect(await jobs.extend(old, 60_000)).toBe('held');
      await pass(30_000);
      expect(await jobs.lease(request)).toEqual([]);
      await pass(30_000);
      const newer = await only(jobs);
      expect(await jobs.extend(old, 60_000)).toBe('lost');
      expect(await jobs.complete(old)).toBe('lost');
      expect(await jobs.fail(old, 'late', 0)).toBe('lost');
      expect(await jobs.complete(newer)).toBe('held');
      expect(await jobs.complete(newer)).toBe('lost');
      expect(await jobs.extend(newer, 1)).toBe('lost');
      expect(await jobs.fail(newer, 'late', null)).toBe('lost');
      expect(await jobs.counts()).toEqual({ open: 0, done: 1, dead: 0 });
    });

    test('[JQ5] a lease that ran out and that nobody took still completes its job', async () => {
      const { jobs, pass } = await opened();
      await jobs.enqueue(mail('a'));
      const job = await only(jobs);
      await pass(90_000);
      expect(await jobs.complete(job)).toBe('held');
      expect(await jobs.lease(request)).toEqual([]);
    });

    test('[JQ6] a failed job comes back after its pause, and dies with its reason', async () => {
      const { jobs, pass } = await opened();
      await jobs.enqueue(mail('a', { mostAttempts: 2 }));
      await jobs.fail(await only(jobs), 'no route', 5_000);
      expect(await jobs.lease(request)).toEqual([]);
      await pass(5_000);
      const reason = `it's\n"no"\0 ${'x'.repeat(3_000)}`;
      await jobs.fail(await only(jobs), reason, 5_000);
      await pass(5_000);
      expect(await jobs.lease(request)).toEqual([]);
      await jobs.enqueue(mail('b'));
      await jobs.fail(await only(jobs), 'no such address', null);
      const [newest, older] = await jobs.dead(5);
      expect(newest).toMatchObject({ key: 'b', reason: 'no such address' });
      expect(older?.reason.startsWith(`it's\n"no"`)).toBe(true);
      expect(await jobs.dead(1)).toHaveLength(1);
    });

    test('[JQ7] a job in a transaction is there when that commits', async () => {
      const { jobs, transaction } = await opened();
      let during: readonly LeasedJob[] = [];
      await transaction(async (open) => {
        expect(await jobs.enqueue(mail('a'), open)).toBe('enqueued');
        during = await jobs.lease(request);
      });
      expect(during).toEqual([]);
      const undone = transaction(async (open) => {
        await jobs.enqueue(mail('b'), open);
        throw new RangeError('no');
      });
      await expect(undone).rejects.toThrow(RangeError);
      expect((await jobs.lease(request)).map(({ key }) => key)).toEqual(['a']);
      expect(await jobs.enqueue(mail('b'))).toBe('enqueued');
      const foreign = { open: true };
      await expect(jobs.enqueue(mail('c'), foreign)).rejects.toThrow(TypeError);
    });

    test('[JQ8] a dead job can be opened again, and its old leases stay lost', async () => {
      const { jobs } = await opened();
      await jobs.enqueue(mail('a', { mostAttempts: 1 }));
      const old = await only(jobs);
      expect(await jobs.revive(old.id)).toBe('not-dead');
      await jobs.fail(old, 'no', 0);
      expect(await jobs.revive(old.id)).toBe('revived');
      const again = await only(jobs);
      expect(again.attempt).toBe(1);
      expect(await jobs.complete(old)).toBe('lost');
      expect(await jobs.complete(again)).toBe('held');
      expect(await jobs.revive('999999')).toBe('not-dead');
    });

    test('[JQ9] news comes with a job, after the time, and at the signal', async () => {
      const { jobs } = await opened();
      const never = new AbortController().signal;
      const woken = jobs.news(100_000, never);
      await jobs.enqueue(mail('a'));
      await woken;
      await jobs.news(1, never);
      await jobs.news(100_000, AbortSignal.abort());
      const leaving = new AbortController();
      const left = jobs.news(100_000, leaving.signal);
      leaving.abort();
      await left;
    });

    test('[JQ10] done jobs are pruned when old enough, and nothing else', async () => {
      const { jobs, pass } = await opened();
      for (const key of ['a', 'b', 'c']) {
        await jobs.enqueue(mail(key));
        await pass(1);
      }
      const [a, b] = await jobs.lease({ ...request, most: 2 });
      if (a === undefined || b === undefined) throw new Error('two jobs were due');
      await jobs.complete(a);
      await jobs.fail(b, 'no', null);
      expect(await jobs.prune(1_000)).toBe(0);
      await pass(1_000);
      expect(await jobs.prune(1_000)).toBe(1);
      expect(await jobs.counts()).toEqual({ open: 1, done: 0, dead: 1 });
      expect(await jobs.enqueue(mail('a'))).toBe('enqueued');
    });
  });
}

async function only(jobs: Jobs): Promise<LeasedJob> {
  const [job, ...more] = await jobs.lease(request);
  expect(more).toEqual([]);
  if (job === undefined) throw new Error('no job was due');
  return job;
}
