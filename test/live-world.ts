import { memoryRecordStore } from '../src/adapters/memory/record-store.ts';
import { memoryRoomBus } from '../src/adapters/memory/room-bus.ts';
import { memoryRoomRecord } from '../src/adapters/memory/room-record.ts';
import type { Seat } from '../src/core/gate/proposal.ts';
import { batchOf } from '../src/core/record/batch.ts';
import { tipOf, type Tip } from '../src/core/record/chain.ts';
import type { JsonObject } from '../src/core/record/prose.ts';
import type { ActAnswer, Caller, LiveDesk } from '../src/live/desk.ts';
import type { Line } from '../src/live/line.ts';
import { type LiveLimits, usualLimits } from '../src/live/limits.ts';
import {
  type RecordAnnouncements,
  recordAnnouncements,
} from '../src/ports/record-announcements.ts';
import type { RecordStore } from '../src/ports/record-store.ts';
import type { RoomBus } from '../src/ports/room-bus.ts';
import type { Admission } from '../src/ports/room-entry.ts';
import { serverMessage, type LiveAct, type ServerMessage } from '../src/wire/v1/live.ts';
import { person } from './open-test-database.ts';

export const caseA = '0000000a-0000-4000-8000-000000000000';

export type LiveWorld = {
  readonly store: RecordStore;
  readonly announcements: RecordAnnouncements;
  readonly bus: RoomBus;
  /** Texts of sealed papers, by their hashes. */
  readonly sealedTexts: Set<string>;
  /** Who may enter, by person and case: `sub case`. */
  readonly admissions: Map<string, Admission>;
  readonly faults: unknown[];
  /** A desk of one replica. */
  desk(other?: Partial<LiveDesk>, limits?: Partial<LiveLimits>): LiveDesk;
  /** Lets somebody in. */
  admit(n: number, admission?: Partial<Admission>, caseId?: string): Caller;
  dismiss(n: number, caseId?: string): void;
  /** Appends one event; its place in the record. */
  append(type: string, data: JsonObject, caseId?: string): Promise<number>;
};

/** A record in memory, people who may see some of it, and rooms over it without any network. */
export function liveWorld(): LiveWorld {
  const store = memoryRecordStore();
  const announcements = recordAnnouncements();
  const bus = memoryRoomBus();
  const sealedTexts = new Set<string>();
  const admissions = new Map<string, Admission>();
  const faults: unknown[] = [];
  const tips = new Map<string, Tip>();
  const usual: Admission = { record: caseA, seats: [], sealed: false, names: false, name: null };

  return {
    store,
    announcements,
    bus,
    sealedTexts,
    admissions,
    faults,
    desk: (other = {}, limits = {}) => ({
      limits: { ...usualLimits, speechMs: 5, presenceMs: 5, emptyRoomMs: 1_000, ...limits },
      identify: async (token) => (/^\d+$/u.test(token) ? person(Number(token)) : null),
      entryFor:
        ({ claims }) =>
        async (caseId) =>
          admissions.get(`${claims.sub} ${caseId}`) ?? null,
      record: memoryRoomRecord(store, (hash) => sealedTexts.has(hash)),
      announcements,
      bus,
      act: async (_, { version }: LiveAct): Promise<ActAnswer> => ({
        kind: 'acknowledged',
        version: version + 1,
      }),
      now: () => Date.now(),
      newId: () => crypto.randomUUID(),
      fault: (error) => void faults.push(error),
      ...other,
    }),
    admit(n, admission = {}, caseId = caseA) {
      const caller = person(n);
      admissions.set(`${caller.claims.sub} ${caseId}`, { ...usual, record: caseId, ...admission });
      return caller;
    },
    dismiss: (n, caseId = caseA) => void admissions.delete(`${person(n).claims.sub} ${caseId}`),
    async append(type, data, caseId = caseA) {
      const tip = tips.get(caseId) ?? tipOf(caseId, []);
      const draft = {
        id: `event-${tip.seq + 1}`,
        at: '2026-03-02T09:00:00.000Z',
        by: { seat: 'court', kind: 'court' as const },
        type,
        data,
      };
      const salt = new Uint8Array(16).fill(tip.seq % 256);
      const batch = batchOf(caseId, tip, [draft], () => salt);
      tips.set(caseId, tipOf(caseId, batch.events));
      await store.append(caseId, batch, tip.seq);
      announcements.announce(caseId);
      return tip.seq + 1;
    },
  };
}

/** An event that everybody may see, and one that only a seat may. */
export const lapsed = (n: number): [string, JsonObject] => [
  'floor-lapsed',
  { seat: 'defender', tries: n, because: { prose: `open ${n}` } },
];
export const notes = (seat: Seat, n: number): [string, JsonObject] => [
  'notes-handed',
  { seat, notes: { prose: `secret of the ${seat} ${n}` } },
];

export type ListLine = Line & {
  readonly said: ServerMessage[];
  /** Everything that went over the line, as text. */
  readonly text: () => string;
  readonly ended: { code: number; reason: string }[];
  unread: number;
};

/** A line into a list, read at once unless `unread` bytes are said to wait. */
export function listLine(): ListLine {
  const said: ServerMessage[] = [];
  const texts: string[] = [];
  const ended: { code: number; reason: string }[] = [];
  const line: ListLine = {
    said,
    ended,
    text: () => texts.join('\n'),
    unread: 0,
    send({ json }) {
      texts.push(json.toString());
      said.push(serverMessage.parse(JSON.parse(json.toString())));
    },
    buffered: () => line.unread,
    end: (code, reason) => void ended.push({ code, reason }),
  };
  return line;
}

/** Sequence numbers of the events among what was said, after the last resync. */
export function seqs(said: readonly ServerMessage[]): readonly number[] {
  const from = said.findLastIndex(({ type }) => type === 'resync') + 1;
  return said.slice(from).flatMap((message) => (message.type === 'event' ? [message.seq] : []));
}

/** Waits until it is so; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}
