import { constants } from 'node:fs';
import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Batch, type CaseStream, caseStream } from '../../core/record/batch.ts';
import { type Appended, RecordStoreFault } from '../../ports/record-store.ts';
import { type CaseLock, lockCase } from './case-lock.ts';
import { makeFolder, syncFolder } from './durable.ts';
import { journalLine, readJournal, type Journal } from './journal.ts';

/** A case that this process writes to: its journal open, its lock held, its events in memory. */
export type CaseFile = {
  readonly stream: CaseStream;
  /** Acknowledges after the disk did. On a fault the case file is spent and to be opened anew. */
  append(batch: Batch, expected: number): Promise<Appended>;
  close(): Promise<void>;
};

/** Opens the journal in `folder`, making both where they are not there, and cuts a torn tail. */
export async function openCaseFile(folder: string, caseId: string): Promise<CaseFile> {
  await makeFolder(folder);
  const lock = await lockCase(join(folder, 'lock'));
  try {
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND;
    const file = await open(join(folder, 'journal'), flags, 0o600);
    return await readCaseFile(folder, caseId, file, lock).catch(async (cause: unknown) => {
      await file.close();
      throw cause;
    });
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

async function readCaseFile(
  folder: string,
  caseId: string,
  file: FileHandle,
  lock: CaseLock,
): Promise<CaseFile> {
  await syncFolder(folder);
  const stream = caseStream(caseId);
  let end = await mendJournal(folder, file, stream);
  let spent = false;

  async function close(): Promise<void> {
    await file.close();
    await lock.release();
  }

  async function write(batch: Batch): Promise<void> {
    const line = journalLine(batch);
    await lock.check();
    if ((await file.stat()).size !== end) {
      throw new RecordStoreFault(`${folder}: somebody else wrote to the journal`, true);
    }
    try {
      for (let done = 0; done < line.length;) {
        done += (await file.write(line, done)).bytesWritten;
      }
      await file.datasync();
    } catch (cause) {
      // What stands after `end` was not acknowledged; where cutting fails too, opening cuts it.
      await file.truncate(end).catch(() => undefined);
      throw cause;
    }
    end += line.length;
  }

  return {
    stream,
    async append(batch, expected) {
      if (spent) throw new RecordStoreFault(`${folder}: the last write failed`, true);
      const answer = stream.admit(batch, expected);
      if (answer !== 'appended') return answer;
      try {
        await write(batch);
      } catch (cause) {
        spent = true;
        await close().catch(() => undefined);
        throw cause;
      }
      stream.take(batch);
      return answer;
    },
    close: async () => (spent ? undefined : close()),
  };
}

/** Takes in what is whole, lays what is torn aside, and says where the journal ends. */
async function mendJournal(folder: string, file: FileHandle, stream: CaseStream): Promise<number> {
  const { bytes, batches, end } = await readSound(folder, file);
  for (const batch of batches) stream.take(batch);
  if (end < bytes.length) {
    await writeFile(join(folder, `torn-${end}`), bytes.subarray(end), { mode: 0o600 });
    await file.truncate(end);
    await file.sync();
  }
  return end;
}

/**
 * The bytes of the journal in `folder`, and what of them is whole.
 *
 * @throws RecordStoreFault where it is not torn but damaged
 */
export async function readSound(
  folder: string,
  file: FileHandle,
): Promise<Pick<Journal, 'batches' | 'end'> & { readonly bytes: Buffer }> {
  const bytes = await readWhole(file);
  const { batches, end, damagedAt } = readJournal(bytes);
  if (damagedAt === null) return { bytes, batches, end };
  throw new RecordStoreFault(`${folder}: the journal is damaged at byte ${damagedAt}`, false);
}

/** As far as the file goes by its own account, for what is no file may have no end. */
async function readWhole(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const bytes = Buffer.alloc(size);
  let done = 0;
  while (done < size) {
    const { bytesRead } = await file.read(bytes, done, size - done, done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
