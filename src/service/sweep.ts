import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../adapters/postgres/database.ts';
import { forgetPostgresRepeats } from '../adapters/postgres/repeats.ts';
import type { Office } from '../court/people/office.ts';

const hour = 3_600_000;
/** For so long a repeated request gets its first answer. */
const repeatsMs = 24 * hour;

/**
 * Throws away, once an hour, what is over: sessions, links and answers to requests that nobody will repeat.
 * Any number of workers may do so at once.
 */
export function sweepHourly(
  database: Database,
  office: Office,
  log: FastifyBaseLogger,
): () => Promise<void> {
  const forget = forgetPostgresRepeats(database);
  let under: Promise<void> = Promise.resolve();
  const sweep = async () => {
    try {
      await office.store.sessions.sweep(office.now(), office.settings.accessTokenMs);
      await forget(repeatsMs);
    } catch (error) {
      log.warn({ err: error }, 'what is over was not swept away; the next hour tries again');
    }
  };
  const timer = setInterval(() => {
    under = sweep();
  }, hour);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
