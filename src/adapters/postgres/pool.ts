import { type ConnectionSettings, DatabaseConnection } from './connection.ts';
import { DatabaseFault } from './fault.ts';

export type PoolSettings = ConnectionSettings & {
  /** Most connections at once. */
  readonly size: number;
  /** Longest to wait for a free connection, in milliseconds. */
  readonly waitMs: number;
  /** Most callers that wait; the next one is refused at once. */
  readonly queue: number;
  /** A connection unused for this long is closed, in milliseconds. */
  readonly idleMs: number;
};

export type PoolFigures = {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
};

/**
 * Connections, lent to one caller at a time.
 *
 * What is broken is replaced. Who finds all in use waits in a line that is bounded in length and time, and is
 * refused with a fault that says `busy` and may be tried again.
 */
export interface Pool {
  /** @throws DatabaseFault */
  lend<Result>(use: (connection: DatabaseConnection) => Promise<Result>): Promise<Result>;
  figures(): PoolFigures;
  /** Takes nobody new, lets those inside and in the line finish, and cuts off who needs longer than this. */
  close(withinMs?: number): Promise<void>;
}

type Waiter = {
  readonly take: (connection: DatabaseConnection) => void;
  readonly refuse: (fault: DatabaseFault) => void;
};

/** How far beyond the server's own limit a statement is waited for: then the connection is held for dead. */
const graceMs = 5_000;

export function databasePool(settings: PoolSettings): Pool {
  const open = new Set<DatabaseConnection>();
  const idle: DatabaseConnection[] = [];
  const waiting = new Set<Waiter>();
  let opening = 0;
  let closing: { readonly drained: () => void } | null = null;

  function forget(connection: DatabaseConnection): void {
    open.delete(connection);
    const at = idle.indexOf(connection);
    if (at >= 0) idle.splice(at, 1);
    openForWaiting();
    tellIfDrained();
  }

  /** A place became free: whoever waits longest gets a connection made. */
  function openForWaiting(): void {
    const room = settings.size - open.size - opening;
    if (room > 0 && waiting.size > opening) void openOne().then(release, refuseWaiting);
  }

  /** While others are in use the line may still move; with none it waits for nothing. */
  function refuseWaiting(fault: DatabaseFault): void {
    if (open.size === 0) for (const waiter of waiting) waiter.refuse(fault);
    tellIfDrained();
  }

  async function openOne(): Promise<DatabaseConnection> {
    opening += 1;
    try {
      const connection = await DatabaseConnection.open(settings, forget);
      open.add(connection);
      return connection;
    } finally {
      opening -= 1;
    }
  }

  function release(connection: DatabaseConnection): void {
    const [first] = waiting;
    if (first === undefined) idle.push(connection);
    else first.take(connection);
    tellIfDrained();
  }

  function tellIfDrained(): void {
    if (closing !== null && idle.length === open.size && opening + waiting.size === 0) {
      closing.drained();
    }
  }

  async function acquire(): Promise<DatabaseConnection> {
    if (closing !== null) throw new DatabaseFault('closed', 'The pool of connections is closed.');
    const free = idle.pop();
    if (free !== undefined) return free;
    if (open.size + opening < settings.size) {
      return await openOne().catch((fault: DatabaseFault) => {
        refuseWaiting(fault);
        throw fault;
      });
    }
    if (waiting.size >= settings.queue) {
      throw new DatabaseFault('busy', 'Too many wait for the database.');
    }
    return await wait();
  }

  function wait(): Promise<DatabaseConnection> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        take(connection) {
          leave();
          resolve(connection);
        },
        refuse(fault) {
          leave();
          reject(fault);
        },
      };
      const timer = setTimeout(
        () => waiter.refuse(new DatabaseFault('busy', 'No connection of the database came free.')),
        settings.waitMs,
      );
      const leave = (): void => {
        clearTimeout(timer);
        waiting.delete(waiter);
        tellIfDrained();
      };
      waiting.add(waiter);
    });
  }

  async function drop(connection: DatabaseConnection): Promise<void> {
    const ended = connection.end();
    forget(connection);
    await ended;
  }

  /** Closes what was idle for long, and what does not answer although its time is over. */
  const watch = setInterval(
    () => {
      const now = performance.now();
      for (const connection of open) {
        const isIdle = idle.includes(connection);
        const limit = isIdle ? settings.idleMs : settings.statementMs + graceMs;
        const isOver = now - connection.since > limit;
        if (isOver && (isIdle || connection.running)) void drop(connection);
      }
    },
    Math.min(1_000, settings.idleMs),
  );
  watch.unref();

  return {
    async lend(use) {
      const connection = await acquire();
      try {
        return await use(connection);
      } finally {
        // A transaction left open would be the next user's.
        if (connection.broken || connection.inTransaction) void drop(connection);
        else release(connection);
      }
    },
    figures: () => ({ open: open.size, idle: idle.length, waiting: waiting.size }),
    async close(withinMs = 10_000) {
      if (closing !== null) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      closing = { drained: resolve };
      const timer = setTimeout(resolve, withinMs);
      tellIfDrained();
      await promise;
      clearTimeout(timer);
      clearInterval(watch);
      for (const waiter of waiting) {
        waiter.refuse(new DatabaseFault('closed', 'The pool of connections is closed.'));
      }
      await Promise.all([...open].map((connection) => drop(connection)));
    },
  };
}
