import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { keepNames } from './papers-out.ts';

/**
 * Writes a file at once: first beside its place, safely on the disk, then into it, so that nobody ever sees
 * half of it. `taken`: something is there already and is not to be replaced.
 *
 * @throws the file system's own error where the file cannot be written
 */
export async function writeAtOnce(
  path: string,
  content: Uint8Array,
  { replace }: { readonly replace: boolean },
): Promise<'written' | 'taken'> {
  await mkdir(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await writeSafely(beside, content);
    if (replace) await rename(beside, path);
    else await link(beside, path);
    await keepNames(dirname(path));
    return 'written';
  } catch (error) {
    if (!replace && error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return 'taken';
    }
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

async function writeSafely(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
