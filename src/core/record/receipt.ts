import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import type { Tip } from './chain.ts';

/** The court vouches for where the record of a case ended at a moment: who keeps it notices a shorter one. */
export type Receipt = {
  readonly format: 'first-court-receipt/1';
  readonly case: string;
  /** Number of events. */
  readonly seq: number;
  readonly hash: string;
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string;
  /** Ed25519 public key, hex. */
  readonly key: string;
  /** Ed25519 (RFC 8032), hex, over the canonical JSON of the members before. */
  readonly signature: string;
};

export type UnsignedReceipt = {
  readonly statement: Uint8Array;
  signed(signature: Uint8Array): Receipt;
};

export function receiptFor(
  caseId: string,
  { seq, hash }: Tip,
  at: string,
  publicKey: Uint8Array,
): UnsignedReceipt {
  const format = 'first-court-receipt/1' as const;
  const said = { format, case: caseId, seq, hash, at, key: bytesToHex(publicKey) };
  return {
    statement: utf8ToBytes(canonicalJson(said)),
    signed: (signature) => ({ ...said, signature: bytesToHex(signature) }),
  };
}

/** Whether its own key signed a receipt. Strict RFC 8032 (no ZIP215). */
export function isReceipt({ signature, ...said }: Receipt): boolean {
  return ed25519.verify(
    hexToBytes(signature),
    utf8ToBytes(canonicalJson(said)),
    hexToBytes(said.key),
    { zip215: false },
  );
}
