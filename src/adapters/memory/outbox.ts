import type { Notice, Outbox } from '../../ports/outbox.ts';
import { wakeUps } from '../../ports/wake-ups.ts';
import { asPartOf } from './transaction.ts';

/** Notices for as long as the process lasts. `now` gives milliseconds. */
export function memoryOutbox(now: () => number): Outbox {
  let notices: Notice[] = [];
  const followers = new Map<string, { position: number; turn: number; leasedUntil: number }>();
  const news = wakeUps();
  let last = 0;
  return {
    async announce(fresh, within) {
      asPartOf(within, () => {
        for (const notice of structuredClone(fresh)) {
          last += 1;
          notices.push({ ...notice, position: last });
        }
        news.wake();
      });
    },
    async take({ follower, most, leaseMs }) {
      const own = followers.get(follower) ?? { position: 0, turn: 0, leasedUntil: -Infinity };
      followers.set(follower, own);
      const told = notices.filter(({ position }) => position > own.position).slice(0, most);
      if (told.length === 0 || own.leasedUntil > now()) return null;
      own.turn += 1;
      own.leasedUntil = now() + leaseMs;
      return { follower, turn: own.turn, notices: structuredClone(told) };
    },
    async confirm({ follower, turn }, position) {
      const own = followers.get(follower);
      if (own?.turn !== turn) return 'lost';
      own.position = Math.max(own.position, position);
      own.leasedUntil = -Infinity;
      return 'held';
    },
    async positions() {
      return new Map([...followers].map(([name, { position }]) => [name, position]));
    },
    async prune() {
      if (followers.size === 0) return 0;
      const all = Math.min(...[...followers.values()].map(({ position }) => position));
      const before = notices.length;
      notices = notices.filter(({ position }) => position > all);
      return before - notices.length;
    },
    news: (longestMs, signal) => news.wait(longestMs, signal),
  };
}
