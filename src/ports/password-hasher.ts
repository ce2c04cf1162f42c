/**
 * Slow hashes of passwords, with algorithm and parameters in the hash.
 *
 * @throws PasswordHasherFault where more wait than can be served; may be tried again
 */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes as long for `null` (there is no such account) as for a hash, and is then `wrong`. */
  check(password: string, hash: string | null): Promise<PasswordCheck>;
}

/** `stale`: right, and its hash was made with other parameters than are used now. */
export type PasswordCheck = 'right' | 'stale' | 'wrong';

export class PasswordHasherFault extends Error {
  readonly port = 'password-hasher';
  readonly retryable = true;
  constructor(message: string) {
    super(message);
    this.name = 'PasswordHasherFault';
  }
}
