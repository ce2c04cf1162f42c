import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { WorkVersion } from '../../core/law/work-version.ts';
import { LawLibraryFault, type LawLibrary } from '../../ports/law-library.ts';
import { nameOfVersion } from './name-of-version.ts';

const offset = z.int().nonnegative();
const shape = z.strictObject({
  work: z.string(),
  title: z.string(),
  from: z.iso.date(),
  standing: z.enum(['official', 'summary']),
  language: z.enum(['en', 'es']),
  nature: z.enum(['substance', 'procedure', 'penal']).nullable(),
  workInForceSince: z.iso.date().nullable(),
  articles: z.array(
    z.strictObject({
      id: z.string(),
      key: z.string(),
      shortKey: z.string().nullable(),
      label: z.string(),
      headings: z.array(z.string()),
      text: z.string(),
      paragraphs: z.array(z.strictObject({ start: offset, end: offset })),
      empty: z.boolean(),
    }),
  ),
});

/**
 * A library in a folder: one file of JSON per version, written beside and then moved into place. The
 * folder is made when the first version is kept; a folder that is not there is an empty library.
 */
export function folderLawLibrary(folder: string): LawLibrary {
  return {
    async versions() {
      const names = (await namesIn(folder)).filter((name) => /^[^.].*\.json$/.test(name));
      return Promise.all(names.toSorted().map((name) => readVersion(join(folder, name))));
    },
    async keep(version, { replace } = { replace: false }) {
      const name = nameOfVersion(version);
      const path = join(folder, `${name}.json`);
      const words = `${JSON.stringify(version)}\n`;
      const before = await wordsOf(path);
      if (before === words) return 'unchanged';
      if (before !== null && !replace) return 'differs';
      await write(folder, name, words);
      return before === null ? 'kept' : 'replaced';
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw new LawLibraryFault(`The law library ${folder} cannot be read.`, cause);
  }
}

async function wordsOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw new LawLibraryFault(`The law library cannot read ${path}.`, cause);
  }
}

async function readVersion(path: string): Promise<WorkVersion> {
  const words = await wordsOf(path);
  try {
    return shape.parse(JSON.parse(words ?? ''));
  } catch (cause) {
    const says = `${path} is damaged: it holds no version of a work of law. Remove it and import again.`;
    throw new LawLibraryFault(says, cause);
  }
}

async function write(folder: string, name: string, words: string): Promise<void> {
  const beside = join(folder, `.${name}.${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(words);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, join(folder, `${name}.json`));
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new LawLibraryFault(`The law library ${folder} cannot be written.`, cause);
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
