import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base32, codeOfStep, stepOfCode, totpUri } from './totp.ts';

const seed = new TextEncoder().encode('12345678901234567890');

describe('codes by time', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %d s it is %s (RFC 6238, appendix B)', (seconds, code) => {
    expect(codeOfStep(seed, Math.floor(seconds / 30))).toBe(code);
    expect(stepOfCode(seed, code, 0, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  test('[ID9] a step is accepted once, and none before it', () => {
    const now = 1_234_567_890_000;
    const step = Math.floor(now / 30_000);
    expect(stepOfCode(seed, codeOfStep(seed, step), step, now)).toBeNull();
    expect(stepOfCode(seed, codeOfStep(seed, step - 1), step, now)).toBeNull();
    expect(stepOfCode(seed, codeOfStep(seed, step + 1), step, now)).toBe(step + 1);
  });

  test('a clock may be off by one step, not by two', () => {
    const now = 1_234_567_890_000;
    const step = Math.floor(now / 30_000);
    const accepted = [-2, -1, 0, 1, 2].map(
      (off) => stepOfCode(seed, codeOfStep(seed, step + off), 0, now) !== null,
    );
    expect(accepted).toEqual([false, true, true, true, false]);
  });

  test('a seed in Base32 (RFC 4648, 10), and as an authenticator app reads it', () => {
    const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
      base32(new TextEncoder().encode(text)),
    );
    expect(written).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
    expect(totpUri(seed, 'First Court', 'ada@court.example')).toBe(
      'otpauth://totp/First%20Court:ada%40court.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=First%20Court&algorithm=SHA1&digits=6&period=30',
    );
  });

  test('every code has six digits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (bytes, step) => {
        expect(codeOfStep(bytes, step)).toMatch(/^\d{6}$/);
      }),
      { numRuns: 200 },
    );
  });
});
