import { onTestFinished } from 'vitest';
import { type NoticeWakeUps, wakeOnNotice } from '../src/adapters/postgres/wake-on-notice.ts';
import { openTestDatabase, type OpenedDatabase } from './open-test-database.ts';

/** A database of this test alone, with somebody who listens to it. */
export async function openTestQueue(): Promise<
  OpenedDatabase & { readonly wakeUps: NoticeWakeUps }
> {
  const opened = await openTestDatabase({ size: 8 });
  const wakeUps = wakeOnNotice(
    {
      url: opened.settings.url,
      connectMs: 10_000,
      heartbeatMs: 10_000,
      longestPauseMs: 100,
      random: Math.random,
    },
    () => {},
  );
  onTestFinished(() => wakeUps.close());
  // The first wake-up says that the listening has begun.
  await wakeUps.jobs.wait(10_000, new AbortController().signal);
  return { ...opened, wakeUps };
}
