import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import { isHash, type Tip } from './chain.ts';
import type { RecordedEvent, SealedDraft } from './event.ts';
import { type Hashing, portableHashing } from './hashing.ts';

/** Why a head was signed. A whole record ends in a head that was signed because it was exported. */
const headPurposes = ['hearing-closed', 'draft-made', 'draft-signed', 'exported'] as const;
export type HeadPurpose = (typeof headPurposes)[number];

/** Type of the event by which the court signs everything before it, and the event itself. */
export const headSigned = 'head-signed';

/** `data` of such an event. */
export type Head = {
  readonly purpose: HeadPurpose;
  /** Ed25519 public key, hex. */
  readonly key: string;
  /** Ed25519 (RFC 8032), hex, over the canonical JSON of the event without `hash` and this member. */
  readonly signature: string;
};

/** A head that waits for its signature. */
export type UnsignedHead = {
  /** The bytes to sign: they hold `prev`, and by it all that came before. */
  readonly statement: Uint8Array;
  /** The event, to be put right after the tip that it was made for. */
  signed(signature: Uint8Array): SealedDraft;
};

/** Makes the head that comes right after `tip`. */
export function headAfter(
  caseId: string,
  tip: Tip,
  purpose: HeadPurpose,
  publicKey: Uint8Array,
  draft: Pick<SealedDraft, 'id' | 'at' | 'by'>,
): UnsignedHead {
  const { id, at, by } = draft;
  const data = { purpose, key: bytesToHex(publicKey) };
  const event = { id, at, by, type: headSigned, data };
  const place = { v: 1 as const, case: caseId, seq: tip.seq + 1, prev: tip.hash };
  return {
    statement: statementOf({ ...event, ...place }),
    signed: (signature) => ({ ...event, data: { ...data, signature: bytesToHex(signature) } }),
  };
}

/** The head that an event holds, or null where its data has another shape. */
export function readHead({ data }: RecordedEvent): Head | null {
  const { purpose, key, signature, ...more } = data;
  const known = headPurposes.find((one) => one === purpose);
  if (known === undefined || !isHash(key) || Object.keys(more).length > 0) return null;
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/.test(signature)) return null;
  return { purpose: known, key, signature };
}

/**
 * Whether the head's own key signed this event. Strict RFC 8032 (no ZIP215), so that every verifier
 * gives one answer and keys of small order sign nothing.
 */
export function isSigned(event: RecordedEvent, { purpose, key, signature }: Head): boolean {
  const { hash: _, ...unhashed } = event;
  const statement = statementOf({ ...unhashed, data: { purpose, key } });
  return ed25519.verify(hexToBytes(signature), statement, hexToBytes(key), { zip215: false });
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

function statementOf(event: Omit<RecordedEvent, 'hash'>): Uint8Array {
  return utf8ToBytes(canonicalJson(event));
}
