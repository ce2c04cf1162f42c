import type { Batch } from '../../core/record/batch.ts';
import { systemHashing } from '../system/hashing.ts';

/** What a journal holds: each batch one line, `SHA-256␠JSON`, so that half a write shows. */
export type Journal = {
  readonly batches: readonly Batch[];
  /** Where the last whole line ends, in bytes. */
  readonly end: number;
  /** Where a line is broken that whole ones follow: not torn by a crash, but damaged since. */
  readonly damagedAt: number | null;
};

export function journalLine(batch: Batch): Buffer {
  const json = JSON.stringify(batch);
  return Buffer.from(`${systemHashing.text(json)} ${json}\n`);
}

/** Reads the bytes of a journal. What stands after `end` was never acknowledged. */
export function readJournal(bytes: Buffer): Journal {
  const batches: Batch[] = [];
  let end = 0;
  let broken: number | null = null;
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    if (newline === -1) break;
    const batch = readLine(bytes.toString('utf8', start, newline));
    if (batch === null) broken ??= start;
    else if (broken !== null) return { batches, end, damagedAt: broken };
    else {
      batches.push(batch);
      end = newline + 1;
    }
    start = newline + 1;
  }
  return { batches, end, damagedAt: null };
}

function readLine(line: string): Batch | null {
  const json = line.slice(65);
  if (line.slice(0, 65) !== `${systemHashing.text(json)} `) return null;
  // The hash is that of what this adapter wrote.
  return JSON.parse(json) as Batch;
}
