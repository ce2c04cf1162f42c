import { concatBytes } from '@noble/hashes/utils.js';

/** A data key that only the master key of `version` opens. */
export type WrappedKey = { readonly version: number; readonly bytes: Uint8Array };

/** A small secret beside its own wrapped key. */
export type SealedSecret = { readonly key: WrappedKey; readonly sealed: Uint8Array };

const form = 1;
const head = 7;

/**
 * As one value for one column: the number 1 of this form (8 bits), the version of the master key (32), the
 * length of the wrapped key (16), all big-endian; the wrapped key; the sealed secret.
 */
export function writeSealedSecret({ key, sealed }: SealedSecret): Uint8Array {
  const start = new Uint8Array(head);
  const view = new DataView(start.buffer);
  view.setUint8(0, form);
  view.setUint32(1, key.version);
  view.setUint16(5, key.bytes.length);
  return concatBytes(start, key.bytes, sealed);
}

/** `null` where the bytes have not this form. */
export function readSealedSecret(bytes: Uint8Array): SealedSecret | null {
  if (bytes.length < head) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = head + view.getUint16(5);
  if (view.getUint8(0) !== form || end > bytes.length) return null;
  return {
    key: { version: view.getUint32(1), bytes: bytes.slice(head, end) },
    sealed: bytes.slice(end),
  };
}
