import { caseStream } from '../../core/record/batch.ts';
import { recordAnnouncements } from '../../ports/record-announcements.ts';
import type { RecordStore } from '../../ports/record-store.ts';

/** A record that lasts as long as the process: for tests, rehearsals and a single hearing. */
export function memoryRecordStore(): RecordStore {
  const streams = new Map<string, ReturnType<typeof caseStream>>();
  const announcements = recordAnnouncements();
  const read: RecordStore['read'] = async (caseId, from = 1) =>
    streams.get(caseId)?.events.slice(Math.max(0, from - 1)) ?? [];
  return {
    read,
    async append(caseId, batch, expected) {
      const stream = streams.get(caseId) ?? caseStream(caseId);
      const answer = stream.admit(batch, expected);
      if (answer === 'appended') {
        stream.take(batch);
        streams.set(caseId, stream);
        announcements.announce(caseId);
      }
      return answer;
    },
    async texts(caseId) {
      return streams.get(caseId)?.texts.slice() ?? [];
    },
    follow: (caseId, from, signal) =>
      announcements.follow(caseId, from, signal, (next) => read(caseId, next)),
    async cases() {
      return [...streams.keys()].toSorted();
    },
    async close() {},
  };
}
