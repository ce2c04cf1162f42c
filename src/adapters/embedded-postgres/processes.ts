import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresFault, isCode } from './fault.ts';

/** The number of the server that `postmaster.pid` names, and whether it says that it is ready. */
export async function readPidFile(
  data: string,
): Promise<{ readonly pid: number; readonly ready: boolean } | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return pid > 1 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
}

/**
 * Ends whatever still works on the data: a server whose court was killed, or what such a server left
 * behind. At first it may finish its writing; it is broken off where that takes too long, and the next
 * server recovers from its log.
 *
 * @throws EmbeddedPostgresFault where it does not end, or belongs to somebody else.
 */
export async function endOrphans(data: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 3_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (!(await signalAll(data, signal))) return rm(join(data, 'postmaster.pid'), { force: true });
    for (let waited = 0; waited < patience; waited += 20) {
      if ((await processesOn(data)).length === 0) break;
      await wait(20);
    }
  }
  const left = await processesOn(data);
  if (left.length === 0) return rm(join(data, 'postmaster.pid'), { force: true });
  throw new EmbeddedPostgresFault(
    `A database server from before still runs on ${data} (process ${left.join(', ')}) and does not end.`,
    true,
  );
}

async function signalAll(data: string, signal: NodeJS.Signals): Promise<boolean> {
  const found = await processesOn(data);
  const main = (await readPidFile(data))?.pid;
  // Its children end with the main process; without one they are told themselves.
  const told = main !== undefined && found.includes(main) && signal !== 'SIGKILL' ? [main] : found;
  for (const pid of told) {
    try {
      process.kill(pid, signal);
    } catch (cause) {
      if (isCode(cause, 'ESRCH')) continue;
      throw new EmbeddedPostgresFault(
        `A database server from before still runs on ${data} as process ${pid} of somebody else. Stop it first.`,
        false,
        cause,
      );
    }
  }
  return found.length > 0;
}

/** Processes whose working folder is the data: a server and its children go there and stay. */
async function processesOn(data: string): Promise<readonly number[]> {
  const entries = await readdir('/proc').catch(() => null);
  if (entries === null) return withoutProc(data);
  const found = await Promise.all(
    entries
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => ((await worksOn(name, data)) ? [Number(name)] : [])),
  );
  return found.flat();
}

async function worksOn(pid: string, data: string): Promise<boolean> {
  return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === data;
}

/** Where the system does not show its processes, the file of the server is all there is to go by. */
async function withoutProc(data: string): Promise<readonly number[]> {
  const found = await readPidFile(data);
  if (found === null) return [];
  try {
    process.kill(found.pid, 0);
    return [found.pid];
  } catch (cause) {
    return isCode(cause, 'ESRCH') ? [] : [found.pid];
  }
}
