import { hkdfSync } from 'node:crypto';
import type { Refusal } from '../../core/refusal.ts';
import { type Cipher, sealedBytesOf } from '../../ports/cipher.ts';
import type { MasterKey } from '../../ports/master-key.ts';

const saltSize = 32;

/**
 * A master key that lies in this process: 32 bytes per version. Each wrapping has a key and nonce of its own,
 * HKDF-SHA-256 (RFC 5869) of the master key and 32 fresh bytes, so that no number of wrappings brings a nonce
 * twice under one key. Wrapped: those 32 bytes, the data key under AES-256-GCM, the tag.
 */
export function localMasterKey(
  versions: ReadonlyMap<number, Uint8Array>,
  cipher: Cipher,
): MasterKey {
  const version = Math.max(...versions.keys());
  const newest = versions.get(version);
  if (newest === undefined) throw new TypeError('a master key has at least one version');
  return {
    version,
    async wrap(dataKey, context) {
      const salt = cipher.random(saltSize);
      const { key, nonce } = grown(newest, salt);
      const sealed = cipher.under(key).seal(nonce, context, dataKey);
      return { version, bytes: Buffer.concat([salt, ...sealed]) };
    },
    async unwrap(wrapped, context) {
      const master = versions.get(wrapped.version);
      if (master === undefined) {
        return refused('VT1', `There is no master key of version ${wrapped.version} here.`);
      }
      const { key, nonce } = grown(master, wrapped.bytes.subarray(0, saltSize));
      const sealed = sealedBytesOf(wrapped.bytes.subarray(saltSize));
      const dataKey = cipher.under(key).open(nonce, context, sealed);
      return dataKey === null
        ? refused(
            'VT2',
            `The master key of version ${wrapped.version} does not open this key for this place.`,
          )
        : { kind: 'unwrapped', dataKey };
    },
  };
}

function grown(
  master: Uint8Array,
  salt: Uint8Array,
): { readonly key: Uint8Array; readonly nonce: Uint8Array } {
  const grownBytes = new Uint8Array(hkdfSync('sha256', master, salt, 'first-court wrapping 1', 44));
  return { key: grownBytes.subarray(0, 32), nonce: grownBytes.subarray(32) };
}

function refused(
  rule: string,
  says: string,
): { readonly kind: 'refused'; readonly refusal: Refusal } {
  return { kind: 'refused', refusal: { rule, at: ['key_version'], says } };
}
