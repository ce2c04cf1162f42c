import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collected, objectStorageContract, sample } from '../../ports/object-storage.contract.ts';
import { ObjectStorageFault } from '../../ports/object-storage.ts';
import { openFilesystemStorage } from './object-storage.ts';

let root = '';
let rooms = 0;
const room = (): string => join(root, `room-${(rooms += 1)}`);
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'court-objects-'));
});
afterAll(() => rm(root, { recursive: true }));

const unknown = { size: null, sha256: null };

objectStorageContract('filesystem', () => openFilesystemStorage(room()));

describe('objects in a folder', () => {
  test('folders are fanned out, and for their owner alone', async () => {
    const folder = room();
    const storage = await openFilesystemStorage(folder);
    for (let n = 0; n < 300; n += 1) await storage.put(`case/${n}`, [sample(3, n)], unknown);
    const fans = await readdir(join(folder, 'case'));
    expect(fans.length).toBeGreaterThan(120);
    const [fan = ''] = fans;
    const [file = ''] = await readdir(join(folder, 'case', fan));
    const modes = [folder, join(folder, 'case', fan), join(folder, 'case', fan, file)].map(
      async (path) => ((await stat(path)).mode & 0o777).toString(8),
    );
    expect(await Promise.all(modes)).toEqual(['700', '700', '600']);
  });

  test('[OS2] what a process that is gone left half written is cleared away, and nothing younger', async () => {
    const folder = room();
    await openFilesystemStorage(folder);
    const [old, young] = ['old', 'young'].map((name) => join(folder, '.incoming', name));
    for (const path of [old ?? '', young ?? '']) await writeFile(path, 'half');
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1_000);
    await utimes(old ?? '', longAgo, longAgo);
    await openFilesystemStorage(folder);
    expect(await readdir(join(folder, '.incoming'))).toEqual(['young']);
  });

  test('[OS2] killed while putting: what is seen is whole, what was acknowledged is there', async () => {
    const folder = room();
    for (let kill = 0; kill < 12; kill += 1) {
      const acknowledged = await putUntilKilled(folder, `k${kill}`, 20 + ((kill * 37) % 150));
      const storage = await openFilesystemStorage(folder);
      const seen = await collected(storage.list(`k${kill}/`));
      expect(seen.length).toBeGreaterThanOrEqual(acknowledged);
      for (const { key, size } of seen) {
        expect(size).toBe(400_000);
        const given = await storage.get(key);
        const bytes = given === null ? [] : await collected(given.content);
        // Each is the same 40,000 bytes ten times over, which begin with the number in its key.
        const whole = Buffer.concat(bytes);
        expect(whole.readUInt32BE(0)).toBe(Number(key.split('/')[1]));
        expect(whole.subarray(360_000).equals(whole.subarray(0, 40_000))).toBe(true);
      }
    }
  });

  test('[OS7] a place where nothing can be kept is a fault that stays', async () => {
    const file = room();
    await writeFile(file, '');
    const opened = openFilesystemStorage(join(file, 'below'));
    await expect(opened).rejects.toMatchObject({ retryable: false, cause: { code: 'ENOTDIR' } });

    const folder = room();
    const storage = await openFilesystemStorage(folder);
    await writeFile(join(folder, 'case'), 'a file where a folder should be');
    const fault = { name: 'ObjectStorageFault', port: 'object-storage', retryable: false };
    await expect(storage.put('case/1', [sample(1, 1)], unknown)).rejects.toMatchObject(fault);
    await expect(storage.get('case/1')).rejects.toMatchObject(fault);
    await expect(storage.delete('case/1')).rejects.toMatchObject(fault);
    await expect(collected(storage.list('case/'))).rejects.toMatchObject(fault);
    expect(await readdir(join(folder, '.incoming'))).toEqual([]);
  });

  test('[OS7] an object that goes while it is read is a fault', async () => {
    const storage = await openFilesystemStorage(room());
    await storage.put('a', [sample(10, 1)], unknown);
    const given = await storage.get('a');
    await storage.delete('a');
    const reading = given === null ? [] : collected(given.content);
    await expect(reading).rejects.toBeInstanceOf(ObjectStorageFault);
  });

  test('[OS7] a full disk is a fault that may pass, and nothing half written is seen', async () => {
    const disk = room();
    if (!(await mountSmallDisk(disk))) return;
    try {
      const storage = await openFilesystemStorage(disk);
      const small = sample(100_000, 1);
      await storage.put('a', [small], unknown);
      const large = Array.from({ length: 40 }, (_, n) => sample(100_000, n));
      const fault = { port: 'object-storage', retryable: true, cause: { code: 'ENOSPC' } };
      await expect(storage.put('b', large, unknown)).rejects.toMatchObject(fault);
      expect(await collected(storage.list(''))).toEqual([{ key: 'a', size: 100_000 }]);
      expect(await readdir(join(disk, '.incoming'))).toEqual([]);
      expect(await storage.put('b', [small], unknown)).toMatchObject({ kind: 'stored' });
    } finally {
      await promisify(execFile)('umount', [disk]);
    }
  });
});

/** A disk of 2 MB in memory; only root may mount one. */
async function mountSmallDisk(path: string): Promise<boolean> {
  await mkdir(path);
  try {
    await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path]);
    return true;
  } catch {
    process.stderr.write('skipped: a full disk under the object storage (no right to mount one)\n');
    return false;
  }
}

/** How many objects were acknowledged before the process was killed, `delay` ms after the first. */
async function putUntilKilled(folder: string, prefix: string, delay: number): Promise<number> {
  const program = `
    import { openFilesystemStorage } from '${new URL('object-storage.ts', import.meta.url).href}';
    const storage = await openFilesystemStorage(${JSON.stringify(folder)});
    for (let n = 0; ; n += 1) {
      const piece = Buffer.alloc(40_000, n);
      piece.writeUInt32BE(n);
      await storage.put('${prefix}/' + n, Array(10).fill(piece), { size: 400_000, sha256: null });
      process.stdout.write('x');
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  let acknowledged = 0;
  child.stdout.on('data', (data: Buffer) => {
    if (acknowledged === 0) setTimeout(() => child.kill('SIGKILL'), delay);
    acknowledged += data.length;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return acknowledged;
}
