import { setTimeout as pause } from 'node:timers/promises';
import type { Seat } from '../core/gate/proposal.ts';
import type { Present } from '../ports/room-bus.ts';
import type { LiveDesk } from './desk.ts';
import { frameOf } from './line.ts';
import { presenceOf } from './presence.ts';
import { type Lagging, makeRoom, type Reader, type Room } from './room.ts';
import { roomLog } from './room-log.ts';

/** A room with its record behind it, and who is in it. */
export type OpenRoom = {
  readonly room: Room;
  /** The name that the events of its case carry. */
  readonly record: string;
  enter(reader: Reader): void;
  leave(reader: Reader): void;
  /** The seats of a reader changed. */
  sits(reader: Reader, seats: readonly Seat[]): void;
  /** Who is in the part of the room that another replica holds. */
  there(hub: string, here: readonly Present[], count: number): void;
  /** Reads what is on the record already and was not announced here yet. */
  catchUp(): Promise<void>;
  /** Reads the record anew; whether one of its texts left or is shown to others than before. */
  readAgain(): Promise<boolean>;
};

export type OpenRooms = {
  get(caseId: string): OpenRoom | undefined;
  all(): readonly OpenRoom[];
  /** Opens the room, or finds it open; it closes by itself some time after its last reader left. */
  open(caseId: string, record: string): Promise<OpenRoom>;
  /** Looks into every record for what nobody told of. */
  lookAgain(): void;
  figures(): { readonly rooms: number; readonly readers: number };
  close(): void;
};

/** How often other replicas are told who is here, and how long one that is silent is believed. */
const beatMs = 10_000;
const silentMs = 35_000;

/** How much longer comings are gathered for every reader who has to be told of them, in milliseconds. */
const presenceMsOfReader = 0.5;

type Held = OpenRoom & {
  beat(): void;
  close(): void;
};

export function openRooms(
  desk: LiveDesk,
  lagging: Lagging,
  tellPresence: (caseId: string, count: number, here: readonly Present[]) => void,
): OpenRooms {
  const rooms = new Map<string, Held>();
  const opening = new Map<string, Promise<Held>>();
  const { limits, announcements } = desk;
  const beat = setInterval(() => {
    for (const held of rooms.values()) held.beat();
    lookAgain();
  }, beatMs);
  beat.unref();

  function lookAgain(): void {
    for (const { record } of rooms.values()) announcements.announce(record);
  }

  async function open(caseId: string, record: string): Promise<Held> {
    const log = roomLog(caseId, limits.frameBytes);
    log.take(await desk.record(record, 1));
    const room = makeRoom(caseId, log, limits, () => desk.now(), lagging);
    const presence = presenceOf(caseId, limits.listed);
    const stop = new AbortController();
    let isEmpty: NodeJS.Timeout | null = null;
    let news: NodeJS.Timeout | null = null;
    let isToTell = false;

    async function read(from: number) {
      const part = await desk.record(record, from);
      log.take(part);
      room.pumpAll();
      return part.events;
    }

    async function follow(): Promise<void> {
      for (let failures = 0; !stop.signal.aborted; failures += 1) {
        try {
          const from = log.version() + 1;
          for await (const _ of announcements.follow(record, from, stop.signal, read)) failures = 0;
        } catch (error) {
          desk.fault(error, `the record of ${caseId} could not be followed`);
          const wait = Math.min(5_000, 100 * 2 ** failures);
          await pause(wait, null, { signal: stop.signal }).catch(() => {});
        }
      }
    }

    function people(): readonly Present[] {
      const here = new Map<string, Present>();
      for (const { who, sight } of room.readers)
        here.set(who.person, { ...who, seats: sight.seats });
      return [...here.values()];
    }

    function tellOthers(here: readonly Present[]): void {
      const ranked = here.toSorted((one, other) => other.seats.length - one.seats.length);
      tellPresence(caseId, here.length, ranked.slice(0, limits.listed));
    }

    function peopleChanged(): void {
      isToTell = true;
      tellPeopleSoon();
    }

    function tellPeopleSoon(): void {
      const wait = Math.max(limits.presenceMs, room.readers.size * presenceMsOfReader);
      news ??= setTimeout(() => {
        news = null;
        const here = people();
        presence.here(here);
        if (isToTell) tellOthers(here);
        isToTell = false;
        tellPeople();
      }, wait);
    }

    function tellPeople(): void {
      const changes = presence.changes();
      if (changes === null) return;
      const [named, plain] = [frameOf(changes.named), frameOf(changes.plain)];
      room.tell(named, (reader) => reader.names);
      room.tell(plain, (reader) => !reader.names);
    }

    function close(): void {
      stop.abort();
      if (isEmpty !== null) clearTimeout(isEmpty);
      if (news !== null) clearTimeout(news);
      rooms.delete(caseId);
      tellPresence(caseId, 0, []);
    }

    function closeIfEmpty(): void {
      if (isEmpty !== null) clearTimeout(isEmpty);
      isEmpty = room.readers.size > 0 ? null : setTimeout(close, limits.emptyRoomMs);
      isEmpty?.unref();
    }

    closeIfEmpty();
    void follow();
    return {
      room,
      record,
      enter(reader) {
        room.add(reader);
        closeIfEmpty();
        reader.line.send(frameOf(presence.whole(reader.names)));
        room.pump(reader);
        peopleChanged();
      },
      leave(reader) {
        room.remove(reader);
        closeIfEmpty();
        peopleChanged();
      },
      sits: peopleChanged,
      there(hub, here, count) {
        // Who has just opened the room knows of nobody yet.
        if (presence.there(hub, here, count, desk.now())) isToTell = true;
        tellPeopleSoon();
      },
      async catchUp() {
        await read(log.version() + 1);
      },
      async readAgain() {
        let whole = await desk.record(record, 1);
        // Events came while it was read: they would be missing.
        while (whole.events.length < log.version()) whole = await desk.record(record, 1);
        return log.takeAgain(whole);
      },
      beat() {
        if (room.readers.size > 0) tellOthers(people());
        presence.forgetBefore(desk.now() - silentMs);
        tellPeople();
      },
      close,
    };
  }

  return {
    get: (caseId) => rooms.get(caseId),
    all: () => [...rooms.values()],
    async open(caseId, record) {
      const held = rooms.get(caseId) ?? opening.get(caseId);
      if (held !== undefined) return await held;
      const made = open(caseId, record);
      opening.set(caseId, made);
      try {
        const ready = await made;
        rooms.set(caseId, ready);
        return ready;
      } finally {
        opening.delete(caseId);
      }
    },
    lookAgain,
    figures: () => ({
      rooms: rooms.size,
      readers: [...rooms.values()].reduce((sum, { room }) => sum + room.readers.size, 0),
    }),
    close() {
      clearInterval(beat);
      for (const held of rooms.values()) held.close();
    },
  };
}
