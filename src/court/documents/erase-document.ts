import type { ErasedDocument, KeptDocument } from './kept-document.ts';

/**
 * What stays of a document in the table: without its key nobody opens what is stored, nor any copy of it.
 * Name and plain hash go too, since a guess could be held against them; the record keeps the salted hash.
 * The row comes first; then what lies under `storage_key` may be deleted, now or later.
 */
export function eraseDocument(document: KeptDocument, at: string): ErasedDocument {
  return {
    ...document,
    sha256: null,
    name: null,
    wrapped_key: null,
    key_version: null,
    erased_at: at,
  };
}
