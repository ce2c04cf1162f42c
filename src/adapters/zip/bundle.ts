import { zipSync } from 'fflate';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type BundleFiles, bundleFiles, type BundleParts } from '../../core/record/bundle.ts';
import type { Refusal } from '../../core/refusal.ts';
import { systemHashing } from '../system/hashing.ts';

/** A bundle as one archive: the same bytes for the same parts. */
export function writeBundle(caseId: string, parts: BundleParts): Uint8Array {
  const files = bundleFiles(caseId, parts, systemHashing);
  // Zip keeps local time; the first noon it can tell is the same everywhere.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1, 12) });
}

export type BundleLimits = {
  readonly entries: number;
  /** Bytes of all files together, unpacked. */
  readonly bytes: number;
};

const usualBundleLimits: BundleLimits = { entries: 10_000, bytes: 512 * 1024 * 1024 };

export type ReadBundle =
  | { readonly kind: 'read'; readonly files: BundleFiles }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * The files of an archive. What its directory claims is judged before anything is unpacked, and a file
 * that holds more than it claims ends the reading.
 */
export async function readBundle(
  bytes: Uint8Array,
  limits: BundleLimits = usualBundleLimits,
): Promise<ReadBundle> {
  try {
    const archive = await fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { strictFileNames: true, validateEntrySizes: true },
    );
    const entries: Entry[] = [];
    for await (const entry of archive.eachEntry()) {
      entries.push(entry);
      if (entries.length > limits.entries) break;
    }
    const refusals = refusalsOf(entries, limits);
    if (refusals.length > 0) return { kind: 'refused', refusals };
    return { kind: 'read', files: await unpack(archive, entries) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { kind: 'refused', refusals: [refusal('BN1', [], `It is no readable zip: ${why}.`)] };
  }
}

/** Names that a bundle may have: plain ones, at most one folder deep, no dot at the beginning. */
const plainName = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

function refusalsOf(entries: readonly Entry[], limits: BundleLimits): readonly Refusal[] {
  const names = entries.map(({ fileName }) => fileName);
  if (names.length > limits.entries) {
    return [refusal('BN2', [], `It holds more than ${limits.entries} files.`)];
  }
  const size = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (size > limits.bytes) {
    return [refusal('BN2', [], `It unpacks to ${size} bytes; the limit is ${limits.bytes}.`)];
  }
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  for (const name of names) {
    if (!plainName.test(name)) {
      refusals.push(refusal('BN3', [name], `${JSON.stringify(name)} is no name for its files.`));
    }
    if (seen.has(name)) refusals.push(refusal('BN4', [name], `It holds ${name} twice.`));
    seen.add(name);
  }
  for (const name of ['manifest.json', 'record.jsonl', 'texts.jsonl']) {
    if (!seen.has(name)) refusals.push(refusal('BN5', [name], `It has no ${name}.`));
  }
  return refusals;
}

async function unpack(archive: ZipFile, entries: readonly Entry[]): Promise<BundleFiles> {
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      if (chunk instanceof Uint8Array) chunks.push(chunk);
    }
    files.set(entry.fileName, new Uint8Array(Buffer.concat(chunks)));
  }
  return files;
}

function refusal(rule: string, at: readonly string[], says: string): Refusal {
  return { rule, at, says };
}
