import type { Refusal } from '../../core/refusal.ts';
import { BackupFault, type FoundPart, type ReadParts } from '../../ports/backup.ts';
import { keyOfPart, type Manifest, manifest, manifestName, sealName } from './manifest.ts';

export type BackupChecked =
  | { readonly kind: 'sound'; readonly manifest: Manifest }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** SHA-256 of pieces as they come, in lower-case hex. */
export type Digest = () => { update(piece: Uint8Array): void; end(): string };

/** Longest manifest, in bytes: one line for each 4 MiB of rows. */
const mostManifest = 256 * 2 ** 20;

/** Reads a backup to its end and holds every part against its sum. Nothing is written. */
export async function checkBackup(parts: ReadParts, digest: Digest): Promise<BackupChecked> {
  try {
    return await check(parts, digest);
  } catch (error) {
    if (error instanceof BackupFault) return refused('BK2', [], error.message);
    throw error;
  }
}

async function check(parts: ReadParts, digest: Digest): Promise<BackupChecked> {
  const found: { readonly name: string; readonly size: number; readonly sha256: string }[] = [];
  const objects = { count: 0, bytes: 0 };
  let told: { readonly text: string; readonly sha256: string } | null = null;
  let seal: string | null = null;
  let object: { readonly key: string; readonly sha256: string } | null = null;
  for await (const part of parts()) {
    const { name, size } = part;
    const sumOf = keyOfPart(name, 'sums');
    if (object !== null && sumOf !== object.key) return damaged(`objects/${object.key}`);
    if (sumOf !== null) {
      if (object === null || (await textOf(part, 64)) !== object.sha256)
        return damaged(`objects/${sumOf}`);
      object = null;
      continue;
    }
    if (name === sealName) {
      seal = await textOf(part, 64);
      continue;
    }
    if (name === manifestName) {
      const text = await textOf(part, mostManifest);
      told = { text, sha256: sumOfText(digest, text) };
      continue;
    }
    const sha256 = await sumOfPart(digest, part);
    const key = keyOfPart(name, 'objects');
    if (key === null) {
      found.push({ name, size, sha256 });
      continue;
    }
    object = { key, sha256 };
    objects.count += 1;
    objects.bytes += size;
  }
  if (told === null || seal === null)
    return refused('BK2', [], 'The file breaks off: its manifest is not there.');
  if (told.sha256 !== seal) return damaged(manifestName);
  const read = manifest.safeParse(JSON.parse(told.text));
  if (!read.success)
    return refused('BK2', [manifestName], 'This is no backup of a form that is known here.');
  const bad = firstDifference(read.data, found);
  if (bad !== null) return damaged(bad);
  const { count, bytes } = read.data.objects;
  if (count !== objects.count || bytes !== objects.bytes) return damaged('objects');
  return { kind: 'sound', manifest: read.data };
}

function firstDifference({ parts }: Manifest, found: Manifest['parts']): string | null {
  for (const [n, { name, size, sha256 }] of parts.entries()) {
    const there = found[n];
    if (there?.name !== name || there.size !== size || there.sha256 !== sha256) return name;
  }
  return found[parts.length]?.name ?? null;
}

async function sumOfPart(digest: Digest, part: FoundPart): Promise<string> {
  const sum = digest();
  for await (const piece of part.content()) sum.update(piece);
  return sum.end();
}

function sumOfText(digest: Digest, text: string): string {
  const sum = digest();
  sum.update(new TextEncoder().encode(text));
  return sum.end();
}

async function textOf({ name, size, content }: FoundPart, most: number): Promise<string> {
  if (size > most) throw new BackupFault(`${name} is too large.`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of content()) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

function damaged(name: string): BackupChecked {
  return refused(
    'BK3',
    [name],
    `The part ${name} is damaged: it is not what was written. Nothing was restored.`,
  );
}

function refused(rule: string, at: readonly string[], says: string): BackupChecked {
  return { kind: 'refused', refusals: [{ rule, at, says }] };
}
