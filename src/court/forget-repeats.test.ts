import { expect, test } from 'vitest';
import type { NewJob } from '../ports/jobs.ts';
import { forgetRepeats, forgetRepeatsKind, nextForgetting } from './forget-repeats.ts';

test('old keys are forgotten once an hour, by whoever comes to it', async () => {
  const asked: number[] = [];
  const put: NewJob[] = [];
  const now = () => new Date('2026-03-02T09:20:00.000Z');
  const handler = forgetRepeats(
    async (olderThanMs) => asked.push(olderThanMs),
    {
      async enqueue(job) {
        put.push(job);
        return 'enqueued';
      },
    },
    { keptMs: 86_400_000, now },
  );
  const job = { id: '1', kind: forgetRepeatsKind, key: '2026-03-02T09', payload: null };
  await handler({ ...job, lease: 1, attempt: 1, mostAttempts: 8 }, new AbortController().signal);
  expect(asked).toEqual([86_400_000]);
  const delayMs = 40 * 60_000;
  const next = { kind: forgetRepeatsKind, key: '2026-03-02T10', payload: null, delayMs };
  expect(put).toEqual([next]);
  expect(nextForgetting(new Date('2026-03-02T09:59:59.999Z'))).toEqual({ ...next, delayMs: 1 });
});
