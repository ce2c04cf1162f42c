import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { makeKeyFile } from '../adapters/file/make-key.ts';
import { systemHashing } from '../adapters/system/hashing.ts';
import { keyCommand } from './key.ts';

async function run(...words: readonly string[]) {
  const { context, out, err, codes } = capturedIo();
  const keys = { hashing: systemHashing, make: makeKeyFile };
  await keyCommand(context, keys).parseAsync(['node', 'key', ...words]);
  return { code: codes[0], out: out.join('\n'), err: err.join('\n') };
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'court-key-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('a key is made once, for its owner alone, and told by the fingerprint of its public half', async () => {
  const file = join(await folder(), 'court.key');
  const made = await run(file);
  expect(made.code).toBe(0);
  expect(made.out).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/u);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const again = await run(file, '--json');
  expect(JSON.parse(again.out)).toEqual({ file, fingerprint: made.out });
});

test('[KEY1] [KEY2] a file that cannot be made, or holds something else, is left as it is', async () => {
  const path = await folder();
  const nowhere = await run(join(path, 'none', 'court.key'));
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('KEY1: ') });
  await writeFile(join(path, 'letter'), 'Dear judge');
  const letter = await run(join(path, 'letter'), '--json');
  expect(letter.code).toBe(2);
  expect(JSON.parse(letter.out)).toMatchObject({ refusals: [{ rule: 'KEY2' }] });
});
