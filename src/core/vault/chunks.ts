/** Bytes of a document in one chunk: a range of a download opens no more than the chunks it touches. */
export const usualChunkSize = 65_536;

/** Bytes of the tag of AES-256-GCM (NIST SP 800-38D), which follow the bytes of each chunk. */
export const tagSize = 16;

/** A chunk of a document, counted from 0, and whether none follows. */
export type Place = { readonly index: number; readonly isLast: boolean };

/** How a document of `size` bytes lies in the storage: chunk by chunk, each with its tag. */
export type Layout = { readonly size: number; readonly chunkSize: number };

/** Bytes from `start`, counted from 0, up to and without `end`. */
export type ByteRange = { readonly start: number; readonly end: number };

export type RangeInChunks = {
  readonly first: number;
  readonly last: number;
  /** Where these chunks lie in the storage. */
  readonly sealed: ByteRange;
  /** Bytes of the first chunk that come before the range. */
  readonly skip: number;
};

/** An empty document has one chunk, which is empty too: that it has no more is authentic as well. */
export function countOfChunks({ size, chunkSize }: Layout): number {
  return Math.max(1, Math.ceil(size / chunkSize));
}

/** Bytes in the storage. */
export function sealedSize(layout: Layout): number {
  return layout.size + tagSize * countOfChunks(layout);
}

export function placeOf(layout: Layout, index: number): Place {
  return { index, isLast: index === countOfChunks(layout) - 1 };
}

/** The chunks that hold a range which lies within the document. */
export function chunksOfRange(layout: Layout, { start, end }: ByteRange): RangeInChunks {
  const { chunkSize } = layout;
  const final = countOfChunks(layout) - 1;
  const first = Math.min(final, Math.floor(start / chunkSize));
  const last = Math.min(final, Math.max(first, Math.ceil(end / chunkSize) - 1));
  const stride = chunkSize + tagSize;
  return {
    first,
    last,
    sealed: { start: first * stride, end: Math.min(sealedSize(layout), (last + 1) * stride) },
    skip: start - first * chunkSize,
  };
}

/**
 * The nonce of a chunk: seven zero bytes, the number of the chunk (32 bits, big-endian), 1 for the last
 * chunk, else 0. The STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár, «Online Authenticated
 * Encryption and its Nonce-Reuse Misuse-Resistance», CRYPTO 2015) with an empty prefix: every data key
 * seals one document once, so no nonce comes twice under one key.
 *
 * @throws RangeError beyond 2^32 chunks.
 */
export function nonceOf({ index, isLast }: Place): Uint8Array {
  if (!Number.isInteger(index) || index < 0 || index > 0xff_ff_ff_ff) {
    throw new RangeError(`a chunk has a number of 32 bits, not ${index}`);
  }
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
