import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 as lower-case hex. The one in JavaScript runs anywhere; a platform's own is faster. */
export type Hashing = {
  /** Of the text in UTF-8. */
  text(text: string): string;
  /** Of the parts, one after the other. */
  bytes(...parts: readonly Uint8Array[]): string;
};

export const portableHashing: Hashing = {
  text: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  bytes(...parts) {
    const hash = sha256.create();
    for (const part of parts) hash.update(part);
    return bytesToHex(hash.digest());
  },
};
