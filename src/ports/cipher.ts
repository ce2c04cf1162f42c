/**
 * Authenticated encryption with associated data, AES-256-GCM (NIST SP 800-38D), and fresh bytes for keys.
 * Keys have 32 bytes, nonces 12; what is sealed is the bytes with the tag of 16 bytes after them.
 */
export interface Cipher {
  seal(key: Uint8Array, nonce: Uint8Array, context: Uint8Array, bytes: Uint8Array): Uint8Array;
  /** `null` where key, nonce, context or a single bit are not those of the sealing. */
  open(
    key: Uint8Array,
    nonce: Uint8Array,
    context: Uint8Array,
    sealed: Uint8Array,
  ): Uint8Array | null;
  /** Bytes that nobody can guess and that never come twice, from the operating system. */
  random(count: number): Uint8Array;
}
