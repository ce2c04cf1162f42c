import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { chainEvents, genesis } from './chain.ts';
import type { RecordedEvent } from './event.ts';
import { fingerprint, headAfter, isSigned, readHead, sameFingerprint } from './head.ts';

const seed = new Uint8Array(32).fill(7);
const key = ed25519.getPublicKey(seed);
const tip = { ...genesis('C-1'), seq: 4 };
const draft = {
  id: 'h-1',
  at: '2026-03-02T09:00:00.000Z',
  by: { seat: 'court', kind: 'court' as const },
};

function signedHead(): RecordedEvent {
  const head = headAfter('C-1', tip, 'exported', key, draft);
  const [event] = chainEvents('C-1', tip, [head.signed(ed25519.sign(head.statement, seed))]);
  if (event === undefined) throw new Error('no event');
  return event;
}

describe('signed heads', () => {
  const event = signedHead();
  const head = readHead(event);
  if (head === null) throw new Error('no head');

  test('the statement is the canonical event without its hash and signature', () => {
    const { statement } = headAfter('C-1', tip, 'exported', key, draft);
    expect(new TextDecoder().decode(statement)).toBe(
      `{"at":"2026-03-02T09:00:00.000Z","by":{"kind":"court","seat":"court"},"case":"C-1",` +
        `"data":{"key":"${Buffer.from(key).toString('hex')}","purpose":"exported"},"id":"h-1","prev":"${tip.hash}",` +
        `"seq":5,"type":"head-signed","v":1}`,
    );
  });

  test('a head holds for its event as it is and for no other', () => {
    expect(isSigned(event, head)).toBe(true);
    for (const other of [
      { ...event, case: 'C-2' },
      { ...event, seq: 6 },
      { ...event, prev: 'ab'.repeat(32) },
      { ...event, at: '2026-03-02T09:00:00.001Z' },
      { ...event, id: 'h-2' },
      { ...event, by: { seat: 'judge', kind: 'court' as const } },
    ]) {
      expect(isSigned(other, head)).toBe(false);
    }
    expect(isSigned(event, { ...head, purpose: 'draft-made' })).toBe(false);
  });

  test('a key of small order signs nothing, though the looser rule lets it', () => {
    const weak = { ...head, key: '01'.padEnd(64, '0'), signature: '01'.padEnd(128, '0') };
    const loose = ed25519.verify(
      hexToBytes(weak.signature),
      Uint8Array.of(1),
      hexToBytes(weak.key),
    );
    expect([loose, isSigned(event, weak)]).toEqual([true, false]);
  });

  test('is read from data of its shape alone', () => {
    expect(event.data).toEqual(head);
    for (const wrong of [
      {},
      { ...head, more: 1 },
      { ...head, purpose: 'other' },
      { ...head, key: 'x' },
      { ...head, signature: 1 },
      { ...head, signature: 'zz' },
    ]) {
      expect(readHead({ ...event, data: wrong })).toBeNull();
    }
  });

  test('a fingerprint is sixteen groups of four, and is compared without its grouping', () => {
    const printed = fingerprint(key);
    expect(printed).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    expect(sameFingerprint(printed, printed.replaceAll(' ', ':').toUpperCase())).toBe(true);
    expect(sameFingerprint(printed, fingerprint(seed))).toBe(false);
  });
});
