import { DatabaseError } from 'pg';

/**
 * - `busy`: every connection is in use and the queue is full, or nothing came free in time.
 * - `unreachable`: no connection could be made.
 * - `broken`: the connection went while a statement ran; whether it took effect is not known.
 * - `commit-unknown`: the same, of a commit.
 * - `closed`: the pool was closed.
 */
type Reason = 'busy' | 'unreachable' | 'broken' | 'commit-unknown' | 'closed';

/** The database could not be asked. What it answered, and be it no, stays pg's `DatabaseError`. */
export class DatabaseFault extends Error {
  readonly port = 'database';
  readonly reason: Reason;
  constructor(reason: Reason, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseFault';
    this.reason = reason;
  }

  /** Whether the same call may succeed later without anybody mending something, and cannot act twice. */
  get retryable(): boolean {
    return this.reason === 'busy' || this.reason === 'unreachable';
  }
}

/**
 * Whether an error leaves the connection unfit for the next user: the socket went, or the server ends the
 * session (SQLSTATE classes 08 and 57P, and whatever it calls fatal).
 */
export function endsConnection(error: unknown): boolean {
  // A bug of this program, such as a value that cannot be sent or read, is no fault of the connection.
  if (error instanceof TypeError || error instanceof RangeError) return false;
  if (!(error instanceof DatabaseError)) return true;
  const { code = '', severity = '' } = error;
  return severity === 'FATAL' || severity === 'PANIC' || /^(?:08|57P)/u.test(code);
}

/** Serialization failure and deadlock: the transaction is gone and may be tried again (SQLSTATE 40001, 40P01). */
export function isLostRace(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');
}
