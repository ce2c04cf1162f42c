import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { openKeyFile, type OpenedKey } from './key.ts';

/** The key in a file; where there is none, one is made there, for its owner's eyes only. */
export async function makeKeyFile(path: string): Promise<OpenedKey> {
  const seed = `${randomBytes(32).toString('hex')}\n`;
  // A key that is there is never replaced; where none can be made, opening it says so.
  await writeFile(path, seed, { flag: 'wx', mode: 0o600, flush: true }).catch(() => undefined);
  return openKeyFile(path);
}
