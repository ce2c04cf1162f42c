import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { masterKeyContract } from '../../ports/master-key.contract.ts';
import type { MasterKey } from '../../ports/master-key.ts';
import { systemCipher } from '../vault/cipher.ts';
import {
  makeMasterKeyFile,
  openMasterKeyFile,
  retireMasterKeyVersion,
  rotateMasterKeyFile,
} from './master-key.ts';

let folder = '';
let files = 0;
const fresh = (): string => join(folder, `master-key-${(files += 1)}`);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-master-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

masterKeyContract('file', async () => {
  const [path, elsewhere] = [fresh(), fresh()];
  await makeMasterKeyFile(path, systemCipher);
  await makeMasterKeyFile(elsewhere, systemCipher);
  const masterKey = await opened(path);
  await rotateMasterKeyFile(path, systemCipher);
  return { masterKey, newer: await opened(path), other: await opened(elsewhere) };
});

describe('the file of the master key', () => {
  test('is made once, for its owner alone, and never replaced', async () => {
    const path = join(fresh(), 'below', 'key');
    expect(await makeMasterKeyFile(path, systemCipher)).toBe(true);
    const first = await readFile(path, 'latin1');
    expect(first).toMatch(/^1 [\da-f]{64}\n$/);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await makeMasterKeyFile(path, systemCipher)).toBe(false);
    expect(await readFile(path, 'latin1')).toBe(first);
    expect(await readdir(join(path, '..'))).toEqual(['key']);
  });

  test('a rotation adds a version; an old one may be taken out, the newest never', async () => {
    const path = fresh();
    await makeMasterKeyFile(path, systemCipher);
    const old = await opened(path);
    expect(await rotateMasterKeyFile(path, systemCipher)).toEqual({ kind: 'rotated', version: 2 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const no = { kind: 'refused', refusal: { rule: 'VT10' } };
    expect(await retireMasterKeyVersion(path, 2)).toMatchObject(no);
    expect(await retireMasterKeyVersion(path, 7)).toMatchObject(no);
    expect(await retireMasterKeyVersion(path, 1)).toBeNull();
    const context = Uint8Array.of(1);
    const wrapped = await old.wrap(new Uint8Array(32), context);
    const answer = await (await opened(path)).unwrap(wrapped, context);
    expect(answer).toMatchObject({ kind: 'refused', refusal: { rule: 'VT1' } });
  });

  test('[VT8] what cannot be read, or is no file of this size, is refused', async () => {
    const path = fresh();
    const no = { kind: 'refused', refusal: { rule: 'VT8', at: [path] } };
    expect(await openMasterKeyFile(path, systemCipher)).toMatchObject(no);
    expect(await rotateMasterKeyFile(path, systemCipher)).toMatchObject(no);
    expect(await retireMasterKeyVersion(path, 1)).toMatchObject(no);
    await writeFile(path, Buffer.alloc(1_000_001), { mode: 0o600 });
    expect(await openMasterKeyFile(path, systemCipher)).toMatchObject(no);
    expect(await openMasterKeyFile(folder, systemCipher)).toMatchObject({ kind: 'refused' });
  });

  test('[VT9] a file that is open to others is refused, with how to mend it', async () => {
    const path = fresh();
    await makeMasterKeyFile(path, systemCipher);
    await chmod(path, 0o640);
    const answer = await openMasterKeyFile(path, systemCipher);
    expect(answer).toMatchObject({ kind: 'refused', refusal: { rule: 'VT9' } });
    expect(JSON.stringify(answer)).toContain('(mode 640): «chmod 600» it');
  });

  test.each([
    '',
    'a',
    'ab'.repeat(32),
    `0 ${'ab'.repeat(32)}`,
    `1 ${'ab'.repeat(31)}`,
    `1 ${'ab'.repeat(32)}\n1 ${'cd'.repeat(32)}`,
    `1 ${'ab'.repeat(32)}\n\n2 ${'cd'.repeat(32)}`,
  ])('[VT10] %j is no master key, and no word of it is told', async (content) => {
    const path = fresh();
    await writeFile(path, content, { mode: 0o600 });
    const answer = await openMasterKeyFile(path, systemCipher);
    expect(answer).toMatchObject({ kind: 'refused', refusal: { rule: 'VT10' } });
    expect(JSON.stringify(answer)).not.toContain('abab');
  });
});

async function opened(path: string): Promise<MasterKey> {
  const answer = await openMasterKeyFile(path, systemCipher);
  if (answer.kind === 'refused') throw new Error(answer.refusal.says);
  return answer.masterKey;
}
