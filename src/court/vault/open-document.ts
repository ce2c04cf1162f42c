import {
  type ByteRange,
  chunksOfRange,
  type Layout,
  nonceOf,
  placeOf,
  tagSize,
} from '../../core/vault/chunks.ts';
import { contextOfChunk, type DocumentPlace } from '../../core/vault/context.ts';
import type { Refusal } from '../../core/refusal.ts';
import { type Cipher, sealedBytesOf } from '../../ports/cipher.ts';
import { inPieces } from './in-pieces.ts';

/**
 * Thrown in the middle of a document, where bytes were given out already. All that came before is
 * authentic; nothing after is given.
 */
export class DamagedDocument extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.says);
    this.name = 'DamagedDocument';
    this.refusal = refusal;
  }
}

/**
 * Opens the chunks that hold a range, out of exactly their bytes in the storage. Each piece that it gives is
 * authentic: of this court, case and document, at its place.
 *
 * @throws DamagedDocument VT3 where a chunk is not as it was sealed, VT4 where bytes are missing.
 */
export async function* openDocument(
  place: DocumentPlace,
  layout: Layout,
  range: ByteRange,
  dataKey: Uint8Array,
  sealed: AsyncIterable<Uint8Array>,
  cipher: Cipher,
): AsyncGenerator<Uint8Array> {
  const { first, last, skip } = chunksOfRange(layout, range);
  const keyed = cipher.under(dataKey);
  let index = first;
  let before = skip;
  let left = range.end - range.start;
  for await (const piece of inPieces(sealed, layout.chunkSize + tagSize)) {
    const at = placeOf(layout, index);
    const chunk = keyed.open(nonceOf(at), contextOfChunk(place, at), sealedBytesOf(piece));
    if (chunk === null) {
      const says = `Part ${index + 1} of the document ${place.document} is not as it was kept.`;
      throw new DamagedDocument({ rule: 'VT3', at: [place.document, index], says });
    }
    const wanted = chunk.subarray(before, before + left);
    if (wanted.length > 0) yield wanted;
    left -= wanted.length;
    before = 0;
    index += 1;
  }
  if (index <= last) {
    const says = `The document ${place.document} breaks off after part ${index}.`;
    throw new DamagedDocument({ rule: 'VT4', at: [place.document, index], says });
  }
}
