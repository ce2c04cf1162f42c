import { createPrivateKey, randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { Refusal } from '../../core/refusal.ts';
import { ed25519Key, keyOf, type SigningKey } from '../system/ed25519-key.ts';

export type OpenedKey =
  | { readonly kind: 'opened'; readonly key: SigningKey }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * The court's key from a file: a seed of 32 bytes as 64 hex digits, or an Ed25519 private key in PEM
 * (PKCS #8). With `create`, a file that is not there is made, for its owner's eyes only (0600).
 */
export async function openKeyFile(path: string, create = false): Promise<OpenedKey> {
  const text = await readKey(path, create);
  if (text === null) return refusedKey('KEY1', path, 'cannot be read');
  try {
    if (/^[0-9a-f]{64}$/i.test(text)) return opened(ed25519Key(Buffer.from(text, 'hex')));
    return opened(keyOf(createPrivateKey(text)));
  } catch {
    // What the parser says could quote the file, so it stays here.
    return refusedKey('KEY2', path, 'holds neither 64 hex digits nor an Ed25519 key in PEM');
  }
}

async function readKey(path: string, create: boolean): Promise<string | null> {
  try {
    if (create) await createSeed(path);
    return (await readFile(path, 'latin1')).trim();
  } catch {
    return null;
  }
}

async function createSeed(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EEXIST') return null;
    throw cause;
  });
  if (file === null) return;
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

function opened(key: SigningKey): OpenedKey {
  return { kind: 'opened', key };
}

function refusedKey(rule: string, path: string, why: string): OpenedKey {
  return { kind: 'refused', refusal: { rule, at: [path], says: `The key file ${path} ${why}.` } };
}
