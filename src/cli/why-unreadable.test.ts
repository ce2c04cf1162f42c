import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { whyUnreadable } from './why-unreadable.ts';

test('what keeps a file from being read is said in words', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'unreadable-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'a.txt'), 'a');
  await symlink('ring', join(folder, 'ring'));
  const why = async (path: string) => readFile(path).then(String, whyUnreadable);
  expect(await why(join(folder, 'none'))).toBe('there is no such file');
  expect(await why(join(folder, 'a.txt', 'b'))).toBe('a part of its path is a file');
  expect(await why(join(folder, 'x'.repeat(300)))).toBe('its name is too long');
  expect(await why(folder)).toBe('it is a folder');
  expect(await why(join(folder, 'ring'))).toBe('its links lead in a circle');
  expect(await why('a\0b')).toBe('that is no name of a file');
  expect(whyUnreadable(Object.assign(new Error('disk'), { code: 'EIO' }))).toBe('EIO');
});

test('a bug is no fault of a file, and stays a bug', () => {
  expect(() => whyUnreadable(new TypeError('undefined is no function'))).toThrow(TypeError);
});
