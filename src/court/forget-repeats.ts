import type { Jobs, NewJob } from '../ports/jobs.ts';
import type { JobHandler } from '../ports/jobs-worker.ts';
import type { ForgetRepeats } from '../ports/repeats.ts';

/** The kind of job by which old Idempotency-Keys are forgotten. */
export const forgetRepeatsKind = 'idempotency.forget';

const hourMs = 3_600_000;

/** The job of the hour that begins next; its key makes it one job, whoever enqueues it. */
export function nextForgetting(now: Date): NewJob {
  const next = (Math.floor(now.getTime() / hourMs) + 1) * hourMs;
  return {
    kind: forgetRepeatsKind,
    key: new Date(next).toISOString().slice(0, 13),
    payload: null,
    delayMs: next - now.getTime(),
  };
}

/**
 * Forgets keys that are older than this and sees to it that somebody does so again in an hour. The service
 * enqueues the first of these jobs when it starts.
 */
export function forgetRepeats(
  forget: ForgetRepeats,
  jobs: Pick<Jobs, 'enqueue'>,
  { keptMs, now }: { readonly keptMs: number; readonly now: () => Date },
): JobHandler {
  return async () => {
    await forget(keptMs);
    await jobs.enqueue(nextForgetting(now()));
  };
}
