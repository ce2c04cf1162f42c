import { describe, expect, test } from 'vitest';
import { portableHashing } from '../../core/record/hashing.ts';
import { derivedEntropy, systemEntropy } from './entropy.ts';
import { systemHashing } from './hashing.ts';

describe('entropy', () => {
  test('that of the system never comes twice', () => {
    const entropy = systemEntropy();
    expect(entropy.bytes(16)).toHaveLength(16);
    expect(entropy.bytes(16)).not.toEqual(entropy.bytes(16));
  });

  test('the derived one is one stream per secret, however it is taken', () => {
    const secret = new Uint8Array(32).fill(1);
    const [one, other] = [derivedEntropy(secret), derivedEntropy(secret)];
    const pieces = [5, 40, 0, 19].map((count) => one.bytes(count));
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(other.bytes(64)));
    expect(one.bytes(16)).toEqual(other.bytes(16));
    expect(derivedEntropy(new Uint8Array(32)).bytes(64)).not.toEqual(
      derivedEntropy(secret).bytes(64),
    );
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
