import type { BegunHearing, HearingFolder } from '../../ports/hearing-folder.ts';
import { memoryRecordStore } from './record-store.ts';

/** A hearing that is kept for as long as the process lasts: for measures and tests. */
export function memoryHearingFolder(): HearingFolder {
  let store = memoryRecordStore();
  let begun: BegunHearing | null = null;
  let kept: ReadonlyMap<string, Uint8Array> = new Map();
  return {
    name: 'memory',
    get store() {
      return store;
    },
    async waiting() {
      return begun !== null && (await store.read(begun.case)).length > 0 ? begun : null;
    },
    async begin(hearing, documents) {
      store = memoryRecordStore();
      begun = hearing;
      kept = documents;
    },
    documents: async () => kept,
    async finish() {
      begun = null;
    },
    async close() {},
  };
}
