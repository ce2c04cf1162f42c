import { tagSize } from '../core/vault/chunks.ts';

/** Authenticated encryption with associated data, AES-256-GCM (NIST SP 800-38D), and bytes for keys. */
export interface Cipher {
  /** With a key of 32 bytes. */
  under(key: Uint8Array): KeyedCipher;
  /** Bytes that nobody can guess and that never come twice, from the operating system. */
  random(count: number): Uint8Array;
}

export interface KeyedCipher {
  /** Gives bytes and tag apart: joining them would copy every document once more. */
  seal(nonce: Uint8Array, context: Uint8Array, bytes: Uint8Array): SealedBytes;
  /** `null` where key, nonce, context or a single bit are not those of the sealing. */
  open(nonce: Uint8Array, context: Uint8Array, sealed: SealedBytes): Uint8Array | null;
}

/** As many bytes as were sealed, and the tag of 16 bytes. */
export type SealedBytes = readonly [bytes: Uint8Array, tag: Uint8Array];

/** Out of bytes with their tag at the end. */
export function sealedBytesOf(joined: Uint8Array): SealedBytes {
  const size = Math.max(0, joined.length - tagSize);
  return [joined.subarray(0, size), joined.subarray(size)];
}
