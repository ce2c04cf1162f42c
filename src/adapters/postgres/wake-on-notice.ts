import { type WakeUps, wakeUps } from '../../ports/wake-ups.ts';
import { listen, type ListenSettings } from './listen.ts';

export const jobsChannel = 'court_jobs';
export const outboxChannel = 'court_outbox';

/** Wake-ups by NOTIFY, from all replicas, over one connection. */
export type NoticeWakeUps = {
  readonly jobs: WakeUps;
  readonly outbox: WakeUps;
  close(): Promise<void>;
};

export function wakeOnNotice(
  settings: Omit<ListenSettings, 'channels'>,
  onTrouble: (error: Error) => void,
): NoticeWakeUps {
  const [jobs, outbox] = [wakeUps(), wakeUps()];
  const listener = listen(
    { ...settings, channels: [jobsChannel, outboxChannel] },
    {
      onNotice: (channel) => (channel === jobsChannel ? jobs : outbox).wake(),
      onResync() {
        jobs.wake();
        outbox.wake();
      },
      onTrouble,
    },
  );
  return { jobs, outbox, close: () => listener.close() };
}
