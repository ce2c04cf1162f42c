import { describe, expect, test } from 'vitest';
import { decideRefresh, type KnownRefreshToken } from './refresh.ts';

const idle = 1_000_000;
const token = (change: Partial<KnownRefreshToken> = {}): KnownRefreshToken => ({
  createdAt: 0,
  usedAt: null,
  successorUsed: false,
  session: { endsAt: 10_000_000, revoked: false },
  ...change,
});

describe('a refresh token', () => {
  test('is spent once', () => {
    expect(decideRefresh(token(), 5, idle)).toBe('rotate');
  });

  test('[ID8] that comes again is a copy, and ends the session', () => {
    expect(decideRefresh(token({ usedAt: 0 }), 10_000, idle)).toBe('reuse');
    expect(decideRefresh(token({ usedAt: 0, successorUsed: true }), 1, idle)).toBe('reuse');
  });

  test('whose answer was lost may come again within ten seconds, while nobody used what came of it', () => {
    expect(decideRefresh(token({ usedAt: 0 }), 9_999, idle)).toBe('rotate-successor');
  });

  test('[ID7] of a session that ended, was revoked, or lay idle is nothing', () => {
    expect(decideRefresh(token(), 10_000_000, idle)).toBe('over');
    expect(decideRefresh(token({ session: { endsAt: 10, revoked: true } }), 5, idle)).toBe('over');
    expect(decideRefresh(token(), idle, idle)).toBe('over');
  });
});
