import { describe, expect, test } from 'vitest';
import { portableHashing } from '../../core/record/hashing.ts';
import { derivedEntropy, systemEntropy } from './entropy.ts';
import { systemHashing } from './hashing.ts';

describe('entropy', () => {
  test('that of the system never comes twice', () => {
    const entropy = systemEntropy();
    expect(entropy.after('here')(16)).toHaveLength(16);
    expect(entropy.after('here')(16)).not.toEqual(entropy.after('here')(16));
  });

  test('the derived one is one stream per secret and place, however and whenever it is taken', () => {
    const secret = new Uint8Array(32).fill(1);
    const [one, other] = [derivedEntropy(secret), derivedEntropy(secret)];
    const here = one.after('here');
    const pieces = [5, 40, 0, 19].map((count) => here(count));
    other.after('there')(7);
    const whole = other.after('here')(64);
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(whole));
    expect(one.after('there')(64)).not.toEqual(whole);
    expect(derivedEntropy(new Uint8Array(32)).after('here')(64)).not.toEqual(whole);
  });
});

describe('hashing by the platform', () => {
  test('gives what the portable one gives', () => {
    for (const text of ['', 'ñandú €', 'x'.repeat(1000)]) {
      expect(systemHashing.text(text)).toBe(portableHashing.text(text));
      const parts = [Uint8Array.of(1, 2), new TextEncoder().encode(text)];
      expect(systemHashing.bytes(...parts)).toBe(portableHashing.bytes(...parts));
    }
  });
});
