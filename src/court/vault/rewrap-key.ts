import { contextOfKey, type DocumentPlace } from '../../core/vault/context.ts';
import type { WrappedKey } from '../../core/vault/sealed-secret.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { MasterKey } from '../../ports/master-key.ts';

export type RewrappedKey =
  | { readonly kind: 'rewrapped'; readonly wrappedKey: WrappedKey }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * The data key of a document under the newest version of the master key. The bytes in the storage are not
 * touched. Against whoever holds the old master key and a copy of the old wrapped key it is no help: that
 * asks for `renewDocument`.
 */
export async function rewrapKey(
  place: DocumentPlace,
  wrapped: WrappedKey,
  masterKey: MasterKey,
): Promise<RewrappedKey> {
  const context = contextOfKey(place);
  const unwrapped = await masterKey.unwrap(wrapped, context);
  if (unwrapped.kind === 'refused') return unwrapped;
  return { kind: 'rewrapped', wrappedKey: await masterKey.wrap(unwrapped.dataKey, context) };
}
