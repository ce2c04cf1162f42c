import { describe, expect, onTestFinished, test } from 'vitest';
import { type Batch, batchOf } from '../core/record/batch.ts';
import { tipOf } from '../core/record/chain.ts';
import type { RecordedEvent } from '../core/record/event.ts';
import type { RecordStore } from './record-store.ts';

/** Every record store passes this suite; `open` gives one with nothing in it. */
export function recordStoreContract(name: string, open: () => Promise<RecordStore>): void {
  async function opened(): Promise<RecordStore> {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  }

  describe(`record store: ${name}`, () => {
    test('[RS1] reads back what was appended, in order, from any event on', async () => {
      const store = await opened();
      expect(await store.read('C-1')).toEqual([]);
      const first = batch('C-1', [], ['a']);
      expect(await store.append('C-1', first, 0)).toBe('appended');
      const second = batch('C-1', first.events, ['b', 'c']);
      expect(await store.append('C-1', second, 1)).toBe('appended');
      const all = [...first.events, ...second.events];
      expect(await store.read('C-1')).toEqual(all);
      expect(await store.read('C-1', 2)).toEqual(all.slice(1));
      expect(await store.read('C-1', 0)).toEqual(all);
      expect(await store.read('C-1', 9)).toEqual([]);
    });

    test('[RS2] a batch with a broken end leaves nothing of its beginning', async () => {
      const store = await opened();
      const { events, texts } = batch('C-1', [], ['a', 'b', 'c']);
      const gap = events.filter((event) => event.id !== 'b');
      await expect(store.append('C-1', { events: gap, texts }, 0)).rejects.toThrow('follow');
      expect(await store.read('C-1')).toEqual([]);
      expect(await store.texts('C-1')).toEqual([]);
    });

    test('[RS3] refuses a stale version and appends nothing', async () => {
      const store = await opened();
      const first = batch('C-1', [], ['a']);
      await store.append('C-1', first, 0);
      expect(await store.append('C-1', batch('C-1', [], ['b']), 0)).toBe('stale');
      expect(await store.append('C-1', batch('C-1', first.events, ['b']), 7)).toBe('stale');
      expect(await store.read('C-1')).toEqual(first.events);
    });

    test('[RS4] the same ids again double nothing, at whatever version', async () => {
      const store = await opened();
      const first = batch('C-1', [], ['a', 'b']);
      await store.append('C-1', first, 0);
      expect(await store.append('C-1', first, 0)).toBe('repeated');
      expect(await store.append('C-1', first, 2)).toBe('repeated');
      expect(await store.read('C-1')).toEqual(first.events);
      expect(await store.texts('C-1')).toEqual(first.texts);
    });

    test('[RS5] of appends at one version exactly one is appended', async () => {
      const store = await opened();
      const rivals = Array.from({ length: 20 }, (_, n) => batch('C-1', [], [`a${n}`]));
      const answers = await Promise.all(rivals.map((one) => store.append('C-1', one, 0)));
      expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'stale')).toHaveLength(19);
      const winner = rivals[answers.indexOf('appended')];
      expect(await store.read('C-1')).toEqual(winner?.events);
      expect(await store.texts('C-1')).toEqual(winner?.texts);
    });

    test('[RS6] a batch that is empty, of another case, or takes a used id throws', async () => {
      const store = await opened();
      const first = batch('C-1', [], ['a']);
      await store.append('C-1', first, 0);
      const other = batch('C-2', [], ['z']);
      const used = batch('C-1', first.events, ['b', 'a']);
      const twice = batch('C-1', first.events, ['b', 'b']);
      const empty = { events: [], texts: [] };
      await expect(store.append('C-1', empty, 1)).rejects.toThrow('at least one event');
      await expect(store.append('C-1', other, 1)).rejects.toThrow('does not follow');
      await expect(store.append('C-1', used, 1)).rejects.toThrow('is taken');
      await expect(store.append('C-1', twice, 1)).rejects.toThrow('is taken');
      expect(await store.read('C-1')).toEqual(first.events);
    });

    test('[RS7] gives the texts that were appended with the events', async () => {
      const store = await opened();
      expect(await store.texts('C-1')).toEqual([]);
      const first = batch('C-1', [], ['ñandú — «cited»\n\u2028', '']);
      await store.append('C-1', first, 0);
      const second = batch('C-1', first.events, ['later']);
      await store.append('C-1', second, 2);
      expect(await store.texts('C-1')).toEqual([...first.texts, ...second.texts]);
      expect((await store.texts('C-1')).map(({ text }) => text)).toEqual([
        'ñandú — «cited»\n\u2028',
        '',
        'later',
      ]);
    });

    test('[RS8] a follower sees past and live events once, in order, until aborted', async () => {
      const store = await opened();
      const abort = new AbortController();
      const ids = Array.from({ length: 30 }, (_, n) => `e${n}`);
      const seen: RecordedEvent[][] = [[], [], []];
      const past = batch('C-1', [], ids.slice(0, 5));
      await store.append('C-1', past, 0);
      const followers = seen.map(async (list, n) => {
        for await (const event of store.follow('C-1', n === 2 ? 4 : 1, abort.signal)) {
          list.push(event);
          if (event.seq === ids.length && list === seen[1]) return;
        }
      });
      let events = past.events;
      for (const id of ids.slice(5)) {
        const next = batch('C-1', events, [id]);
        await store.append('C-1', next, events.length);
        await store.append('C-1', next, events.length);
        events = [...events, ...next.events];
      }
      await followers[1];
      await expect.poll(() => seen.map((list) => list.length)).toEqual([30, 30, 27]);
      abort.abort();
      await Promise.all(followers);
      expect(seen[0]).toEqual(events);
      expect(seen[1]).toEqual(events);
      expect(seen[2]).toEqual(events.slice(3));
    });

    test('[RS8] following stops in the middle when aborted, and at once when it was before', async () => {
      const store = await opened();
      await store.append('C-1', batch('C-1', [], ['a', 'b', 'c']), 0);
      const abort = new AbortController();
      const seen: number[] = [];
      for await (const event of store.follow('C-1', 1, abort.signal)) {
        seen.push(event.seq);
        if (event.seq === 2) abort.abort();
      }
      for await (const event of store.follow('C-1', 1, abort.signal)) seen.push(event.seq);
      expect(seen).toEqual([1, 2]);
    });

    test('[RS9] cases are apart, whatever their ids look like', async () => {
      const store = await opened();
      const ids = ['C-1', 'c/1', '../C-1', '.', '..', 'ñ 1', 'a%2Fb', 'a/b', 'con'].toSorted();
      for (const id of ids) await store.append(id, batch(id, [], ['a']), 0);
      expect(await store.cases()).toEqual(ids);
      for (const id of ids) {
        expect((await store.read(id)).map((event) => event.case)).toEqual([id]);
      }
    });
  });
}

/** A batch after `past`, an event per id with a text that is the id. */
export function batch(
  caseId: string,
  past: readonly RecordedEvent[],
  ids: readonly string[],
): Batch {
  const drafts = ids.map((id) => ({
    id,
    at: '2026-03-02T09:00:00.000Z',
    by: { seat: 'secretary', kind: 'court' as const },
    type: 'note-made',
    data: { text: { prose: id } },
  }));
  const salt = new TextEncoder().encode(`${caseId} ${past.length}`.padEnd(16, '.'));
  return batchOf(caseId, tipOf(caseId, past), drafts, () => salt);
}
