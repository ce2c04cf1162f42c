import { type ByteRange, chunksOfRange, sealedSize } from '../../core/vault/chunks.ts';
import { contextOfKey } from '../../core/vault/context.ts';
import type { Refusal } from '../../core/refusal.ts';
import { openDocument } from '../vault/open-document.ts';
import {
  type ErasedDocument,
  type KeptDocument,
  layoutOfDocument,
  placeOfDocument,
  type Vault,
  wrappedKeyOf,
} from './kept-document.ts';

export type ReadBytes =
  | {
      readonly kind: 'read';
      readonly range: ByteRange;
      /** Ends in a thrown `DamagedDocument` where the stored bytes are not what was kept. */
      readonly content: AsyncIterable<Uint8Array>;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The bytes of a document as they were filed, whole or a range of them; only its chunks are fetched. */
export async function readDocument(
  document: KeptDocument | ErasedDocument,
  vault: Omit<Vault, 'scanner'>,
  range: ByteRange = { start: 0, end: document.size },
): Promise<ReadBytes> {
  const { id, size } = document;
  if (document.erased_at !== null) {
    return refused('VT5', id, `The document ${id} was erased on ${document.erased_at}.`);
  }
  if (!isWithin(range, size)) {
    const bounds = `${range.start} to ${range.end}`;
    return refused('VT11', id, `The document ${id} has ${size} bytes, and none from ${bounds}.`);
  }
  const place = placeOfDocument(document);
  const layout = layoutOfDocument(document);
  const unwrapped = await vault.masterKey.unwrap(wrappedKeyOf(document), contextOfKey(place));
  if (unwrapped.kind === 'refused') return unwrapped;
  const stored = await vault.storage.get(document.storage_key, chunksOfRange(layout, range).sealed);
  if (stored === null) return refused('VT6', id, `What was kept of the document ${id} is gone.`);
  if (stored.size !== sealedSize(layout)) {
    const says = `What is stored of the document ${id} has ${stored.size} bytes, not ${sealedSize(layout)}.`;
    return refused('VT4', id, says);
  }
  const { dataKey } = unwrapped;
  const content = openDocument(place, layout, range, dataKey, stored.content, vault.cipher);
  return { kind: 'read', range, content };
}

function isWithin({ start, end }: ByteRange, size: number): boolean {
  return (
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    start >= 0 &&
    start <= end &&
    end <= size
  );
}

function refused(rule: string, id: string, says: string): ReadBytes {
  return { kind: 'refused', refusal: { rule, at: [id], says } };
}
