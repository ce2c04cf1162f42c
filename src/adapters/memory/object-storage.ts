import { createHash } from 'node:crypto';
import {
  type Announced,
  type Content,
  type ObjectStorage,
  partsOfKey,
  type Put,
} from '../../ports/object-storage.ts';

type Held = { readonly bytes: Uint8Array; readonly sha256: string };

/** Objects that last as long as the process: for tests and rehearsals. */
export function memoryObjectStorage(): ObjectStorage {
  const objects = new Map<string, Held>();
  return {
    async put(key, content, announced) {
      partsOfKey(key);
      const { bytes, isWhole } = await gather(content, announced);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const size = bytes.length;
      if (!isWhole || sha256 !== (announced.sha256 ?? sha256)) return { kind: 'mismatch', size };
      const held = objects.get(key);
      if (held !== undefined && held.sha256 !== sha256) return { kind: 'differs' };
      objects.set(key, { bytes, sha256 });
      const kind: Put['kind'] = held === undefined ? 'stored' : 'unchanged';
      return { kind, size, sha256 };
    },
    async get(key, range) {
      partsOfKey(key);
      const bytes = objects.get(key)?.bytes;
      if (bytes === undefined) return null;
      const part = range === undefined ? bytes : bytes.slice(range.start, range.end);
      return { key, size: bytes.length, content: piecesOf(part) };
    },
    async head(key) {
      partsOfKey(key);
      const held = objects.get(key);
      return held === undefined ? null : { key, size: held.bytes.length };
    },
    async delete(key) {
      partsOfKey(key);
      objects.delete(key);
    },
    async *list(prefix) {
      for (const [key, { bytes }] of objects) {
        if (key.startsWith(prefix)) yield { key, size: bytes.length };
      }
    },
  };
}

async function gather(
  content: Content,
  announced: Announced,
): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    pieces.push(Uint8Array.from(piece));
    size += piece.length;
    if (size > (announced.size ?? size)) break;
  }
  return { bytes: Buffer.concat(pieces), isWhole: size === (announced.size ?? size) };
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield Uint8Array.from(bytes);
}
