import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';

/** Seconds of a step (RFC 6238, 4.1). */
const step = 30;
/** Digits of a code, as every authenticator app shows them. */
const digits = 6;
/** Steps that a clock may be off, either way (RFC 6238, 5.2). */
const drift = 1;

/** Bytes of a seed: as long as the HMAC (RFC 4226, 4, R6). */
export const seedSize = 20;

/** The code of a step: HOTP with HMAC-SHA-1 (RFC 4226, 5.3). */
export function codeOfStep(seed: Uint8Array, atStep: number): string {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(atStep));
  const mac = hmac(sha1, seed, counter);
  const view = new DataView(mac.buffer, mac.byteOffset);
  const truncated = view.getUint32(view.getUint8(mac.length - 1) & 0xf) & 0x7f_ff_ff_ff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code this is, or `null`. Only steps after the last one that was accepted count, so a code that
 * was seen over somebody's shoulder is worth nothing (RFC 6238, 5.2).
 *
 * @param now milliseconds since 1970
 */
export function stepOfCode(
  seed: Uint8Array,
  code: string,
  lastStep: number,
  now: number,
): number | null {
  const current = Math.floor(now / 1_000 / step);
  for (let at = Math.max(current - drift, lastStep + 1); at <= current + drift; at += 1) {
    if (codeOfStep(seed, at) === code) return at;
  }
  return null;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding (RFC 4648, 6), as authenticator apps take a seed and people type a recovery code. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{1,5}/g, (five) => alphabet.charAt(parseInt(five.padEnd(5, '0'), 2)));
}

/** What an authenticator app reads from a picture: the Key URI format. */
export function totpUri(seed: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = `secret=${base32(seed)}&issuer=${encodeURIComponent(issuer)}`;
  return `otpauth://totp/${label}?${query}&algorithm=SHA1&digits=${digits}&period=${step}`;
}
