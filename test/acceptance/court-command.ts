import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs `court …` as a process of its own, from the outside, in `cwd`, with no key of anybody's. */
export async function court(words: readonly string[], cwd: string = root): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), ...words], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', CLAUDE_API_KEY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, out, err };
}

/** A folder for one test, with these files in it. */
export async function folder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'court-acceptance-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

/** With clock and key fixed, a hearing comes out the same again. */
export const fixed = (key: string): readonly string[] => [
  '--clock',
  '2026-03-02T09:00:00Z',
  '--key',
  key,
];

/** A key of 32 bytes, all of them this one, in a file of its own. */
export async function keyFile(byte = '11'): Promise<string> {
  return join(await folder({ 'court.key': `${byte.repeat(32)}\n` }), 'court.key');
}
