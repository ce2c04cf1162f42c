import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { genesis } from './chain.ts';
import { fingerprint, headOf, headStatement, isSigned, readHead, sameFingerprint } from './head.ts';

const seed = new Uint8Array(32).fill(7);
const key = ed25519.getPublicKey(seed);
const tip = { ...genesis('C-1'), seq: 4 };
const sign = (bytes: Uint8Array): Uint8Array => ed25519.sign(bytes, seed);
const head = headOf(tip, 'exported', key, sign(headStatement('C-1', tip, 'exported')));

describe('signed heads', () => {
  test('the statement is canonical JSON of case, hash, purpose, seq and v', () => {
    expect(new TextDecoder().decode(headStatement('C-1', tip, 'exported'))).toBe(
      `{"case":"C-1","hash":"${tip.hash}","purpose":"exported","seq":4,"v":1}`,
    );
  });

  test('a head holds for its case, event and purpose and for no other', () => {
    expect(isSigned('C-1', head)).toBe(true);
    expect(isSigned('C-2', head)).toBe(false);
    expect(isSigned('C-1', { ...head, seq: 3 })).toBe(false);
    expect(isSigned('C-1', { ...head, purpose: 'draft-made' })).toBe(false);
    expect(isSigned('C-1', { ...head, signature: 'zz' })).toBe(false);
  });

  test('a key of small order signs nothing, though the looser rule lets it', () => {
    const weak = { ...head, key: '01'.padEnd(64, '0'), signature: '01'.padEnd(128, '0') };
    const loose = ed25519.verify(
      hexToBytes(weak.signature),
      headStatement('C-1', tip, 'exported'),
      hexToBytes(weak.key),
    );
    expect([loose, isSigned('C-1', weak)]).toEqual([true, false]);
  });

  test('is read from data of its shape alone', () => {
    expect(readHead({ ...head })).toEqual(head);
    for (const wrong of [
      {},
      { ...head, more: 1 },
      { ...head, purpose: 'other' },
      { ...head, seq: '4' },
      { ...head, hash: 'x' },
      { ...head, key: 'x' },
      { ...head, signature: 1 },
    ]) {
      expect(readHead(wrong)).toBeNull();
    }
  });

  test('a fingerprint is sixteen groups of four, and is compared without its grouping', () => {
    const printed = fingerprint(key);
    expect(printed).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    expect(sameFingerprint(printed, printed.replaceAll(' ', ':').toUpperCase())).toBe(true);
    expect(sameFingerprint(printed, fingerprint(seed))).toBe(false);
  });
});
