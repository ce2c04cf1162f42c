import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseStream, caseStream } from '../../core/record/batch.ts';
import { recordAnnouncements } from '../../ports/record-announcements.ts';
import { type RecordStore, RecordStoreFault } from '../../ports/record-store.ts';
import { type CaseFile, openCaseFile, readSound } from './case-file.ts';
import { isCode } from './is-code.ts';

/**
 * A folder per case under `root`, in it the journal: each batch one checked line, acknowledged after
 * fdatasync. Survives kill -9 at any moment and loss of power as far as the disk keeps its word. One
 * process writes to a case at a time; followers see what their own process writes.
 */
export function fileRecordStore(root: string): RecordStore {
  const opened = new Map<string, Promise<CaseFile>>();
  const turns = new Map<string, Promise<unknown>>();
  const announcements = recordAnnouncements();
  const folderOf = (caseId: string): string => join(root, folderName(caseId));

  /** One after the other within a case. */
  function inTurn<Result>(caseId: string, run: () => Promise<Result>): Promise<Result> {
    const turn = (turns.get(caseId) ?? Promise.resolve()).then(run, run);
    turns.set(caseId, turn);
    return turn;
  }

  async function writing(caseId: string): Promise<CaseFile> {
    const file = opened.get(caseId) ?? openCaseFile(folderOf(caseId), caseId);
    opened.set(caseId, file);
    return file;
  }

  async function streamOf(caseId: string): Promise<CaseStream> {
    // Whether this process may write or not, it may read.
    const own = await opened.get(caseId)?.catch(() => undefined);
    return own?.stream ?? readStream(folderOf(caseId), caseId);
  }

  const read: RecordStore['read'] = (caseId, from = 1) =>
    faulted(async () => (await streamOf(caseId)).events.slice(Math.max(0, from - 1)));

  return {
    read,
    append: (caseId, batch, expected) =>
      inTurn(caseId, () =>
        faulted(async () => {
          try {
            const answer = await (await writing(caseId)).append(batch, expected);
            if (answer === 'appended') announcements.announce(caseId);
            return answer;
          } catch (cause) {
            // A bug of the writer leaves the file as it was; after a fault it is opened anew.
            if (!(cause instanceof TypeError)) opened.delete(caseId);
            throw cause;
          }
        }),
      ),
    texts: (caseId) => faulted(async () => (await streamOf(caseId)).texts.slice()),
    follow: (caseId, from, signal) =>
      announcements.follow(caseId, from, signal, (next) => read(caseId, next)),
    cases: () => faulted(() => casesIn(root)),
    async close() {
      await Promise.allSettled(turns.values());
      for (const file of opened.values()) await (await file).close();
      opened.clear();
    },
  };
}

/** What another process wrote so far; a line that it is just writing is not there yet. */
async function readStream(folder: string, caseId: string): Promise<CaseStream> {
  const stream = caseStream(caseId);
  const file = await open(join(folder, 'journal'), 'r').catch(noneWhereMissing);
  if (file === null) return stream;
  try {
    const { batches } = await readSound(folder, file);
    for (const batch of batches) stream.take(batch);
    return stream;
  } finally {
    await file.close();
  }
}

async function casesIn(root: string): Promise<readonly string[]> {
  const names = (await readdir(root).catch(noneWhereMissing)) ?? [];
  const sizes = await Promise.all(
    names.map((name) => stat(join(root, name, 'journal')).catch(noneWhereMissing)),
  );
  return names
    .filter((_, at) => (sizes[at]?.size ?? 0) > 0)
    .map((name) => decodeURIComponent(name.replace(/^%$/, '')))
    .toSorted();
}

/** A name that no file system reads as something else: no dots, no slashes, never empty. */
function folderName(caseId: string): string {
  const name = encodeURIComponent(caseId).replace(
    /[.!'()*~]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return name === '' ? '%' : name;
}

function noneWhereMissing(cause: unknown): null {
  if (isCode(cause, 'ENOENT')) return null;
  throw cause;
}

const passing = ['EAGAIN', 'EBUSY', 'EDQUOT', 'EMFILE', 'ENFILE', 'ENOSPC'];

/** What the file system says becomes a fault of this port; bugs and faults stay what they are. */
async function faulted<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause;
    const retryable = passing.some((code) => isCode(cause, code));
    throw new RecordStoreFault(`the record could not be kept: ${cause.message}`, retryable, cause);
  }
}
