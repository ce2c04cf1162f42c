import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failuresForgottenAfter, waitBefore } from './lock-out.ts';

describe('[ID2] after failures one waits', () => {
  test('not at all before the sixth on an account, then twice as long each time, to 15 minutes', () => {
    const waits = [1, 4, 5, 6, 7, 14, 15, 1_000].map((failures) =>
      waitBefore('account', { failures, lastAt: 0 }, 0),
    );
    expect(waits).toEqual([0, 0, 2_000, 4_000, 8_000, 900_000, 900_000, 900_000]);
    expect(waitBefore('account', null, 0)).toBe(0);
  });

  test('an address may be that of a whole court', () => {
    expect(waitBefore('address', { failures: 29, lastAt: 0 }, 0)).toBe(0);
    expect(waitBefore('address', { failures: 31, lastAt: 0 }, 0)).toBe(4_000);
  });

  test('the wait runs off, and a day without a failure forgets all', () => {
    const past = { failures: 7, lastAt: 1_000 };
    expect(waitBefore('factor', past, 8_999)).toBe(1);
    expect(waitBefore('factor', past, 9_000)).toBe(0);
    expect(waitBefore('factor', { failures: 1_000, lastAt: 0 }, failuresForgottenAfter)).toBe(0);
  });

  test('a patient guesser has some hundred guesses a day', () => {
    let [now, failures] = [0, 0];
    for (; now < 24 * 60 * 60_000; failures += 1) {
      now += waitBefore('account', { failures, lastAt: now }, now);
    }
    expect(failures).toBeLessThan(125);
  });

  test('more failures never shorten a wait', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(1_000_000), (failures, later) => {
        const wait = (n: number) => waitBefore('account', { failures: n, lastAt: 0 }, later);
        expect(wait(failures + 1)).toBeGreaterThanOrEqual(wait(failures));
      }),
    );
  });
});
