/**
 * What became of requests that may come again under the key that their sender chose.
 *
 * Contract (repeats.contract.ts holds every adapter to it):
 * - RP1 of those who begin with one key exactly one is told `first`, however many come at once.
 * - RP2 who repeats it is told `under-way`, and once it was answered the answer.
 * - RP3 the same key with another request is told `other`.
 * - RP4 a key that was given back is as if it had never been used; one that was answered is not given back.
 * - RP5 keys of one person are nobody else's.
 * - RP6 those that are old enough are forgotten, and no others.
 *
 * @throws RepeatsFault where the store behind it failed
 */
export interface Repeats {
  /** @param request digest of all that makes the request what it is */
  begin(key: string, request: string): Promise<Begun>;
  answer(key: string, answer: KeptAnswer): Promise<void>;
  giveBack(key: string): Promise<void>;
}

export type Begun =
  | { readonly kind: 'first' }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  /** `sinceMs`: how long ago it began; what takes very long was broken off. */
  | { readonly kind: 'under-way'; readonly sinceMs: number }
  | { readonly kind: 'other' };

/** An answer as it went over the wire. */
export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Forgets what began so long ago, of everybody. Says how many. */
export type ForgetRepeats = (olderThanMs: number) => Promise<number>;

export class RepeatsFault extends Error {
  readonly port = 'repeats';
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'RepeatsFault';
    this.retryable = retryable;
  }
}
