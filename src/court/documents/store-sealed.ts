import { sealedSize } from '../../core/vault/chunks.ts';
import type { DocumentPlace } from '../../core/vault/context.ts';
import { ObjectStorageFault } from '../../ports/object-storage.ts';
import { sealDocument } from '../vault/seal-document.ts';
import type { KeptDocument, Vault } from './kept-document.ts';

type StoredColumns = Pick<
  KeptDocument,
  'storage_key' | 'wrapped_key' | 'key_version' | 'chunk_size'
>;

/**
 * Encrypts and stores. Each time under a new key and a new name, so that trying again never meets what an
 * earlier attempt left: that nobody's row names it makes it an orphan, which may be deleted.
 */
export async function storeSealed(
  place: DocumentPlace,
  bytes: Uint8Array,
  vault: Vault,
): Promise<StoredColumns> {
  const { layout, wrappedKey, content } = await sealDocument(
    place,
    bytes,
    vault.cipher,
    vault.masterKey,
  );
  const attempt = Buffer.from(vault.cipher.random(8)).toString('hex');
  const key = `courts/${place.court}/cases/${place.case}/${place.document}.${attempt}`;
  const announced = { size: sealedSize(layout), sha256: null };
  const put = await vault.storage.put(key, content, announced);
  if (put.kind !== 'stored') {
    throw new ObjectStorageFault(`${key} could not be stored: ${put.kind}`, true);
  }
  return {
    storage_key: key,
    wrapped_key: wrappedKey.bytes,
    key_version: wrappedKey.version,
    chunk_size: layout.chunkSize,
  };
}
