import type { SigningPeriod } from '../../core/person/signing-keys.ts';
import type { PublicJwk } from '../token-issuer.ts';

export type SigningKey = SigningPeriod & {
  readonly publicJwk: PublicJwk;
  readonly sealedPrivate: Uint8Array;
};

export interface SigningKeys {
  all(): Promise<readonly SigningKey[]>;
  /**
   * Adds the key that `needed` asks for, of several replicas at once only one: each looks at all keys again
   * while nobody else can add one.
   */
  addWhere(needed: (keys: readonly SigningKey[]) => SigningKey | null): Promise<void>;
  /** Withdraws all that there are: whoever has a copy of one signs nothing more. */
  withdrawAll(now: Date): Promise<void>;
}
