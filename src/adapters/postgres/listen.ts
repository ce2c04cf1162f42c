import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { sql, type Statement } from './sql.ts';

/** The server takes payloads of less than 8,000 bytes. */
const mostBytes = 7_999;

/** Announces ids on a channel when the transaction commits. Never carries what a reader may not see. */
export function notification(channel: string, ids: string): Statement {
  if (Buffer.byteLength(ids) > mostBytes) {
    throw new RangeError(`A notification carries ids, at most ${mostBytes} bytes of them.`);
  }
  return sql`select pg_notify(${channel}, ${ids})`;
}

export type ListenSettings = {
  /** A direct connection: a pooler in transaction mode delivers nothing. */
  readonly url: string;
  readonly channels: readonly string[];
  readonly connectMs: number;
  /** How often the connection is asked whether it lives, in milliseconds. */
  readonly heartbeatMs: number;
  /** Longest pause between attempts to connect, in milliseconds. */
  readonly longestPauseMs: number;
  /** Between 0 and 1, spreads the pauses. */
  readonly random: () => number;
};

export type ListenHandlers = {
  onNotice(channel: string, ids: string): void;
  /** From here on nothing is missed; what happened before has to be read. Comes after every connection made. */
  onResync(): void;
  /** A connection that went or could not be made. The next attempt follows by itself. */
  onTrouble(error: Error): void;
};

export type Listener = { close(): Promise<void> };

/** Listens until closed, connecting again as often as it takes. */
export function listen(settings: ListenSettings, handlers: ListenHandlers): Listener {
  const stop = new AbortController();
  const done = keepListening(settings, handlers, stop.signal);
  return {
    async close() {
      stop.abort();
      await done;
    },
  };
}

async function keepListening(
  settings: ListenSettings,
  handlers: ListenHandlers,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await listenOnce(settings, handlers, signal, () => {
        failures = 0;
      });
    } catch (error) {
      handlers.onTrouble(error instanceof Error ? error : new Error(String(error)));
    }
    failures += 1;
    const wait = Math.min(settings.longestPauseMs, 50 * 2 ** failures);
    await pause(wait * (0.5 + settings.random() / 2), null, { signal }).catch(() => {});
  }
}

/** Listens on one connection, until it goes or the signal comes. */
async function listenOnce(
  settings: ListenSettings,
  handlers: ListenHandlers,
  signal: AbortSignal,
  onListening: () => void,
): Promise<void> {
  const { promise: over, resolve: finish, reject: fail } = Promise.withResolvers<void>();
  const client = new Client({
    connectionString: settings.url,
    connectionTimeoutMillis: settings.connectMs,
    keepAlive: true,
    application_name: 'first-court-listener',
    query_timeout: settings.connectMs,
  });
  client.on('error', fail);
  client.on('end', () => fail(new Error('The connection ended.')));
  client.on('notification', ({ channel, payload = '' }) => handlers.onNotice(channel, payload));
  signal.addEventListener('abort', () => finish(), { once: true });
  // Somebody hears of the end even while the connection is still being made.
  over.catch(() => {});
  let heartbeat: NodeJS.Timeout | undefined;
  try {
    await client.connect();
    for (const channel of settings.channels) {
      await client.query(`listen ${escapeIdentifier(channel)}`);
    }
    onListening();
    handlers.onResync();
    heartbeat = setInterval(() => {
      client.query('select 1').catch(fail);
    }, settings.heartbeatMs);
    await over;
  } finally {
    clearInterval(heartbeat);
    await client.end().catch(() => {});
  }
}
