import { z } from 'zod';
import { seats } from '../../core/gate/proposal.ts';
import { longestNews, type RoomBus, type RoomNews } from '../../ports/room-bus.ts';
import { newsParcels } from './news-parcels.ts';

/** Where news come in: of rooms, and of what the triggers of the schema tell. */
export const roomChannels = {
  news: 'court_rooms',
  rights: 'court_rights',
  texts: 'court_texts',
} as const;

const present = z.object({
  person: z.uuid(),
  name: z.string().nullable(),
  seats: z.array(z.enum(seats)),
});

const roomNews: z.ZodType<RoomNews> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('speech'),
    case: z.string(),
    seat: z.enum(seats),
    turn: z.int(),
    n: z.int(),
    words: z.string(),
    sealed: z.boolean(),
  }),
  z.object({
    kind: z.literal('presence'),
    case: z.string(),
    hub: z.string(),
    count: z.int().min(0),
    here: z.array(present),
  }),
  z.object({
    kind: z.literal('rights'),
    case: z.string(),
    people: z.array(z.string()).nullable(),
  }),
  z.object({ kind: z.literal('texts'), record: z.string() }),
]);

export type PostgresRoomBus = RoomBus & {
  /** Takes what a listener on the channels of `roomChannels` hears. */
  hear(channel: string, payload: string): void;
  /** The listener connected again: something may have been missed. */
  missed(): void;
};

/**
 * News among all replicas of one database, by NOTIFY. The words of a mind pass through it in the clear: who
 * may log in to the database and listen hears them, as who may log in as the court's server reads them.
 */
export function postgresRoomBus(parts: {
  /** One NOTIFY of its own, on `roomChannels.news`. */
  readonly notify: (payload: string) => Promise<void>;
  /** Unlike that of any other process. */
  readonly id: string;
  /** A NOTIFY that failed: its news are lost. */
  readonly onTrouble: (error: unknown) => void;
}): PostgresRoomBus {
  const members = new Set<(news: RoomNews) => void>();
  const parcels = newsParcels(parts);

  function tellAll(news: RoomNews, but?: (news: RoomNews) => void): void {
    for (const member of members) if (member !== but) member(news);
  }

  return {
    join(hear) {
      const member = (news: RoomNews): void => hear(news);
      members.add(member);
      return {
        tell(news) {
          if (!members.has(member)) return;
          const json = JSON.stringify(news);
          if (Buffer.byteLength(json) > longestNews) return;
          parcels.send(json);
          tellAll(news, member);
        },
        leave: () => void members.delete(member),
      };
    },
    hear(channel, payload) {
      if (channel === roomChannels.rights) {
        const [caseId = '', ...people] = payload.split(' ');
        tellAll({ kind: 'rights', case: caseId, people: people.length === 0 ? null : people });
      }
      if (channel === roomChannels.texts) tellAll({ kind: 'texts', record: payload });
      if (channel !== roomChannels.news) return;
      for (const json of parcels.open(payload)) {
        const news = roomNews.safeParse(json);
        // Whoever may log in to the database may send anything.
        if (news.success) tellAll(news.data);
      }
    },
    missed: () => tellAll({ kind: 'missed' }),
    async close() {
      members.clear();
      await parcels.close();
    },
  };
}
