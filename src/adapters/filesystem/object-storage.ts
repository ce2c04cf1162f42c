import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, link, mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Announced,
  type Content,
  type ObjectStorage,
  partsOfKey,
  type Put,
} from '../../ports/object-storage.ts';
import { syncFolder } from '../file/durable.ts';
import { faulted, faultOf, succeeds } from './object-faults.ts';
import { fanMark, incomingFolder, listBelow, sizeOf } from './object-list.ts';

/** A file in which nobody wrote for so long was left by a process that is gone. In milliseconds. */
const longestSilence = 24 * 60 * 60 * 1_000;
/** Bytes that are gathered before they are written. */
const writeSize = 524_288;

/**
 * Objects as files below one folder, for the owner alone. The object `a/b/c` is the file `a/b/~XX/c`, where
 * XX is the first byte of SHA-256 of the key, so that no folder has very many. It is written elsewhere,
 * synced, and linked to its place, which is done wholly or not at all and never replaces what is there.
 */
export async function openFilesystemStorage(root: string): Promise<ObjectStorage> {
  const incoming = join(root, incomingFolder);
  await faulted(async () => {
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    await removeAbandoned(incoming);
  });
  return {
    async put(key, content, announced) {
      const path = pathOf(root, key);
      const aside = join(incoming, randomBytes(16).toString('hex'));
      const file = await faulted(() => open(aside, 'wx', 0o600));
      try {
        const written = await write(file, content, announced);
        if (written.kind === 'mismatch') return written;
        return await faulted(() => settle(root, aside, path, written));
      } finally {
        await faulted(() => unlink(aside));
      }
    },
    async get(key, range) {
      const path = pathOf(root, key);
      const size = await sizeOf(path);
      if (size === null) return null;
      const { start, end } = range ?? { start: 0, end: size };
      return { key, size, content: bytesOf(path, start, Math.min(end, size)) };
    },
    async head(key) {
      const size = await sizeOf(pathOf(root, key));
      return size === null ? null : { key, size };
    },
    async delete(key) {
      const path = pathOf(root, key);
      await faulted(async () => {
        if (await succeeds(unlink(path), 'ENOENT')) await syncFolder(dirname(path));
      });
    },
    list: (prefix) => listBelow(root, prefix),
  };
}

function pathOf(root: string, key: string): string {
  const parts = partsOfKey(key);
  const fan = createHash('sha256').update(key).digest('hex').slice(0, 2);
  return join(root, ...parts.slice(0, -1), `${fanMark}${fan}`, ...parts.slice(-1));
}

/** Writes and syncs what comes; closes the file in any case. */
async function write(
  file: FileHandle,
  content: Content,
  announced: Announced,
): Promise<
  | { readonly kind: 'stored'; readonly size: number; readonly sha256: string }
  | { readonly kind: 'mismatch'; readonly size: number }
> {
  try {
    const hash = createHash('sha256');
    let size = 0;
    let waiting: Uint8Array[] = [];
    let waitingSize = 0;
    for await (const piece of content) {
      size += piece.length;
      if (size > (announced.size ?? size)) return { kind: 'mismatch', size };
      hash.update(piece);
      waiting.push(piece);
      waitingSize += piece.length;
      if (waitingSize < writeSize) continue;
      await writeAll(file, waiting, waitingSize);
      [waiting, waitingSize] = [[], 0];
    }
    await writeAll(file, waiting, waitingSize);
    const sha256 = hash.digest('hex');
    if (size !== (announced.size ?? size) || sha256 !== (announced.sha256 ?? sha256)) {
      return { kind: 'mismatch', size };
    }
    await faulted(() => file.sync());
    return { kind: 'stored', size, sha256 };
  } finally {
    await file.close();
  }
}

/** At once, where the system takes it all at once. */
async function writeAll(
  file: FileHandle,
  pieces: readonly Uint8Array[],
  size: number,
): Promise<void> {
  await faulted(async () => {
    const { bytesWritten } = await file.writev(pieces);
    if (bytesWritten < size) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten));
  });
}

/** Gives the written file its name, unless something has it. */
async function settle(
  root: string,
  aside: string,
  path: string,
  written: { readonly kind: 'stored'; readonly size: number; readonly sha256: string },
): Promise<Put> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const isFirst = await succeeds(link(aside, path), 'EEXIST');
  if (!isFirst && (await hashOf(path)) !== written.sha256) return { kind: 'differs' };
  // Another process may have made these folders, or this name, and not yet synced them.
  for (let folder = dirname(path); folder.length >= root.length; folder = dirname(folder)) {
    await syncFolder(folder);
  }
  return isFirst ? written : { ...written, kind: 'unchanged' };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}

/** Opens the file when somebody reads, so that nothing stays open where nobody does. */
async function* bytesOf(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (start >= end) return;
  try {
    const stream = createReadStream(path, { start, end: end - 1, highWaterMark: 262_144 });
    for await (const piece of stream) yield piece;
  } catch (cause) {
    throw faultOf(cause);
  }
}

async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    await succeeds(
      stat(path).then(async ({ mtimeMs }) => {
        if (mtimeMs < Date.now() - longestSilence) await unlink(path);
      }),
      'ENOENT',
    );
  }
}
