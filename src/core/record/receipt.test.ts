import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { genesis } from './chain.ts';
import { isReceipt, receiptFor } from './receipt.ts';

const secret = new Uint8Array(32).fill(5);
const made = receiptFor(
  'C-1',
  genesis('C-1'),
  '2026-03-02T09:00:00.000Z',
  ed25519.getPublicKey(secret),
);
const receipt = made.signed(ed25519.sign(made.statement, secret));

describe('a receipt', () => {
  test('says where the record ended, and is signed by its key', () => {
    expect(receipt).toMatchObject({ format: 'first-court-receipt/1', case: 'C-1', seq: 0 });
    expect(isReceipt(receipt)).toBe(true);
  });

  test('that was changed in any member holds no longer', () => {
    const other = Buffer.from(ed25519.getPublicKey(new Uint8Array(32).fill(6))).toString('hex');
    for (const change of [
      { case: 'C-2' },
      { seq: 1 },
      { hash: '0'.repeat(64) },
      { at: '2026-03-02T09:00:00.001Z' },
      { key: other },
      { signature: '0'.repeat(128) },
    ]) {
      expect(isReceipt({ ...receipt, ...change })).toBe(false);
    }
  });
});
