import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeyFile } from './key.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the key file', () => {
  // RFC 8032, 7.1, test 2
  const seed = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb';
  const publicKey = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';

  test('a seed in hex signs as RFC 8032 says', async () => {
    const path = join(folder, 'seed');
    await writeFile(path, `${seed}\n`);
    const answer = await openKeyFile(path);
    if (answer.kind === 'refused') throw new Error(answer.refusal.says);
    const { key } = answer;
    expect(Buffer.from(key.signer.publicKey).toString('hex')).toBe(publicKey);
    const message = Uint8Array.of(0x72);
    const signature = await key.signer.sign(message);
    expect(signature).toEqual(new Uint8Array(ed25519.sign(message, hexToBytes(seed))));
    expect(key.derive('salts')).toEqual(key.derive('salts'));
    expect(key.derive('salts')).not.toEqual(key.derive('ids'));
  });

  test('an Ed25519 key in PEM opens, one of another kind is refused', async () => {
    const path = join(folder, 'pem');
    const pair = generateKeyPairSync('ed25519');
    await writeFile(path, pair.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const answer = await openKeyFile(path);
    if (answer.kind === 'refused') throw new Error(answer.refusal.says);
    const bytes = Uint8Array.of(1, 2, 3);
    const { signer } = answer.key;
    expect(ed25519.verify(await signer.sign(bytes), bytes, signer.publicKey)).toBe(true);

    const other = generateKeyPairSync('x25519');
    await writeFile(path, other.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    expect(await openKeyFile(path)).toMatchObject({ kind: 'refused', refusal: { rule: 'KEY2' } });
  });

  test('[KEY1] a missing file is refused', async () => {
    const answer = await openKeyFile(join(folder, 'missing'));
    expect(answer).toMatchObject({ kind: 'refused', refusal: { rule: 'KEY1' } });
  });

  test('[KEY2] what is no key is refused without a word of it', async () => {
    const path = join(folder, 'other');
    await writeFile(path, 'correct horse battery staple');
    const answer = await openKeyFile(path);
    expect(answer).toMatchObject({ kind: 'refused', refusal: { rule: 'KEY2' } });
    expect(JSON.stringify(answer)).not.toContain('horse');
  });
});
