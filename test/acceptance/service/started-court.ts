import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export type StartedCourt = {
  readonly address: string;
  readonly dataDir: string;
  /** The link of the first administrator, where one was told. */
  readonly firstAdministrator: string | null;
  readonly process: ChildProcess;
  /** Everything that it wrote on standard error so far: its log. */
  readonly log: () => string;
  /** Asks it to end, and tells how it did. */
  readonly end: () => Promise<number | null>;
};

export type Settings = Readonly<Record<string, string>>;

/** A court as its user starts it: a process of its own, on its own data, on a free port. */
export async function startCourt(settings: Settings = {}): Promise<StartedCourt> {
  const dataDir = settings['DATA_DIR'] ?? (await newFolder());
  const child = serve({ DATA_DIR: dataDir, PORT: '0', EMBEDDED_DATABASE_PORT: '0', ...settings });
  let log = '';
  child.stderr?.on('data', (piece: Buffer) => (log += piece.toString()));
  const line = await firstLine(child, () => log);
  const { address, firstAdministrator } = JSON.parse(line) as StartedCourt;
  return {
    address,
    firstAdministrator,
    dataDir,
    process: child,
    log: () => log,
    end: () => ended(child, 'SIGTERM'),
  };
}

/** One that the account of the embedded database may enter, where root runs the tests. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'court-service-'));
  await chmod(folder, 0o755);
  return folder;
}

/** Starts it and waits for it to give up. */
export async function refusedStart(
  settings: Settings,
): Promise<{ readonly code: number | null; readonly err: string }> {
  const child = serve(settings);
  let err = '';
  child.stderr?.on('data', (piece: Buffer) => (err += piece.toString()));
  return { code: await ended(child, null), err };
}

export async function ended(
  child: ChildProcess,
  signal: NodeJS.Signals | null,
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
  if (signal !== null) child.kill(signal);
  return exit;
}

export const forget = (dataDir: string): Promise<void> =>
  rm(dataDir, { recursive: true, force: true });

function serve(settings: Settings): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(join(root, 'node_modules/.bin/node'), ['src/main.ts', 'serve', '--json'], {
    cwd: root,
    env: { PATH, HOME, COURT_ENV: 'test', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function firstLine(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (piece: Buffer) => {
      out += piece.toString();
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
    child.once('exit', (code) => reject(new Error(`It ended in ${code}: ${log()}`)));
  });
}
