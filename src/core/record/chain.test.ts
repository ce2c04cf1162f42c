import { describe, expect, test } from 'vitest';
import { chainEvents, encodeEvent, genesis, isEvent, recordText, tipOf } from './chain.ts';
import { canonicalJson } from './canonical-json.ts';
import type { SealedDraft } from './event.ts';
import { portableHashing } from './hashing.ts';

const draft = (id: string): SealedDraft => ({
  id,
  at: '2026-03-02T09:00:00.000Z',
  by: { seat: 'judge', kind: 'court' },
  type: 'hearing-stepped',
  data: { n: 1 },
});

describe('the chain', () => {
  test('numbers events without gaps and binds each to the one before', () => {
    const first = chainEvents('C-1', genesis('C-1'), [draft('a'), draft('b')]);
    const [third] = chainEvents('C-1', tipOf('C-1', first), [draft('c')]);
    expect([...first, third].map((event) => event?.seq)).toEqual([1, 2, 3]);
    expect(first[0]?.prev).toBe(genesis('C-1').hash);
    expect(first[1]?.prev).toBe(first[0]?.hash);
    expect(third?.prev).toBe(first[1]?.hash);
  });

  test('begins elsewhere for every case', () => {
    expect(genesis('C-1').hash).not.toBe(genesis('C-2').hash);
    expect(tipOf('C-1', [])).toEqual(genesis('C-1'));
  });

  test('a line is the canonical JSON of its event, its hash that of the line without it', () => {
    const [event] = chainEvents('C-1', genesis('C-1'), [draft('a')]);
    if (event === undefined) throw new Error('no event');
    const { hash, ...rest } = event;
    expect(encodeEvent(event)).toEqual({ line: canonicalJson(event), hash });
    expect(portableHashing.text(canonicalJson(rest))).toBe(hash);
    expect(portableHashing.bytes(new TextEncoder().encode(canonicalJson(rest)))).toBe(hash);
    expect(recordText([event])).toBe(`${canonicalJson(event)}\n`);
  });

  test('knows the shape of an event', () => {
    const [event] = chainEvents('C-1', genesis('C-1'), [draft('a')]);
    expect(isEvent(event)).toBe(true);
    for (const wrong of [
      null,
      [],
      { ...event, more: 1 },
      { ...event, v: 2 },
      { ...event, case: 1 },
      { ...event, seq: 1.5 },
      { ...event, seq: 0 },
      { ...event, id: 1 },
      { ...event, at: 1 },
      { ...event, type: 1 },
      { ...event, by: null },
      { ...event, data: [] },
      { ...event, prev: 'AB' },
      { ...event, hash: null },
    ]) {
      expect(isEvent(wrong)).toBe(false);
    }
  });
});
