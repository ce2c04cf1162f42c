import { fileRecordStore } from '../src/adapters/file/record-store.ts';
import { batchOf } from '../src/core/record/batch.ts';
import { tipOf } from '../src/core/record/chain.ts';

/** Appends to a case without end and prints the version after each acknowledgement, to be killed. */
async function appendForever(folder: string, caseId: string): Promise<never> {
  const store = fileRecordStore(folder);
  let { seq, hash } = tipOf(caseId, await store.read(caseId));
  for (;;) {
    const drafts = Array.from({ length: 1 + (seq % 3) }, (_, n) => ({
      id: `event-${seq + n + 1}`,
      at: '2026-03-02T09:00:00.000Z',
      by: { seat: 'secretary', kind: 'court' as const },
      type: 'note-made',
      data: { text: { prose: `${seq + n} `.repeat(seq % 7 === 0 ? 20_000 : 20) } },
    }));
    const batch = batchOf(caseId, { seq, hash }, drafts, () => new Uint8Array(16).fill(seq));
    const answer = await store.append(caseId, batch, seq);
    if (answer !== 'appended') throw new Error(answer);
    ({ seq, hash } = tipOf(caseId, batch.events));
    process.stdout.write(`${seq}\n`);
  }
}

const [, , folder = '', caseId = ''] = process.argv;
await appendForever(folder, caseId);
