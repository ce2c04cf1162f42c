import type { WrappedKey } from '../core/vault/sealed-secret.ts';
import type { Refusal } from '../core/refusal.ts';

/**
 * The key that wraps the data keys. It may never leave its place: a service that keeps keys and takes
 * associated data fits behind this port as a file does.
 *
 * Contract (master-key.contract.ts holds every adapter to it):
 * - MK1 what was wrapped is unwrapped under the same context, by any later version too.
 * - MK2 under another context, with another key, or with a bit turned, it is refused (VT2).
 * - MK3 a version that is not there is refused (VT1).
 * - MK4 the same key wrapped twice gives other bytes.
 */
export interface MasterKey {
  /** The version with which keys are wrapped now; from 1 on, greater ones are newer. */
  readonly version: number;
  wrap(dataKey: Uint8Array, context: Uint8Array): Promise<WrappedKey>;
  unwrap(wrapped: WrappedKey, context: Uint8Array): Promise<UnwrappedKey>;
}

export type UnwrappedKey =
  | { readonly kind: 'unwrapped'; readonly dataKey: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
