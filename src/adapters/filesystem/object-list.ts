import { opendir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { partsOfKey, type StoredObject } from '../../ports/object-storage.ts';
import { faulted, faultOf, noneWhere, succeeds } from './object-faults.ts';

/** No key begins with a dot or a tilde, so these names never meet those of objects. */
export const incomingFolder = '.incoming';
export const fanMark = '~';

/** Every object below the root whose key begins with the prefix. */
export async function* listBelow(root: string, prefix: string): AsyncGenerator<StoredObject> {
  const parts = prefix.split('/').slice(0, -1);
  if (parts.length > 0) partsOfKey(parts.join('/'));
  try {
    yield* walk(join(root, ...parts), parts.map((part) => `${part}/`).join(''), prefix);
  } catch (cause) {
    throw faultOf(cause);
  }
}

/** `above` is the beginning of every key of the folder, with its slash. */
async function* walk(folder: string, above: string, prefix: string): AsyncGenerator<StoredObject> {
  const entries = await opendir(folder).catch((cause: unknown) => noneWhere(cause, 'ENOENT'));
  if (entries === null) return;
  for await (const { name } of entries) {
    const inside = join(folder, name);
    if (name.startsWith(fanMark)) {
      for (const last of await readdir(inside)) {
        const key = above + last;
        const size = key.startsWith(prefix) ? await sizeOf(join(inside, last)) : null;
        if (size !== null) yield { key, size };
      }
    } else if (name !== incomingFolder) {
      const below = `${above}${name}/`;
      if (below.startsWith(prefix) || prefix.startsWith(below)) yield* walk(inside, below, prefix);
    }
  }
}

/** `null` where there is no such file. */
export async function sizeOf(path: string): Promise<number | null> {
  return await faulted(async () => {
    let size: number | null = null;
    await succeeds(
      stat(path).then((found) => (size = found.size)),
      'ENOENT',
    );
    return size;
  });
}
