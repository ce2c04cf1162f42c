import { DamagedDocument } from '../vault/open-document.ts';
import { gathered } from '../vault/in-pieces.ts';
import type { Refusal } from '../../core/refusal.ts';
import { type KeptDocument, placeOfDocument, type Vault } from './kept-document.ts';
import { readDocument } from './read-document.ts';
import { storeSealed } from './store-sealed.ts';

export type RenewedDocument =
  | { readonly kind: 'renewed'; readonly document: KeptDocument }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * The same document under a new data key and a new name in the storage: for when a master key leaked together
 * with wrapped keys. Whoever has written the new row deletes what lies under the old `storage_key`.
 */
export async function renewDocument(
  document: KeptDocument,
  vault: Vault,
): Promise<RenewedDocument> {
  const read = await readDocument(document, vault);
  if (read.kind === 'refused') return read;
  try {
    const bytes = await gathered(read.content);
    const columns = await storeSealed(placeOfDocument(document), bytes, vault);
    return { kind: 'renewed', document: { ...document, ...columns } };
  } catch (cause) {
    if (cause instanceof DamagedDocument) return { kind: 'refused', refusal: cause.refusal };
    throw cause;
  }
}
