import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { profileFolder } from './profile-folder.ts';

const shipped = fileURLToPath(new URL('../../../jurisdictions', import.meta.url));

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'profiles-'));
  await cp(join(shipped, 'model'), join(root, 'islet'), { recursive: true });
  await writeFile(join(root, 'notes.txt'), 'no jurisdiction');
});
afterEach(() => rm(root, { recursive: true }));

test('[PS1] the jurisdictions are the folders, sorted', async () => {
  expect(await profileFolder(root).list()).toEqual(['islet']);
  expect(await profileFolder(shipped).list()).toEqual(['cl', 'model']);
});

test('[PS2] a profile is read with its causes, and what is broken comes with its place', async () => {
  expect(await profileFolder(root).read('islet')).toMatchObject({ profile: { id: 'model' } });
  await writeFile(join(root, 'islet', 'causes', 'theft.yaml'), 'id: theft\nmatter: divine\n');
  const read = await profileFolder(root).read('islet');
  expect(read).toMatchObject({ kind: 'refused' });
  expect(JSON.stringify(read)).toContain('causes/theft.yaml, line 2: matter: ');
});

test.each(['atoll', '..', '../islet', ''])(
  '[PS2] [PS3] there is no jurisdiction «%s»',
  async (id) => {
    expect(await profileFolder(root).read(id)).toEqual({ kind: 'missing' });
    expect(await profileFolder(root).law(id)).toEqual([]);
  },
);

test('[PS3] the works of law come by name, and a jurisdiction may bring none', async () => {
  const works = await profileFolder(shipped).law('cl');
  expect(works.map(({ name }) => name)).toEqual(works.map(({ name }) => name).toSorted());
  expect(works[0]?.text).toContain('status: summary');
  await rm(join(root, 'islet', 'law'), { recursive: true });
  expect(await profileFolder(root).law('islet')).toEqual([]);
});

test('a folder that cannot be read is a fault, not an empty jurisdiction', async () => {
  await rm(join(root, 'islet', 'causes'), { recursive: true });
  await writeFile(join(root, 'islet', 'causes'), 'a file');
  await expect(profileFolder(root).read('islet')).rejects.toThrow('ENOTDIR');
});
