import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { longestNews, type RoomBus, type RoomNews } from './room-bus.ts';

/** Two buses that are one, as replicas have them; in one process both may be the same. */
export type Buses = { readonly here: RoomBus; readonly there: RoomBus };

const caseId = '0000000a-0000-4000-8000-000000000000';
const spoken = (n: number, words: string): RoomNews => ({
  kind: 'speech',
  case: caseId,
  seat: 'judge',
  turn: 7,
  n,
  words,
  sealed: false,
});

/** Holds a bus to RB1 to RB4. */
export function roomBusContract(name: string, open: () => Promise<Buses>): void {
  async function opened() {
    const { here, there } = await open();
    onTestFinished(async () => {
      await here.close();
      await there.close();
    });
    const member = (bus: RoomBus) => {
      const heard: RoomNews[] = [];
      return { heard, ...bus.join((news) => void heard.push(news)) };
    };
    return { teller: member(here), neighbour: member(here), far: member(there) };
  }

  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await pause(2);
  };

  describe(`bus of rooms: ${name}`, () => {
    test('[RB1] news reach every other member, each once, and never the teller', async () => {
      const { teller, neighbour, far } = await opened();
      const news: readonly RoomNews[] = [
        spoken(0, 'Order.'),
        { kind: 'presence', case: caseId, hub: 'h1', count: 1, here: [] },
        { kind: 'rights', case: caseId, people: null },
        { kind: 'texts', record: 'A 1' },
      ];
      for (const one of news) teller.tell(one);
      await until(() => far.heard.length === news.length && neighbour.heard.length === news.length);
      far.tell(spoken(1, 'end'));
      await until(() => teller.heard.length > 0 && neighbour.heard.length > news.length);
      expect(neighbour.heard).toEqual([...news, spoken(1, 'end')]);
      expect(far.heard).toEqual(news);
      expect(teller.heard).toEqual([spoken(1, 'end')]);
    });

    test('[RB2] what one member tells comes in the order in which it was told', async () => {
      const { teller, far } = await opened();
      const all = Array.from({ length: 2_000 }, (_, n) => spoken(n, `word ${n} `.repeat(n % 9)));
      for (const [n, news] of all.entries()) {
        teller.tell(news);
        if (n % 300 === 0) await pause(1);
      }
      await until(() => far.heard.length === all.length);
      expect(far.heard).toEqual(all);
    });

    test('[RB3] news of up to 64 KiB arrive whole, in any letters, or not at all', async () => {
      const { teller, far } = await opened();
      const letters = fc.string({ unit: 'binary', maxLength: 400 });
      const texts = fc.sample(letters, 60).map((text) => text.toWellFormed());
      const long = ['ñ😀\n'.repeat(6_000), 'x'.repeat(longestNews - 200), '\0'.repeat(8_000)];
      const tooLong = spoken(0, 'x'.repeat(longestNews));
      const all = [...texts, ...long].map((words, n) => spoken(n, words));
      for (const news of all) {
        teller.tell(tooLong);
        teller.tell(news);
      }
      await until(() => far.heard.length >= all.length);
      expect(far.heard).toEqual(all);
    });

    test('[RB4] a member that left hears nothing more, and telling it is no fault', async () => {
      const { teller, neighbour, far } = await opened();
      neighbour.leave();
      neighbour.tell(spoken(0, 'from nobody'));
      teller.tell(spoken(1, 'end'));
      await until(() => far.heard.length > 0);
      await pause(20);
      expect(far.heard).toEqual([spoken(1, 'end')]);
      expect(neighbour.heard).toEqual([]);
      teller.leave();
      teller.leave();
    });
  });
}
