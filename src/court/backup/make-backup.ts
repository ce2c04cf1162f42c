import type { BackupFile, DatabaseSnapshot, Part } from '../../ports/backup.ts';
import type { ObjectStorage } from '../../ports/object-storage.ts';
import { type Manifest, manifestName, partNames, sealName } from './manifest.ts';

export type BackupSources = {
  readonly snapshot: DatabaseSnapshot;
  readonly storage: Pick<ObjectStorage, 'get'>;
  readonly file: BackupFile;
};

export type BackupMade =
  | {
      readonly kind: 'made';
      readonly manifest: Manifest;
      /** Storage keys that a document names and under which nothing lies. */
      readonly missing: readonly string[];
    }
  /** Something has the name of the file, and stays. */
  | { readonly kind: 'taken' };

/** UTF-16 code units of rows that go into one part. */
const partSize = 4 * 2 ** 20;
/** Of many missing objects the first are named. */
const mostMissing = 1_000;

/**
 * Writes one moment of the court into one file: every table, the end of every chain, and the bytes of every
 * document as they lie in the storage, encrypted. No key is in it.
 */
export async function makeBackup({ snapshot, storage, file }: BackupSources): Promise<BackupMade> {
  const parts: Part[] = [];
  const tables: Manifest['tables'] = [];
  for (const table of snapshot.tables) {
    const name = (n: number): string => partNames.rows(table.name, n);
    const rows = await addInParts(file, snapshot.rows(table), name, parts);
    tables.push({ name: table.name, columns: [...table.columns], rows });
  }
  const heads = await addInParts(file, asLines(snapshot), partNames.heads, parts);
  const { objects, missing } = await addObjects(snapshot, storage, file);
  const manifest: Manifest = {
    format: 'first-court backup',
    version: 1,
    takenAt: snapshot.takenAt,
    migrations: [...snapshot.migrations],
    tables,
    heads,
    objects,
    parts,
  };
  const told = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
  const { sha256 } = await file.add(manifestName, told.length, [told]);
  await addText(file, sealName, sha256);
  return (await file.finish()) ? { kind: 'made', manifest, missing } : { kind: 'taken' };
}

/** Gathers lines to parts of about one size; answers how many lines there were. */
async function addInParts(
  file: BackupFile,
  batches: AsyncIterable<readonly string[]>,
  nameOf: (n: number) => string,
  parts: Part[],
): Promise<number> {
  let waiting: string[] = [];
  let size = 0;
  let lines = 0;
  let n = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    parts.push(await file.addLines(nameOf((n += 1)), waiting));
    [waiting, size] = [[], 0];
  };
  for await (const batch of batches) {
    for (const line of batch) {
      waiting.push(line);
      size += line.length;
      lines += 1;
      if (size >= partSize) await flush();
    }
  }
  await flush();
  return lines;
}

async function* asLines(snapshot: DatabaseSnapshot): AsyncGenerator<readonly string[]> {
  for await (const { record, seq, hash } of snapshot.heads()) {
    yield [JSON.stringify({ record, seq, hash })];
  }
}

async function addObjects(
  snapshot: DatabaseSnapshot,
  storage: Pick<ObjectStorage, 'get'>,
  file: BackupFile,
) {
  const objects = { count: 0, bytes: 0 };
  const missing: string[] = [];
  for await (const key of snapshot.storageKeys()) {
    const given = await storage.get(key);
    if (given === null) {
      if (missing.length < mostMissing) missing.push(key);
      continue;
    }
    const { size, sha256 } = await file.add(partNames.object(key), given.size, given.content);
    await addText(file, partNames.sum(key), sha256);
    objects.count += 1;
    objects.bytes += size;
  }
  return { objects, missing };
}

async function addText(file: BackupFile, name: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  await file.add(name, bytes.length, [bytes]);
}
