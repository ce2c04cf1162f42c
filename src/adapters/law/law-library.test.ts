import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importWork } from '../../core/law/import-work.ts';
import { lawLibraryContract } from '../../ports/law-library.contract.ts';
import { LawLibraryFault } from '../../ports/law-library.ts';
import { folderLawLibrary } from './folder.ts';
import { memoryLawLibrary } from './memory.ts';

lawLibraryContract('memory', async () => {
  const library = memoryLawLibrary();
  return { open: () => library, end: async () => undefined };
});

lawLibraryContract('folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'court-law-'));
  return {
    open: () => folderLawLibrary(join(folder, 'law')),
    end: () => rm(folder, { recursive: true }),
  };
});

test('a damaged file is named, and a half-written one is not seen', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'court-law-'));
  const library = folderLawLibrary(folder);
  await writeFile(join(folder, '.fairs@2001-01-01.official.0a1b'), '{"wor');
  expect(await library.versions()).toEqual([]);
  await writeFile(join(folder, 'fairs@2001-01-01.official.json'), '{"wor');
  const fault = await library.versions().catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(LawLibraryFault);
  expect(String(fault)).toContain('fairs@2001-01-01.official.json is damaged');
  await rm(folder, { recursive: true });
});

test('what cannot be read or written is a fault that names the library', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'court-law-'));
  const path = join(folder, 'a-file');
  await writeFile(path, '');
  const library = folderLawLibrary(path);
  const imported = importWork('fairs@2001-01-01.txt', 'Article 1. Stalls are let by the day.');
  if (imported.kind === 'refused') throw new Error('a good text was refused');
  await expect(library.versions()).rejects.toThrow(/law library .* cannot be read/);
  await expect(library.keep(imported.version)).rejects.toThrow(LawLibraryFault);
  expect(await readdir(folder)).toEqual(['a-file']);
  await rm(folder, { recursive: true });
});
