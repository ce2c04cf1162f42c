import { readdir, readFile } from 'node:fs/promises';

/** Megabytes. `pss` counts a page that n processes share 1/n to each; it is `rss` where it cannot be read. */
export type Memory = { readonly rss: number; readonly pss: number };

/** The memory of a process, and of all below it where that is asked for (proc(5)). */
export async function memoryOf(pid: number, withChildren: boolean): Promise<Memory> {
  const pids = withChildren ? await family(pid) : [pid];
  let [rss, pss] = [0, 0];
  for (const one of pids) {
    const own = await numberAt(`/proc/${one}/status`, 'VmRSS');
    const share = await numberAt(`/proc/${one}/smaps_rollup`, 'Pss');
    rss += own / 1_024;
    pss += (share === 0 ? own : share) / 1_024;
  }
  return { rss, pss };
}

async function numberAt(path: string, name: string): Promise<number> {
  // A process may be gone by now.
  const text = await readFile(path, 'utf8').catch(() => '');
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

async function family(pid: number): Promise<readonly number[]> {
  const numbers = (await readdir('/proc')).map(Number).filter((one) => one > 0);
  const parents = await Promise.all(
    numbers.map(async (one) => [one, await parentOf(one)] as const),
  );
  const found = new Set([pid]);
  for (let grew = true; grew;) {
    const before = found.size;
    for (const [one, parent] of parents) if (found.has(parent)) found.add(one);
    grew = found.size > before;
  }
  return [...found];
}

/** The parent of a process. */
async function parentOf(pid: number): Promise<number> {
  return await numberAt(`/proc/${pid}/status`, 'PPid');
}

/** Seconds of processor time that a process has used, and all below it where that is asked for. */
export async function processorOf(pid: number, withChildren: boolean): Promise<number> {
  let ticks = 0;
  for (const one of withChildren ? await family(pid) : [pid]) {
    const text = await readFile(`/proc/${one}/stat`, 'utf8').catch(() => '');
    const [user = 0, system = 0] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    ticks += user + system;
  }
  return ticks / 100;
}
