import {
  type DeadJob,
  type Jobs,
  type LeasedJob,
  leaseRanOut,
  type NewJob,
  usualAttempts,
} from '../../ports/jobs.ts';
import { wakeUps } from '../../ports/wake-ups.ts';
import { asPartOf } from './transaction.ts';

type Kept = {
  readonly id: string;
  readonly job: NewJob;
  readonly mostAttempts: number;
  state: 'open' | 'done' | 'dead';
  dueAt: number;
  lease: number;
  attempt: number;
  isLeased: boolean;
  reason: string;
  endedAt: number;
};

/** Jobs for as long as the process lasts. `now` gives milliseconds. */
export function memoryJobs(now: () => number): Jobs {
  const byName = new Map<string, Kept>();
  const byId = new Map<string, Kept>();
  const news = wakeUps();
  let last = 0;

  function keep(name: string, job: NewJob): void {
    if (byName.has(name)) return;
    last += 1;
    const kept: Kept = {
      id: String(last),
      job: structuredClone(job),
      mostAttempts: job.mostAttempts ?? usualAttempts,
      state: 'open',
      dueAt: now() + (job.delayMs ?? 0),
      lease: 0,
      attempt: 0,
      isLeased: false,
      reason: '',
      endedAt: 0,
    };
    byName.set(name, kept);
    byId.set(kept.id, kept);
    news.wake();
  }

  function take(kept: Kept, leaseMs: number): LeasedJob {
    kept.isLeased = true;
    kept.lease += 1;
    kept.attempt += 1;
    kept.dueAt = now() + leaseMs;
    const { id, lease, attempt } = kept;
    return { ...asTold(kept), id, lease, attempt };
  }

  function end(kept: Kept, state: 'done' | 'dead', reason: string): void {
    Object.assign(kept, { state, reason, isLeased: false, endedAt: now() });
  }

  /** The job, if this lease of it is the newest and not over. */
  function heldBy({ id, lease }: LeasedJob): Kept | undefined {
    const kept = byId.get(id);
    return kept?.isLeased === true && kept.lease === lease ? kept : undefined;
  }

  return {
    async enqueue(job, within) {
      const name = JSON.stringify([job.kind, job.key]);
      if (byName.has(name)) return 'known';
      asPartOf(within, () => keep(name, job));
      return 'enqueued';
    },
    async lease({ kinds, most, leaseMs }) {
      const due = [...byId.values()]
        .filter(
          ({ state, dueAt, job }) => state === 'open' && dueAt <= now() && kinds.includes(job.kind),
        )
        .toSorted((one, other) => one.dueAt - other.dueAt)
        .slice(0, most);
      const [spent, taken] = [due.filter(isSpent), due.filter((kept) => !isSpent(kept))];
      for (const kept of spent) end(kept, 'dead', leaseRanOut);
      return taken.map((kept) => take(kept, leaseMs));
    },
    async extend(job, leaseMs) {
      const kept = heldBy(job);
      if (kept === undefined) return 'lost';
      kept.dueAt = now() + leaseMs;
      return 'held';
    },
    async complete(job) {
      const kept = heldBy(job);
      if (kept === undefined) return 'lost';
      end(kept, 'done', '');
      return 'held';
    },
    async fail(job, reason, retryInMs) {
      const kept = heldBy(job);
      if (kept === undefined) return 'lost';
      if (retryInMs === null || isSpent(kept)) end(kept, 'dead', reason);
      else Object.assign(kept, { reason, isLeased: false, dueAt: now() + retryInMs });
      return 'held';
    },
    async dead(most) {
      return [...byId.values()]
        .filter(({ state }) => state === 'dead')
        .toSorted((one, other) => other.endedAt - one.endedAt || Number(other.id) - Number(one.id))
        .slice(0, most)
        .map((kept): DeadJob => ({ ...asTold(kept), reason: kept.reason }));
    },
    async revive(id) {
      const kept = byId.get(id);
      if (kept?.state !== 'dead') return 'not-dead';
      Object.assign(kept, { state: 'open', attempt: 0, dueAt: now() });
      news.wake();
      return 'revived';
    },
    async counts() {
      const counts = { open: 0, done: 0, dead: 0 };
      for (const { state } of byId.values()) counts[state] += 1;
      return counts;
    },
    async prune(olderThanMs) {
      const old = [...byName].filter(
        ([, { state, endedAt }]) => state === 'done' && endedAt <= now() - olderThanMs,
      );
      for (const [name, { id }] of old) {
        byName.delete(name);
        byId.delete(id);
      }
      return old.length;
    },
    news: (longestMs, signal) => news.wait(longestMs, signal),
  };
}

function isSpent({ attempt, mostAttempts }: Kept): boolean {
  return attempt >= mostAttempts;
}

function asTold({ id, job: { kind, key, payload }, mostAttempts }: Kept) {
  return { id, kind, key, payload: structuredClone(payload), mostAttempts };
}
