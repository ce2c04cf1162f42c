import { memoryObjectStorage } from '../src/adapters/memory/object-storage.ts';
import { systemCipher } from '../src/adapters/vault/cipher.ts';
import { localMasterKey } from '../src/adapters/vault/local-master-key.ts';
import type { KeptDocument, Vault } from '../src/court/documents/kept-document.ts';
import type { MasterKey } from '../src/ports/master-key.ts';
import type { ObjectStorage } from '../src/ports/object-storage.ts';

/** A vault in memory under a master key with these versions, each grown from its number and the seed. */
export function smallVault(change: Partial<Vault> = {}): Vault {
  return {
    storage: memoryObjectStorage(),
    cipher: systemCipher,
    masterKey: masterKeyOf([1]),
    scanner: null,
    ...change,
  };
}

export function masterKeyOf(versions: readonly number[], seed = 0): MasterKey {
  const keys = versions.map(
    (version) => [version, new Uint8Array(32).fill(version + seed)] as const,
  );
  return localMasterKey(new Map(keys), systemCipher);
}

export async function storedBytes(storage: ObjectStorage, key: string): Promise<Uint8Array> {
  const given = await storage.get(key);
  if (given === null) throw new Error(`nothing lies under ${key}`);
  return await allOf(given.content);
}

/** Puts other bytes in the place of what is stored, as somebody does who got at the storage. */
export async function tamper(
  { storage }: Vault,
  { storage_key: key }: KeptDocument,
  change: (bytes: Uint8Array) => Uint8Array,
): Promise<void> {
  const bytes = await storedBytes(storage, key);
  await storage.delete(key);
  await storage.put(key, [change(bytes)], { size: null, sha256: null });
}

export async function allOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
