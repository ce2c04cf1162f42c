import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { BackupFault } from '../../ports/backup.ts';
import { createBackupFile, readBackupFile } from './backup-file.ts';
import { block, headerOf, nameInPax, readHeader } from './header.ts';

const folder = await mkdtemp(join(tmpdir(), 'court-tar-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const fresh = (): string => join(folder, `${crypto.randomUUID()}.tar`);

async function written(path: string): Promise<void> {
  const file = await createBackupFile(path);
  await file.add('one', 3, [Buffer.from('abc')]);
  await file.addLines('lines', ['first', 'sécond']);
  await file.addLines('none', []);
  await file.finish();
}

describe('an archive', () => {
  test('gives back its parts, whatever their names and sizes', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
      .filter((text) => !/[\0\n]/.test(text));
    const part = fc.tuple(name, fc.uint8Array({ maxLength: 1_200 }));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
        const path = fresh();
        const file = await createBackupFile(path);
        for (const [called, bytes] of parts) await file.add(called, bytes.length, [bytes]);
        expect(await file.finish()).toBe(true);
        const found: [string, Uint8Array][] = [];
        for await (const { name: called, content } of readBackupFile(path)()) {
          const pieces: Uint8Array[] = [];
          for await (const piece of content()) pieces.push(piece);
          found.push([called, new Uint8Array(Buffer.concat(pieces))]);
        }
        expect(found).toEqual(parts.map(([called, bytes]) => [called, new Uint8Array(bytes)]));
      }),
      { numRuns: 60 },
    );
  });

  test('gives back lines, and says what are none', async () => {
    const path = fresh();
    await written(path);
    const lines: unknown[] = [];
    for await (const part of readBackupFile(path)()) {
      lines.push(await part.lines().catch((error: unknown) => error));
    }
    expect(lines).toEqual([expect.any(BackupFault), ['first', 'sécond'], []]);
  });

  test('is no archive where one byte of a header is another, or its end is gone', async () => {
    const path = fresh();
    await written(path);
    const bytes = await readFile(path);
    const read = async (change: Buffer): Promise<void> => {
      await writeFile(path, change);
      for await (const part of readBackupFile(path)()) {
        for await (const piece of part.content()) expect(piece.length).toBeGreaterThan(0);
      }
    };
    for (let at = 0; at < block; at += 17) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(read(changed)).rejects.toThrow(BackupFault);
    }
    for (const length of [0, 100, block, block + 2, bytes.length - 2 * block]) {
      await expect(read(bytes.subarray(0, length))).rejects.toThrow(BackupFault);
    }
  });

  test('holds nothing of an object that is not as large as was announced', async () => {
    const path = fresh();
    const file = await createBackupFile(path);
    for (const size of [2, 4]) {
      await expect(file.add('x', size, [Buffer.from('abc')])).rejects.toThrow(/were announced/);
    }
    await file.close();
    await file.close();
    expect((await readdir(folder)).filter((name) => path.endsWith(name.slice(0, 36)))).toEqual([]);
  });

  test('cannot be made where there is no folder', async () => {
    await expect(createBackupFile(join(folder, 'nowhere', 'b.tar'))).rejects.toThrow('ENOENT');
  });
});

describe('a header', () => {
  test('carries sizes of 8 GiB and more, up to what a number holds', () => {
    for (const size of [0, 1, 2 ** 33 - 1, 2 ** 33, 2 ** 40, Number.MAX_SAFE_INTEGER]) {
      expect(readHeader(Buffer.from(headerOf('a', size)))).toEqual({ name: 'a', size, type: '0' });
    }
  });

  test('counts the length of a long name with the digits of that count', () => {
    for (let length = 101; length < 1_050; length += 1) {
      const name = 'n'.repeat(length);
      const header = Buffer.from(headerOf(name, 1));
      const { size = 0, type } = readHeader(header.subarray(0, block)) ?? {};
      expect(type).toBe('x');
      const record = header.subarray(block, block + size);
      expect(nameInPax(record)).toBe(name);
      expect(Number.parseInt(record.toString(), 10)).toBe(size);
    }
    expect(nameInPax(Buffer.from('11 size=12\n'))).toBeNull();
  });

  test('of a link or a folder is not one of ours', () => {
    const header = Buffer.from(headerOf('a', 0));
    const sum = Number.parseInt(header.toString('latin1', 148, 154), 8);
    header.write('5', 156);
    header.write((sum + 5).toString(8).padStart(6, '0'), 148);
    expect(readHeader(header)).toBeNull();
  });
});
