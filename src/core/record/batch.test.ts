import { describe, expect, test } from 'vitest';
import { batchOf, type Batch, caseStream } from './batch.ts';
import { genesis, tipOf } from './chain.ts';

const empty: Batch = { events: [], texts: [] };

function batch(ids: readonly string[], after: Batch = empty): Batch {
  const drafts = ids.map((id) => ({
    id,
    at: '2026-03-02T09:00:00.000Z',
    by: { seat: 'secretary', kind: 'court' as const },
    type: 'note-made',
    data: { text: { prose: `note ${id}` } },
  }));
  return batchOf('C-1', tipOf('C-1', after.events), drafts, () => new Uint8Array(16));
}

describe('a batch', () => {
  test('is drafts with their texts taken out, in their place in the chain', () => {
    const { events, texts } = batch(['a', 'b']);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(events[0]?.prev).toBe(genesis('C-1').hash);
    expect(events[1]?.data).toEqual({ text: { sealed: texts[1]?.hash } });
    expect(texts.map(({ text }) => text)).toEqual(['note a', 'note b']);
  });

  test('is taken in once, at the version that it was made for', () => {
    const stream = caseStream('C-1');
    const first = batch(['a', 'b']);
    expect(stream.admit(first, 0)).toBe('appended');
    stream.take(first);
    expect(stream.admit(first, 0)).toBe('repeated');
    expect(stream.admit(batch(['c']), 0)).toBe('stale');
    expect(stream.admit(batch(['c'], first), 2)).toBe('appended');
    expect([stream.events, stream.texts]).toEqual([first.events, first.texts]);
  });

  test('that is empty, takes a used id or follows nothing is a bug', () => {
    const stream = caseStream('C-1');
    const first = batch(['a', 'b']);
    stream.take(first);
    expect(() => stream.admit(empty, 2)).toThrow('at least one event');
    expect(() => stream.admit(batch(['c', 'a'], first), 2)).toThrow('id a is taken');
    expect(() => stream.admit(batch(['c', 'c'], first), 2)).toThrow('id c is taken');
    expect(() => stream.admit(batch(['c']), 2)).toThrow('event c does not follow event 2');
    const [next] = batch(['c'], first).events;
    if (next === undefined) throw new Error('no event');
    for (const wrong of [{ case: 'C-2' }, { prev: 'ab'.repeat(32) }]) {
      const off = { events: [{ ...next, ...wrong }], texts: [] };
      expect(() => stream.admit(off, 2)).toThrow('does not follow');
    }
  });
});
