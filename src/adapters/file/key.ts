import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Refusal } from '../../core/refusal.ts';
import { ed25519Key, keyOf, type SigningKey } from '../system/ed25519-key.ts';

export type OpenedKey =
  | { readonly kind: 'opened'; readonly key: SigningKey }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * The court's key from a file: a seed of 32 bytes as 64 hex digits, or an Ed25519 private key in PEM
 * (PKCS #8).
 */
export async function openKeyFile(path: string): Promise<OpenedKey> {
  const text = await readFile(path, 'latin1').catch(() => null);
  if (text === null) return refusedKey('KEY1', path, 'cannot be read');
  const written = text.trim();
  try {
    if (/^[0-9a-f]{64}$/i.test(written)) return opened(ed25519Key(Buffer.from(written, 'hex')));
    return opened(keyOf(createPrivateKey(written)));
  } catch {
    // What the parser says could quote the file, so it stays here.
    return refusedKey('KEY2', path, 'holds neither 64 hex digits nor an Ed25519 key in PEM');
  }
}

function opened(key: SigningKey): OpenedKey {
  return { kind: 'opened', key };
}

function refusedKey(rule: string, path: string, why: string): OpenedKey {
  return { kind: 'refused', refusal: { rule, at: [path], says: `The key file ${path} ${why}.` } };
}
