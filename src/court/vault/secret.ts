import { nonceOf } from '../../core/vault/chunks.ts';
import { contextOfSecret, type SecretPlace } from '../../core/vault/context.ts';
import { readSealedSecret, writeSealedSecret } from '../../core/vault/sealed-secret.ts';
import type { Refusal } from '../../core/refusal.ts';
import { type Cipher, sealedBytesOf } from '../../ports/cipher.ts';
import type { MasterKey } from '../../ports/master-key.ts';

export type OpenedSecret =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type RewrappedSecret =
  | { readonly kind: 'rewrapped'; readonly sealed: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The one piece of a secret is its first and its last. */
const nonce = nonceOf({ index: 0, isLast: true });

/** One value for one column: the secret under a key of its own, which the master key wraps. */
export async function sealSecret(
  place: SecretPlace,
  bytes: Uint8Array,
  cipher: Cipher,
  masterKey: MasterKey,
): Promise<Uint8Array> {
  const context = contextOfSecret(place);
  const dataKey = cipher.random(32);
  const key = await masterKey.wrap(dataKey, context);
  const sealed = Buffer.concat(cipher.under(dataKey).seal(nonce, context, bytes));
  return writeSealedSecret({ key, sealed });
}

/** Opens only what was sealed for this purpose and this owner. */
export async function openSecret(
  place: SecretPlace,
  sealed: Uint8Array,
  cipher: Cipher,
  masterKey: MasterKey,
): Promise<OpenedSecret> {
  const parts = readSealedSecret(sealed);
  if (parts === null) return damaged(place);
  const context = contextOfSecret(place);
  const unwrapped = await masterKey.unwrap(parts.key, context);
  if (unwrapped.kind === 'refused') return unwrapped;
  const sealedBytes = sealedBytesOf(parts.sealed);
  const bytes = cipher.under(unwrapped.dataKey).open(nonce, context, sealedBytes);
  return bytes === null ? damaged(place) : { kind: 'opened', bytes };
}

/** The same secret under the newest version of the master key; what was sealed stays byte for byte. */
export async function rewrapSecret(
  place: SecretPlace,
  sealed: Uint8Array,
  masterKey: MasterKey,
): Promise<RewrappedSecret> {
  const parts = readSealedSecret(sealed);
  if (parts === null) return damaged(place);
  const context = contextOfSecret(place);
  const unwrapped = await masterKey.unwrap(parts.key, context);
  if (unwrapped.kind === 'refused') return unwrapped;
  const key = await masterKey.wrap(unwrapped.dataKey, context);
  return { kind: 'rewrapped', sealed: writeSealedSecret({ key, sealed: parts.sealed }) };
}

function damaged({ purpose, owner }: SecretPlace): {
  readonly kind: 'refused';
  readonly refusal: Refusal;
} {
  const says = `The secret ${purpose} of ${owner} is not as it was kept.`;
  return { kind: 'refused', refusal: { rule: 'VT7', at: [purpose, owner], says } };
}
