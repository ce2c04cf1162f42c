import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes the papers of a hearing into a folder: first all of them beside their places, then each into its
 * place, so that a failure leaves what was there. When this is over they are there for good.
 *
 * @throws the file system's own error where the folder cannot be written
 */
export async function writePapers(
  folder: string,
  papers: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const staging = join(folder, '.staging');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  for (const [name, content] of papers) {
    await mkdir(dirname(join(staging, name)), { recursive: true });
    await writeFile(join(staging, name), content, { flush: true });
  }
  for (const name of papers.keys()) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await rename(join(staging, name), join(folder, name));
  }
  await rm(staging, { recursive: true, force: true });
  await keepNames(folder);
}

/** New names in a folder outlast a loss of power once the folder itself is written. */
export async function keepNames(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
