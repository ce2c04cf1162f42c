import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import { isHash, type Tip } from './chain.ts';
import type { JsonObject } from './prose.ts';
import { type Hashing, portableHashing } from './hashing.ts';

/** Why a head was signed. A whole record ends in a head that was signed because it was exported. */
export const headPurposes = [
  'hearing-closed',
  'draft-made',
  'resolution-signed',
  'exported',
] as const;
export type HeadPurpose = (typeof headPurposes)[number];

export const headSigned = 'head-signed';

/** `data` of an event `head-signed`: the court's signature under everything up to `seq`. */
export type Head = {
  readonly purpose: HeadPurpose;
  /** The event right before the head, and its hash. */
  readonly seq: number;
  readonly hash: string;
  /** Ed25519 public key, hex. */
  readonly key: string;
  /** Ed25519 (RFC 8032) over `headStatement`, hex. */
  readonly signature: string;
};

/** The bytes that a head's signature covers: canonical JSON of case, hash, purpose, seq and v. */
export function headStatement(caseId: string, tip: Tip, purpose: HeadPurpose): Uint8Array {
  const { seq, hash } = tip;
  return utf8ToBytes(canonicalJson({ case: caseId, hash, purpose, seq, v: 1 }));
}

/** `data` for an event `head-signed` that comes right after `tip`. */
export function headOf(
  tip: Tip,
  purpose: HeadPurpose,
  publicKey: Uint8Array,
  signature: Uint8Array,
): Head {
  const { seq, hash } = tip;
  return {
    purpose,
    seq,
    hash,
    key: bytesToHex(publicKey),
    signature: bytesToHex(signature),
  };
}

/** The head in the data of an event, or null where the data has another shape. */
export function readHead(data: JsonObject): Head | null {
  const { purpose, seq, hash, key, signature, ...more } = data;
  const known = headPurposes.find((one) => one === purpose);
  if (known === undefined || typeof seq !== 'number' || Object.keys(more).length > 0) return null;
  if (!isHash(hash) || !isHash(key) || typeof signature !== 'string') return null;
  return { purpose: known, seq, hash, key, signature };
}

/**
 * Whether the head's own key signed its statement for this case. Strict RFC 8032 (no ZIP215), so
 * that every verifier gives one answer and keys of small order sign nothing.
 */
export function isSigned(caseId: string, head: Head): boolean {
  if (!/^[0-9a-f]{128}$/.test(head.signature)) return false;
  const statement = headStatement(caseId, head, head.purpose);
  return ed25519.verify(hexToBytes(head.signature), statement, hexToBytes(head.key), {
    zip215: false,
  });
}

/** SHA-256 of the public key in sixteen groups of four hex digits, to be read aloud. */
export function fingerprint(publicKey: Uint8Array, hashing: Hashing = portableHashing): string {
  return hashing.bytes(publicKey).replace(/(.{4})(?=.)/g, '$1 ');
}

/** Whether two fingerprints are the same one, however they are grouped. */
export function sameFingerprint(one: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/[\s:-]/g, '').toLowerCase();
  return bare(one) === bare(other);
}
