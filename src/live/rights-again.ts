import type { Refusal } from '../core/refusal.ts';
import type { Admission } from '../ports/room-entry.ts';
import type { Caller, LiveDesk } from './desk.ts';
import { frameOf } from './line.ts';
import type { OpenRoom, OpenRooms } from './open-rooms.ts';
import { refusals } from './refusals.ts';
import type { Reader } from './room.ts';

type Watched = {
  readonly caller: Caller;
  readonly case: string;
  readonly open: OpenRoom;
  end(refusal: Refusal): void;
};

/** LV23: rights are asked again when something changed them, and every now and then. */
export type RightsAgain = {
  watch(reader: Reader, watched: Watched): void;
  forget(reader: Reader): void;
  /** How often rights changed so far, in any case. */
  changes(): number;
  /** Of these people, or of all. */
  changed(caseId: string, people: readonly string[] | null): void;
  /** A text of the record left, or was sealed or opened. */
  textsChanged(record: string): void;
  /** All of this may have happened anywhere. */
  allChanged(): void;
  askAll(): void;
};

/** How many callers of a room are asked about at once, so that it does not take every connection. */
const atOnce = 4;

export function rightsAgain(desk: LiveDesk, rooms: OpenRooms): RightsAgain {
  const watched = new Map<Reader, Watched>();
  /** The last time a reader was asked about: an answer to an earlier question is passed over. */
  const asked = new WeakMap<Reader, number>();
  let changes = 0;
  let questions = 0;

  async function ask(readers: readonly Reader[]): Promise<void> {
    const question = (questions += 1);
    for (const reader of readers) asked.set(reader, question);
    const line = readers.values();
    const askOnes = async (): Promise<void> => {
      for (const reader of line) await askOne(reader, question);
    };
    await Promise.all(Array.from({ length: atOnce }, askOnes));
  }

  async function askOne(reader: Reader, question: number): Promise<void> {
    const held = watched.get(reader);
    if (held === undefined) return;
    const admission = await desk
      .entryFor(held.caller)(held.case)
      .catch((error: unknown) => {
        desk.fault(error, 'rights could not be asked again');
        return refusals.trouble;
      });
    if (watched.get(reader) !== held || asked.get(reader) !== question) return;
    if (admission === null) held.end(refusals.rightsLost);
    else if ('rule' in admission) held.end(admission);
    else goOn(reader, held, admission);
  }

  function goOn(reader: Reader, { case: caseId, open }: Watched, admission: Admission): void {
    const { seats, sealed, names } = admission;
    const { sight } = reader;
    const isSame = seats.join() === sight.seats.join() && sealed === sight.sealed;
    const seesMore = seats.some((seat) => !sight.seats.includes(seat)) || (sealed && !sight.sealed);
    reader.sight = { ...sight, seats, sealed };
    reader.names = names;
    // LV24: what was hidden until now lies in the past of this reader, so that all of it comes again.
    if (seesMore) open.room.resync(reader, 'rights-changed');
    if (!isSame) {
      const version = open.room.log.version();
      const message = { case: caseId, after: reader.at, version, seats: [...seats] };
      reader.line.send(frameOf({ type: 'following', ...message }));
      open.sits(reader, seats);
    }
    reader.paused = false;
    open.room.pump(reader);
  }

  async function readAgain(open: OpenRoom): Promise<void> {
    for (const reader of open.room.readers) {
      reader.paused = true;
      asked.delete(reader);
    }
    try {
      if (await open.readAgain()) {
        for (const reader of open.room.readers) open.room.resync(reader, 'record-changed');
      }
    } catch (error) {
      desk.fault(error, 'the texts of a room could not be read again');
      for (const reader of open.room.readers) watched.get(reader)?.end(refusals.trouble);
    }
    await askPaused([...open.room.readers]);
  }

  /** Nothing is told to them until it is known what may be. */
  async function askPaused(readers: readonly Reader[]): Promise<void> {
    for (const reader of readers) reader.paused = true;
    await ask(readers);
  }

  return {
    watch: (reader, held) => void watched.set(reader, held),
    forget: (reader) => void watched.delete(reader),
    changes: () => changes,
    changed(caseId, people) {
      changes += 1;
      const readers = [...(rooms.get(caseId)?.room.readers ?? [])];
      const isMeant = ({ who }: Reader): boolean => people?.includes(who.person) ?? true;
      void askPaused(readers.filter(isMeant));
    },
    textsChanged(record) {
      changes += 1;
      for (const open of rooms.all()) if (open.record === record) void readAgain(open);
    },
    allChanged() {
      changes += 1;
      for (const open of rooms.all()) void readAgain(open);
    },
    askAll() {
      // Nobody said that anything changed: what may be told stays so until it is known otherwise.
      for (const open of rooms.all()) void ask([...open.room.readers]);
    },
  };
}
