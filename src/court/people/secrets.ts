import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Cipher } from '../../ports/cipher.ts';

/** 256 bits that nobody guesses, as they go into a link, a token or a key. */
export function newSecret(cipher: Cipher): string {
  return Buffer.from(cipher.random(32)).toString('base64url');
}

/** What is kept of it. A secret of 256 bits needs no slow hash. */
export function hashOf(secret: string): Uint8Array {
  return sha256(utf8ToBytes(secret));
}

/** A name for somebody or something that is not to be read from it. */
export function nameOf(kind: string, what: string): string {
  return `${kind}:${Buffer.from(hashOf(`${kind}:${what}`)).toString('base64url')}`;
}
