import { link, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Refusal } from '../../core/refusal.ts';
import type { Cipher } from '../../ports/cipher.ts';
import type { MasterKey } from '../../ports/master-key.ts';
import { localMasterKey } from '../vault/local-master-key.ts';
import { isCode } from './is-code.ts';
import { makeFolder, syncFolder, writeWhole } from './durable.ts';

export type OpenedMasterKey =
  | { readonly kind: 'opened'; readonly masterKey: MasterKey }
  | RefusedMasterKey;

export type RotatedMasterKey =
  | { readonly kind: 'rotated'; readonly version: number }
  | RefusedMasterKey;

type RefusedMasterKey = { readonly kind: 'refused'; readonly refusal: Refusal };
type Versions = ReadonlyMap<number, Uint8Array>;

const longestFile = 1_000_000;

/**
 * The master key from a file for its owner alone (0600): a line per version, its number, a space and 32
 * bytes as 64 hex digits. The greatest number wraps; all of them unwrap.
 */
export async function openMasterKeyFile(path: string, cipher: Cipher): Promise<OpenedMasterKey> {
  const read = await readVersions(path);
  if (read.kind === 'refused') return read;
  return { kind: 'opened', masterKey: localMasterKey(read.versions, cipher) };
}

/** Makes the file with a first version, unless something has its name: `false`. */
export async function makeMasterKeyFile(path: string, cipher: Cipher): Promise<boolean> {
  await makeFolder(dirname(path));
  const aside = `${path}.${Buffer.from(cipher.random(8)).toString('hex')}`;
  await writeWhole(aside, written(new Map([[1, cipher.random(32)]])));
  try {
    await link(aside, path);
    return true;
  } catch (cause) {
    if (isCode(cause, 'EEXIST')) return false;
    throw cause;
  } finally {
    await unlink(aside);
    await syncFolder(dirname(path));
  }
}

/** Adds a version, with which keys are wrapped from the next opening on. */
export async function rotateMasterKeyFile(path: string, cipher: Cipher): Promise<RotatedMasterKey> {
  const read = await readVersions(path);
  if (read.kind === 'refused') return read;
  const version = Math.max(...read.versions.keys()) + 1;
  await writeWhole(path, written(new Map([...read.versions, [version, cipher.random(32)]])));
  return { kind: 'rotated', version };
}

/**
 * Takes a version out that nothing is wrapped with any more. What still is can then never be opened, by
 * nobody; the newest version stays.
 */
export async function retireMasterKeyVersion(
  path: string,
  version: number,
): Promise<RefusedMasterKey | null> {
  const read = await readVersions(path);
  if (read.kind === 'refused') return read;
  if (!read.versions.has(version) || version === Math.max(...read.versions.keys())) {
    return refused('VT10', path, `has no version ${version} that could be taken out`);
  }
  const rest = [...read.versions].filter(([one]) => one !== version);
  await writeWhole(path, written(new Map(rest)));
  return null;
}

function written(versions: Versions): string {
  const lines = Array.from(versions, ([version, key]) => {
    return `${version} ${Buffer.from(key).toString('hex')}\n`;
  });
  return lines.join('');
}

async function readVersions(
  path: string,
): Promise<{ readonly kind: 'read'; readonly versions: Versions } | RefusedMasterKey> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return refused('VT8', path, 'cannot be read');
  try {
    const found = await file.stat();
    if (!found.isFile() || found.size > longestFile) return refused('VT8', path, 'cannot be read');
    if ((found.mode & 0o077) !== 0) {
      const mode = (found.mode & 0o777).toString(8);
      return refused('VT9', path, `is open to others (mode ${mode}): «chmod 600» it`);
    }
    const versions = versionsIn(await file.readFile('latin1'));
    // What is wrong is not quoted: it could be the key.
    return versions === null
      ? refused('VT10', path, 'is not lines of a version and 64 hex digits, each version once')
      : { kind: 'read', versions };
  } finally {
    await file.close();
  }
}

/** `null` where it is no list of versions. */
function versionsIn(text: string): Versions | null {
  const versions = new Map<number, Uint8Array>();
  for (const line of text.trim().split(/\r?\n/)) {
    const [, number = '', hex = ''] = /^([1-9]\d{0,8}) ([\da-f]{64})$/i.exec(line) ?? [];
    if (number === '' || versions.has(Number(number))) return null;
    versions.set(Number(number), Buffer.from(hex, 'hex'));
  }
  return versions;
}

function refused(rule: string, path: string, why: string): RefusedMasterKey {
  const says = `The file of the master key ${path} ${why}.`;
  return { kind: 'refused', refusal: { rule, at: [path], says } };
}
