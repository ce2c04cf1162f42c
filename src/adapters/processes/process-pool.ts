import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type ProcessSettings = {
  /** The module that a process runs: it answers each message with one message. */
  readonly entry: URL;
  /** Its arguments. */
  readonly words: readonly string[];
  /** Files and folders that it may read, and nothing else of this machine. */
  readonly mayRead: readonly string[];
  readonly processes: number;
  /** Most tasks that wait for a process. */
  readonly waiting: number;
  /** Time of one task. */
  readonly milliseconds: number;
  /** JavaScript heap of one process, in MiB. */
  readonly megabytes: number;
  /** How long a process waits for another task before it ends, in milliseconds. */
  readonly idleMs: number;
};

export type ProcessAnswer =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** Too late; or the process died of the task, as of too much memory; or too many wait already. */
  | { readonly kind: 'late' | 'broken' | 'full' };

export interface ProcessPool {
  ask(task: object): Promise<ProcessAnswer>;
  close(): void;
}

/**
 * Processes that do one task each at a time. Nothing that a task does to its process reaches this one: a loop
 * that never ends is killed, too much memory ends it alone, and the next task gets a new one. It has no
 * setting and no secret of the service, writes nothing, and starts no program.
 */
export function processPool(settings: ProcessSettings): ProcessPool {
  const idle = new Map<ChildProcess, NodeJS.Timeout>();
  const all = new Set<ChildProcess>();
  const queue: (() => void)[] = [];
  let busy = 0;

  function take(): ChildProcess {
    for (const [child, timer] of idle) {
      clearTimeout(timer);
      idle.delete(child);
      return child;
    }
    const child = start(settings);
    all.add(child);
    child.once('exit', () => {
      all.delete(child);
      clearTimeout(idle.get(child));
      idle.delete(child);
    });
    return child;
  }

  /** It waits for the next task, and is never the reason why the service does not end. */
  function rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    const timer = setTimeout(() => {
      // Before it is gone, so that no task is given to a process that is about to end.
      idle.delete(child);
      child.kill('SIGKILL');
    }, settings.idleMs);
    idle.set(child, timer.unref());
  }

  async function seat(): Promise<void> {
    if (busy < settings.processes) {
      busy += 1;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    queue.push(resolve);
    await promise;
  }

  /** The seat goes to whoever waits longest. */
  function leave(): void {
    const next = queue.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  return {
    async ask(task) {
      if (busy >= settings.processes && queue.length >= settings.waiting) return { kind: 'full' };
      await seat();
      try {
        const child = take();
        const answer = await answerOf(child, task, settings.milliseconds);
        if (answer.kind === 'answered') rest(child);
        else child.kill('SIGKILL');
        return answer;
      } finally {
        leave();
      }
    },
    close() {
      for (const child of all) child.kill('SIGKILL');
    },
  };
}

function start({ entry, words, mayRead, megabytes }: ProcessSettings): ChildProcess {
  const child = fork(fileURLToPath(entry), [...words], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
    execArgv: [
      `--max-old-space-size=${megabytes}`,
      '--permission',
      '--allow-worker',
      ...mayRead.map((path) => `--allow-fs-read=${path}`),
    ],
  });
  child.on('error', () => undefined);
  return child;
}

async function answerOf(
  child: ChildProcess,
  task: object,
  milliseconds: number,
): Promise<ProcessAnswer> {
  const { promise, resolve } = Promise.withResolvers<ProcessAnswer>();
  const answered = (answer: unknown) => resolve({ kind: 'answered', answer });
  const broken = () => resolve({ kind: 'broken' });
  const timer = setTimeout(() => resolve({ kind: 'late' }), milliseconds);
  child.ref();
  child.channel?.ref();
  child.once('message', answered).once('exit', broken).once('error', broken);
  child.send(task, (error) => {
    if (error !== null) broken();
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', answered).off('exit', broken).off('error', broken);
  }
}
