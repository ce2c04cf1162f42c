import type { FastifyBaseLogger } from 'fastify';
import { type Listener, listen } from '../adapters/postgres/listen.ts';
import { announceRecord, recordChannel } from '../adapters/postgres/record-store.ts';
import { type PostgresRoomBus, roomChannels } from '../adapters/postgres/room-bus.ts';
import { jobsChannel } from '../adapters/postgres/wake-on-notice.ts';
import type { RecordAnnouncements } from '../ports/record-announcements.ts';
import type { WakeUps } from '../ports/wake-ups.ts';

/** Channel on which the database tells of texts that were sealed or left. */
export const textsChannel = 'court_texts';

export type Followers = {
  readonly announcements: RecordAnnouncements;
  readonly jobNews: WakeUps;
  readonly bus: PostgresRoomBus;
  /** The words of a case changed under its record. */
  readonly forget: (record: string) => void;
  /** They may have changed, in any case. */
  readonly forgetAll: () => void;
};

/** Hears what the database tells, on one direct connection of this process, and tells it on. */
export function followDatabase(
  url: string,
  { announcements, jobNews, bus, forget, forgetAll }: Followers,
  log: FastifyBaseLogger,
): Listener {
  return listen(
    {
      url,
      channels: [recordChannel, jobsChannel, textsChannel, ...Object.values(roomChannels)],
      connectMs: 10_000,
      heartbeatMs: 15_000,
      longestPauseMs: 5_000,
      random: Math.random,
    },
    {
      onNotice(channel, notice) {
        if (channel === recordChannel) announceRecord(announcements, notice);
        else if (channel === jobsChannel) jobNews.wake();
        else if (channel === textsChannel) forget(notice);
        else bus.hear(channel, notice);
      },
      onResync() {
        announcements.announceAll();
        forgetAll();
        jobNews.wake();
        bus.missed();
      },
      onTrouble: (error) => log.warn({ err: error }, 'the listener lost its connection'),
    },
  );
}
