import {
  countOfChunks,
  type Layout,
  nonceOf,
  type Place,
  placeOf,
  usualChunkSize,
} from '../../core/vault/chunks.ts';
import { contextOfChunk, contextOfKey, type DocumentPlace } from '../../core/vault/context.ts';
import type { WrappedKey } from '../../core/vault/sealed-secret.ts';
import type { Cipher, SealedBytes } from '../../ports/cipher.ts';
import type { MasterKey } from '../../ports/master-key.ts';

export type SealedDocument = {
  readonly layout: Layout;
  readonly wrappedKey: WrappedKey;
  /** To be read once: reading it again would give the same bytes, under the same key. */
  readonly content: Iterable<Uint8Array>;
};

/** Under a key of its own, chunk by chunk (STREAM; see nonceOf), the key wrapped by the master key. */
export async function sealDocument(
  place: DocumentPlace,
  bytes: Uint8Array,
  cipher: Cipher,
  masterKey: MasterKey,
): Promise<SealedDocument> {
  const layout: Layout = { size: bytes.length, chunkSize: usualChunkSize };
  const dataKey = cipher.random(32);
  const wrappedKey = await masterKey.wrap(dataKey, contextOfKey(place));
  const keyed = cipher.under(dataKey);
  const sealChunk = (at: Place, chunk: Uint8Array): SealedBytes =>
    keyed.seal(nonceOf(at), contextOfChunk(place, at), chunk);
  return { layout, wrappedKey, content: chunksOf(layout, bytes, sealChunk) };
}

function* chunksOf(
  layout: Layout,
  bytes: Uint8Array,
  sealChunk: (at: Place, chunk: Uint8Array) => SealedBytes,
): Generator<Uint8Array> {
  for (let index = 0; index < countOfChunks(layout); index += 1) {
    const start = index * layout.chunkSize;
    yield* sealChunk(placeOf(layout, index), bytes.subarray(start, start + layout.chunkSize));
  }
}
