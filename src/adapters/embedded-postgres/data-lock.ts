import { randomBytes } from 'node:crypto';
import { lstat, lutimes, readFile, readlink, rename, symlink, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { EmbeddedPostgresFault, isCode } from './fault.ts';

/** Held by the one process that may run a server on the data. */
export type DataLock = { release(): Promise<void> };

const beat = 2_000;
const silence = 15_000;

/**
 * Takes the lock at `path`: a symbolic link whose target names its owner, since a link is made at once
 * with what it says, or not at all. The lock of a process that is gone is taken over. A process of
 * another host or container cannot be looked up: it is gone where it gave no sign for 15 s.
 *
 * @throws EmbeddedPostgresFault while its owner lives.
 */
export async function lockData(path: string, data: string): Promise<DataLock> {
  const own = await describeOwner(process.pid);
  while (!(await tryLink(own, path))) {
    const owner = await ownerOf(path);
    if (owner === null) continue;
    if (await isAlive(owner, path)) {
      const [pid = '', host = ''] = owner.split(/[@#]/);
      throw new EmbeddedPostgresFault(
        `The database in ${data} is in use by process ${pid} on ${host}. ` +
          'Stop that process first, or choose another DATA_DIR.',
      );
    }
    await removeStale(path, owner);
  }
  const sign = setInterval(() => void lutimes(path, new Date(), new Date()).catch(() => {}), beat);
  sign.unref();
  return {
    async release() {
      clearInterval(sign);
      if ((await ownerOf(path)) === own) await unlink(path);
    },
  };
}

async function tryLink(owner: string, path: string): Promise<boolean> {
  try {
    await symlink(owner, path);
    return true;
  } catch (cause) {
    if (isCode(cause, 'EEXIST')) return false;
    throw cause;
  }
}

async function ownerOf(path: string): Promise<string | null> {
  try {
    return await readlink(path);
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  }
}

/** Moves the lock away and looks at it again: somebody quicker may have put a fresh one there. */
async function removeStale(path: string, owner: string): Promise<void> {
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return;
    throw cause;
  }
  const taken = await readlink(aside);
  if (taken !== owner) await tryLink(taken, path);
  await unlink(aside);
}

/** `pid@host#start`: the start of the process tells it from a later one with its number. */
async function describeOwner(pid: number): Promise<string> {
  return `${pid}@${hostname()}#${await startOf(pid)}`;
}

async function startOf(pid: number): Promise<string> {
  // proc(5): field 22, counted after the name in parentheses, which may hold anything.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

async function isAlive(owner: string, path: string): Promise<boolean> {
  const [pid = '', host = ''] = owner.split(/[@#]/);
  if (host !== hostname()) {
    const link = await lstat(path).catch(() => null);
    return link !== null && Date.now() - link.mtimeMs < silence;
  }
  try {
    process.kill(Number(pid), 0);
  } catch (cause) {
    if (isCode(cause, 'ESRCH')) return false;
  }
  return owner === (await describeOwner(Number(pid)));
}
