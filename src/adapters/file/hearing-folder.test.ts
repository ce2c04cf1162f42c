import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hearingFolderContract } from '../../ports/hearing-folder.contract.ts';
import type { BegunHearing } from '../../ports/hearing-folder.ts';
import { batch } from '../../ports/record-store.contract.ts';
import { fileHearingFolder } from './hearing-folder.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'court-hearing-'));
});
afterAll(() => rm(root, { recursive: true }));

let rooms = 0;
const room = (): string => join(root, String(++rooms), '.hearing');

const hearing: BegunHearing = {
  inputs: { papers: 'aa', jurisdiction: 'model', key: null, clock: null },
  case: 'C-1',
  seed: null,
};

hearingFolderContract('file', async () => {
  const path = room();
  return () => fileHearingFolder(path);
});

describe('hearing folder: file', () => {
  test('is for the eyes of its owner alone, and leaves no trace when the hearing is over', async () => {
    const path = room();
    const folder = fileHearingFolder(path);
    await folder.begin(hearing, new Map([['aa', new Uint8Array([1])]]));
    await folder.store.append('C-1', batch('C-1', [], ['a']), 0);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(path, 'begun.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o055).toBe(0o055);
    await folder.finish();
    expect(await readdir(join(path, '..'))).toEqual([]);
    await folder.close();
  });

  test('is held by one at a time', async () => {
    const path = room();
    const folder = fileHearingFolder(path);
    await folder.begin(hearing, new Map());
    await folder.store.append('C-1', batch('C-1', [], ['a']), 0);
    const other = fileHearingFolder(path);
    const fault = { name: 'RecordStoreFault', retryable: true };
    await expect(other.waiting()).rejects.toMatchObject(fault);
    await expect(other.begin(hearing, new Map())).rejects.toMatchObject(fault);
    await folder.close();
    expect(await other.waiting()).toEqual(hearing);
    await other.close();
  });

  test('that somebody damaged is a fault, which a fresh beginning mends', async () => {
    const path = room();
    await mkdir(path, { recursive: true });
    const folder = fileHearingFolder(path);
    for (const words of ['{', '{"case":"C-1"}']) {
      await writeFile(join(path, 'begun.json'), words);
      const fault = { name: 'RecordStoreFault', retryable: false };
      await expect(folder.waiting()).rejects.toMatchObject(fault);
    }
    await folder.begin(hearing, new Map());
    await folder.store.append('C-1', batch('C-1', [], ['a']), 0);
    expect(await folder.waiting()).toEqual(hearing);
    await folder.close();
  });

  test('in a place where nothing can be kept is the fault of that place', async () => {
    const file = room();
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, '');
    const folder = fileHearingFolder(file);
    await expect(folder.waiting()).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(folder.begin(hearing, new Map())).rejects.toMatchObject({ code: 'EEXIST' });
    await folder.close();
  });
});
