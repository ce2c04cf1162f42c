import type { Layout } from '../../core/vault/chunks.ts';
import type { DocumentPlace } from '../../core/vault/context.ts';
import type { WrappedKey } from '../../core/vault/sealed-secret.ts';
import type { Cipher } from '../../ports/cipher.ts';
import type { MasterKey } from '../../ports/master-key.ts';
import type { ObjectStorage } from '../../ports/object-storage.ts';
import type { VirusScanner } from '../../ports/virus-scanner.ts';

/** What the table `court.documents` holds of a document that is there, column by column. */
export type KeptDocument = {
  readonly id: string;
  readonly court_id: string;
  readonly case_id: string;
  /** SHA-256 of the original, lower-case hex. It could be guessed from the original: gone when erased. */
  readonly sha256: string;
  /** Of the original, in bytes. */
  readonly size: number;
  readonly media_type: string;
  /** As filed. */
  readonly name: string;
  readonly storage_key: string;
  readonly wrapped_key: Uint8Array;
  /** Of the master key that wraps. */
  readonly key_version: number;
  /** Bytes of the original in one chunk. */
  readonly chunk_size: number;
  /** Whether only members of the case with right to it see it. */
  readonly sealed: boolean;
  readonly erased_at: null;
};

/** What stays of it in the table when its key was destroyed. */
export type ErasedDocument = Omit<
  KeptDocument,
  'sha256' | 'name' | 'wrapped_key' | 'key_version' | 'erased_at'
> & {
  readonly sha256: null;
  readonly name: null;
  readonly wrapped_key: null;
  readonly key_version: null;
  /** ISO 8601. */
  readonly erased_at: string;
};

/** Where documents are kept. */
export type Vault = {
  readonly storage: ObjectStorage;
  readonly cipher: Cipher;
  readonly masterKey: MasterKey;
  /** `null` where the court has none: documents are then kept unscanned. */
  readonly scanner: VirusScanner | null;
};

export function placeOfDocument(
  document: Pick<KeptDocument, 'id' | 'court_id' | 'case_id'>,
): DocumentPlace {
  return { court: document.court_id, case: document.case_id, document: document.id };
}

export function layoutOfDocument(document: Pick<KeptDocument, 'size' | 'chunk_size'>): Layout {
  return { size: document.size, chunkSize: document.chunk_size };
}

export function wrappedKeyOf(
  document: Pick<KeptDocument, 'wrapped_key' | 'key_version'>,
): WrappedKey {
  return { version: document.key_version, bytes: document.wrapped_key };
}
