import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, link, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  BackupFault,
  type BackupFile,
  type FoundPart,
  type ReadParts,
} from '../../ports/backup.ts';
import type { Content } from '../../ports/object-storage.ts';
import { syncFolder } from '../file/durable.ts';
import { block, headerOf, nameInPax, paddingOf, readHeader } from './header.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Bytes that are read at once, and the most that the lines of one part may come to. */
const readSize = 262_144;
const mostLines = 512 * 2 ** 20;

/** A new backup as a tar archive for its owner's eyes only, written beside its name until it is whole. */
export async function createBackupFile(path: string): Promise<BackupFile> {
  const aside = `${path}.${randomBytes(8).toString('hex')}.part`;
  const file = await open(aside, 'wx', 0o600);
  let isOpen = true;

  async function closeFile(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
    await unlink(aside);
  }

  async function add(name: string, size: number, content: Content) {
    await file.writeFile(headerOf(name, size));
    const hash = createHash('sha256');
    let written = 0;
    for await (const piece of content) {
      written += piece.length;
      if (written > size) break;
      hash.update(piece);
      await file.writeFile(piece);
    }
    if (written !== size) {
      throw new BackupFault(`${name} has ${written} bytes, and ${size} were announced.`);
    }
    await file.writeFile(new Uint8Array(paddingOf(size)));
    return { name, size, sha256: hash.digest('hex') };
  }

  return {
    add,
    async addLines(name, lines) {
      const bytes = await zip(lines.map((line) => `${line}\n`).join(''));
      return add(name, bytes.length, [bytes]);
    },
    async finish() {
      // The end of an archive is two blocks of zeros.
      await file.writeFile(new Uint8Array(2 * block));
      await file.sync();
      try {
        // As atomic as a rename, and never replaces what is there.
        await link(aside, path);
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
        throw cause;
      } finally {
        await closeFile();
      }
      await syncFolder(dirname(path));
      return true;
    },
    close: closeFile,
  };
}

/** The parts of the archive at this path, read anew each time. */
export function readBackupFile(path: string): ReadParts {
  return async function* () {
    const file = await open(path, 'r');
    try {
      yield* partsOf(file, (await file.stat()).size);
    } finally {
      await file.close();
    }
  };
}

async function* partsOf(file: FileHandle, total: number): AsyncGenerator<FoundPart> {
  let at = 0;
  let longName: string | null = null;
  for (;;) {
    const bytes = await readAt(file, at, block, total);
    if (bytes.every((byte) => byte === 0)) return;
    const header = readHeader(bytes);
    if (header === null) throw new BackupFault(`What stands at byte ${at} begins no part.`);
    const { size, type } = header;
    const start = at + block;
    const name = longName ?? header.name;
    if (start + size > total) throw new BackupFault(`The file breaks off in ${name}.`);
    at = start + size + paddingOf(size);
    if (type === 'x') {
      longName = nameInPax(await readAt(file, start, Math.min(size, readSize), total));
      if (longName === null) throw new BackupFault(`What stands at byte ${start} is no name.`);
      continue;
    }
    longName = null;
    yield partAt(file, { name, size, start, total });
  }
}

type Place = {
  readonly name: string;
  readonly size: number;
  readonly start: number;
  readonly total: number;
};

function partAt(file: FileHandle, { name, size, start, total }: Place): FoundPart {
  async function* content(): AsyncGenerator<Uint8Array> {
    for (let done = 0; done < size; done += readSize) {
      yield await readAt(file, start + done, Math.min(readSize, size - done), total);
    }
  }
  return {
    name,
    size,
    content,
    async lines() {
      const pieces: Uint8Array[] = [];
      if (size > mostLines) throw new BackupFault(`${name} is too large for lines.`);
      for await (const piece of content()) pieces.push(piece);
      try {
        const text = (
          await unzip(Buffer.concat(pieces), { maxOutputLength: mostLines })
        ).toString();
        return text === '' ? [] : text.replace(/\n$/, '').split('\n');
      } catch (cause) {
        throw new BackupFault(`${name} holds no lines.`, cause);
      }
    },
  };
}

/** Exactly so many bytes. */
async function readAt(file: FileHandle, at: number, size: number, total: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  const { bytesRead } = await file.read(bytes, 0, size, at);
  if (bytesRead < size) throw new BackupFault(`The file breaks off at byte ${total}.`);
  return bytes;
}
