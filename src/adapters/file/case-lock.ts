import { randomBytes } from 'node:crypto';
import { readFile, readlink, rename, symlink, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { RecordStoreFault } from '../../ports/record-store.ts';
import { isCode } from './is-code.ts';

/** Held by the one process that may write. */
export type CaseLock = {
  /** @throws RecordStoreFault where another process has taken the lock since. */
  check(): Promise<void>;
  release(): Promise<void>;
};

/**
 * Takes the lock at `path`: a symbolic link that names its owner, since a link is made at once with
 * what it says, or not at all. The lock of a process that is gone is taken over.
 *
 * @throws RecordStoreFault, retryable, while its owner lives.
 */
export async function lockCase(path: string): Promise<CaseLock> {
  const own = await describeOwner(process.pid);
  for (;;) {
    if (await tryLink(own, path)) break;
    const owner = await readOwner(path);
    if (owner === null) continue;
    if (await isAlive(owner)) {
      throw new RecordStoreFault(`${path} is held by ${owner}, which writes to this case`, true);
    }
    await removeStale(path, owner);
  }
  const isOwn = async (): Promise<boolean> => (await readOwner(path)) === own;
  return {
    async check() {
      if (!(await isOwn())) throw new RecordStoreFault(`${path} was taken from this process`, true);
    },
    async release() {
      if (await isOwn()) await unlink(path);
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

async function readOwner(path: string): Promise<string | null> {
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
  try {
    // proc(5): field 22, counted after the name in parentheses, which may hold anything.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** An owner on another host counts as alive: only a person there can tell. */
async function isAlive(owner: string): Promise<boolean> {
  const [, pid = '', host = ''] = /^(\d+)@(.*)#/.exec(owner) ?? [];
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
  } catch (cause) {
    if (isCode(cause, 'ESRCH')) return false;
  }
  return owner === (await describeOwner(Number(pid)));
}
