import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BegunHearing, HearingFolder } from '../../ports/hearing-folder.ts';
import { RecordStoreFault } from '../../ports/record-store.ts';
import { lockCase, type CaseLock } from './case-lock.ts';
import { makeFolder, writeWhole } from './durable.ts';
import { isCode } from './is-code.ts';
import { fileRecordStore } from './record-store.ts';

const begunHearing = z.strictObject({
  inputs: z.strictObject({
    papers: z.string(),
    jurisdiction: z.string(),
    key: z.string().nullable(),
    clock: z.string().nullable(),
  }),
  case: z.string(),
  seed: z.string().nullable(),
});

/**
 * A hearing in a folder of its own: `begun.json`, the documents by their hashes, the record. It is there
 * while the hearing is, for its owner's eyes only, and held by one process at a time.
 */
export function fileHearingFolder(path: string): HearingFolder {
  const store = fileRecordStore(join(path, 'record'));
  const begun = join(path, 'begun.json');
  const kept = join(path, 'documents');
  let lock: CaseLock | undefined;

  async function hold(): Promise<void> {
    lock ??= await lockCase(join(path, 'lock'));
  }

  async function release(): Promise<void> {
    await store.close();
    await lock?.release();
    lock = undefined;
  }

  /** What was begun goes first: without it nothing waits, whatever else is still there. */
  async function clear(): Promise<void> {
    await rm(begun, { force: true });
    for (const name of await readdir(path)) {
      if (name !== 'lock') await rm(join(path, name), { recursive: true, force: true });
    }
  }

  return {
    name: path,
    store,
    async waiting() {
      if ((await readBegun(begun)) === null) return null;
      await hold();
      const hearing = await readBegun(begun);
      return hearing !== null && (await store.read(hearing.case)).length > 0 ? hearing : null;
    },
    async begin(hearing, documents) {
      await makeFolder(path);
      await hold();
      await clear();
      await makeFolder(kept);
      for (const [sha256, bytes] of documents) await writeWhole(join(kept, sha256), bytes);
      await writeWhole(begun, JSON.stringify(hearing));
    },
    async documents() {
      const names = (await readdir(kept)).toSorted();
      const bytes = names.map(async (name) => new Uint8Array(await readFile(join(kept, name))));
      return new Map((await Promise.all(bytes)).map((one, at) => [names[at] ?? '', one]));
    },
    async finish() {
      await store.close();
      await clear();
      await release();
      await rmdir(path).catch(unlessTaken);
    },
    close: release,
  };
}

async function readBegun(path: string): Promise<BegunHearing | null> {
  try {
    return begunHearing.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    if (cause instanceof Error && 'syscall' in cause) throw cause;
    throw new RecordStoreFault(`${path} is damaged`, false, cause);
  }
}

/** Somebody else may begin another hearing here at once. */
function unlessTaken(cause: unknown): void {
  if (!isCode(cause, 'ENOTEMPTY')) throw cause;
}
