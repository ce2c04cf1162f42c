import type { RecordStore } from '../../ports/record-store.ts';
import type { RoomRecord } from '../../ports/room-record.ts';

/** The record of a store that keeps everything at hand; `sealed` tells the texts of sealed papers. */
export function memoryRoomRecord(
  store: Pick<RecordStore, 'read' | 'texts'>,
  sealed: (hash: string) => boolean = () => false,
): RoomRecord {
  return async (record, from) => {
    const [events, texts] = await Promise.all([store.read(record, from), store.texts(record)]);
    const held = new Set(JSON.stringify(events).match(/[0-9a-f]{64}/gu));
    return {
      events,
      texts: texts
        .filter(({ hash }) => held.has(hash))
        .map(({ hash, text }) => ({ hash, text, sealed: sealed(hash) })),
    };
  };
}
