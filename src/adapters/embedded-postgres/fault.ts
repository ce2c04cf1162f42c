/** The embedded PostgreSQL failed, and says in one sentence of what and what to do. */
export class EmbeddedPostgresFault extends Error {
  readonly port = 'embedded-postgres';
  /** Whether the same may well work a moment later, with nothing changed by anybody. */
  readonly retryable: boolean;

  constructor(says: string, retryable = false, cause?: unknown) {
    super(says, { cause });
    this.name = 'EmbeddedPostgresFault';
    this.retryable = retryable;
  }
}

export function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
