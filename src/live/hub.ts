import type { Refusal } from '../core/refusal.ts';
import type { RoomNews } from '../ports/room-bus.ts';
import type { LiveDetail } from '../wire/v1/live.ts';
import type { Caller, LiveDesk, Speech } from './desk.ts';
import type { Line } from './line.ts';
import { openRooms, type OpenRoom } from './open-rooms.ts';
import { frameOf } from './line.ts';
import { laggingReaders } from './lagging.ts';
import { refusals } from './refusals.ts';
import type { Reader } from './room.ts';
import { spokenWords } from './spoken.ts';
import { rightsAgain } from './rights-again.ts';

/** Somebody who follows a case. */
export type Following = { readonly at: () => number; leave(): void };

export type FollowRequest = {
  readonly case: string;
  /** The last event that the reader knows. */
  readonly after: number;
  readonly detail: LiveDetail;
};

/** All rooms of one process. */
export type Hub = {
  /**
   * Tells a case on a line from an event on until one of them leaves. `ended` is called where the court ends
   * it: rights were lost, the reader is too slow.
   */
  follow(
    line: Line,
    caller: Caller,
    request: FollowRequest,
    ended: (refusal: Refusal, at: number) => void,
  ): Promise<Following | Refusal>;
  /** Words of a mind, to all who follow the case on any replica. */
  say(speech: Speech): void;
  /** Rights in a case changed: to be told on every replica. Where the database tells it, nobody has to. */
  changed(caseId: string, people?: readonly string[]): void;
  figures(): { readonly rooms: number; readonly readers: number; readonly slow: number };
  close(): void;
};

export function liveHub(desk: LiveDesk): Hub {
  const { limits } = desk;
  const id = desk.newId();
  const member = desk.bus.join(hear);
  const lagging = laggingReaders(limits, () => desk.now());
  const rooms = openRooms(desk, lagging, (caseId, count, here) => {
    member.tell({ kind: 'presence', case: caseId, hub: id, count, here });
  });
  const rights = rightsAgain(desk, rooms);
  const spoken = spokenWords(limits.speechMs, (speech) => {
    member.tell({ kind: 'speech', ...speech });
    tellSpeech(speech);
  });
  const rightsTimer = setInterval(() => rights.askAll(), limits.rightsMs);
  rightsTimer.unref();

  function tellSpeech({ sealed, ...speech }: Speech & { readonly n: number }): void {
    const open = rooms.get(speech.case);
    // What is said after the turn has its event is no news any more.
    if (open === undefined || open.room.log.version() > speech.turn) return;
    const { case: caseId, seat, turn, n, words } = speech;
    const frame = frameOf({ type: 'speech', case: caseId, seat, turn, n, words });
    open.room.tell(frame, (reader) => !sealed || reader.sight.sealed);
  }

  function hear(news: RoomNews): void {
    switch (news.kind) {
      case 'speech':
        tellSpeech(news);
        return;
      case 'presence':
        rooms.get(news.case)?.there(news.hub, news.here, news.count);
        return;
      case 'rights':
        rights.changed(news.case, news.people);
        return;
      case 'texts':
        rights.textsChanged(news.record);
        return;
      case 'missed':
        rooms.lookAgain();
        rights.allChanged();
    }
  }

  async function follow(
    line: Line,
    caller: Caller,
    request: FollowRequest,
    ended: (refusal: Refusal, at: number) => void,
  ): Promise<Following | Refusal> {
    const entered = await enter(caller, request);
    if (entered === null) return refusals.noSuchCase;
    const { open, admission } = entered;
    const version = open.room.log.version();
    const isKnown = request.after <= version;
    const { seats, sealed, names, name } = admission;
    const reader: Reader = {
      line,
      who: { person: caller.claims.sub, name, seats },
      sight: { seats, sealed, detail: request.detail },
      names,
      at: isKnown ? request.after : 0,
      paused: false,
      slowSince: null,
    };
    const leave = (): void => {
      lagging.remove(reader);
      rights.forget(reader);
      open.leave(reader);
    };
    const end = (refusal: Refusal): void => {
      leave();
      ended(refusal, reader.at);
    };
    lagging.watch(
      reader,
      () => end(refusals.slow),
      () => open.room.pump(reader),
    );
    rights.watch(reader, { caller, case: request.case, open, end });
    // A record that is shorter than what the reader knows is another one: it was restored.
    if (!isKnown) open.room.resync(reader, 'record-changed');
    const message = { case: request.case, after: reader.at, version, seats: [...seats] };
    line.send(frameOf({ type: 'following', ...message }));
    open.enter(reader);
    return { at: () => reader.at, leave };
  }

  /** Rights are asked and the room is opened as one: where they change in between, both are done again. */
  async function enter(caller: Caller, { case: caseId, after }: FollowRequest) {
    for (;;) {
      const before = rights.changes();
      const admission = await desk.entryFor(caller)(caseId);
      if (admission === null) return null;
      const open: OpenRoom = await rooms.open(caseId, admission.record);
      // Another replica may have told the reader what was not announced here yet.
      if (after > open.room.log.version()) await open.catchUp();
      if (rights.changes() === before && rooms.get(caseId) === open) {
        return { open, admission };
      }
    }
  }

  return {
    follow,
    say: (speech) => spoken.say(speech),
    changed(caseId, people) {
      member.tell({ kind: 'rights', case: caseId, people: people ?? null });
      rights.changed(caseId, people ?? null);
    },
    figures: () => ({ ...rooms.figures(), slow: lagging.size() }),
    close() {
      clearInterval(rightsTimer);
      spoken.flush();
      rooms.close();
      lagging.close();
      member.leave();
    },
  };
}
