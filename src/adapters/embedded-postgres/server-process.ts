import { type ChildProcess, spawn } from 'node:child_process';
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresFault } from './fault.ts';
import type { Place } from './place.ts';
import { readPidFile } from './processes.ts';
import type { Programs } from './programs.ts';

/** A server that takes connections. */
export type ServerProcess = {
  readonly pid: number;
  /** When it is gone, however it came to that. */
  readonly gone: Promise<void>;
  /** Ends it in good order: connections are closed, what is in memory is written. */
  stop(): Promise<void>;
};

type Run = {
  readonly place: Place;
  readonly programs: Programs;
  readonly log: string;
  readonly port: number;
  readonly sockets: string;
};

export type Started =
  | { readonly kind: 'started'; readonly server: ServerProcess }
  | { readonly kind: 'ended'; readonly log: string };

const longestStart = 120_000;

/** Starts the server and waits until it takes connections; after a crash it first recovers from its log. */
export async function startServer(run: Run): Promise<Started> {
  const { place, programs, log, port, sockets } = run;
  const file = await openLog(log);
  const before = (await file.stat()).size;
  const child = spawn(programs.postgres, ['-D', place.data, '-p', String(port), '-k', sockets], {
    ...place.account,
    cwd: '/',
    env: { ...programs.environment, LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] },
    stdio: ['ignore', file.fd, file.fd],
    // In a session of its own, so that Ctrl+C reaches the court first, which stops its server last.
    detached: true,
  });
  await file.close();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const unborn = new Promise<Error>((resolve) => child.once('error', resolve));
  const state = { isGone: false };
  void gone.then(() => (state.isGone = true));
  const failed = await Promise.race([unborn, wait(0)]);
  const { pid } = child;
  if (failed !== undefined || pid === undefined) {
    throw new EmbeddedPostgresFault(`${programs.postgres} cannot be run: ${failed?.message}`);
  }
  const guard = guardServer(place.data, pid);
  void gone.then(() => guard.stdin?.end());
  for (let waited = 0; waited < longestStart && !state.isGone; waited += 10) {
    const said = await readPidFile(place.data);
    if (said?.pid === pid && said.ready)
      return { kind: 'started', server: serverOf(child, pid, gone) };
    await wait(10);
  }
  if (!state.isGone) child.kill('SIGQUIT');
  await gone;
  return { kind: 'ended', log: (await readFile(log)).subarray(before).toString('utf8') };
}

function serverOf(child: ChildProcess, pid: number, gone: Promise<void>): ServerProcess {
  child.unref();
  return {
    pid,
    gone,
    async stop() {
      child.ref();
      for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
        child.kill(signal);
        const patience = new AbortController();
        const isGone = await Promise.race([
          gone.then(() => true),
          wait(20_000, false, { signal: patience.signal }).catch(() => false),
        ]);
        patience.abort();
        if (isGone) return;
      }
    },
  };
}

/**
 * Ends the server when this process is gone, even by kill -9: a shell waits for the end of its input,
 * which only this process holds open. If the guard is killed too, the next start ends the server.
 */
function guardServer(data: string, pid: number): ChildProcess {
  const script =
    'read -r end; read -r found < "$1" && [ "$found" = "$2" ] && kill -INT "$2"; exit 0';
  const guard = spawn(
    '/bin/sh',
    ['-c', script, 'guard', join(data, 'postmaster.pid'), String(pid)],
    {
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  );
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return guard;
}

const longestLog = 10_000_000;

/** Where the server writes; a long log is put aside, and the one before it dropped. */
async function openLog(path: string): Promise<FileHandle> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > longestLog) await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}
