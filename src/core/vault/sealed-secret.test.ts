import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSealedSecret, writeSealedSecret } from './sealed-secret.ts';

const secrets = fc.record({
  key: fc.record({
    version: fc.integer({ min: 1, max: 0xff_ff_ff_ff }),
    bytes: fc.uint8Array({ maxLength: 200 }),
  }),
  sealed: fc.uint8Array({ maxLength: 200 }),
});

test('a sealed secret is read as it was written, from the middle of other bytes too', () => {
  fc.assert(
    fc.property(secrets, fc.nat(9), (secret, before) => {
      const written = writeSealedSecret(secret);
      const around = Uint8Array.from([...new Uint8Array(before), ...written]);
      expect(readSealedSecret(around.subarray(before))).toEqual(secret);
    }),
  );
});

test('other bytes are none', () => {
  const written = writeSealedSecret({
    key: { version: 1, bytes: new Uint8Array(80) },
    sealed: new Uint8Array(),
  });
  for (let cut = 0; cut < written.length; cut += 1) {
    expect(readSealedSecret(written.slice(0, cut))).toBeNull();
  }
  expect(readSealedSecret(written.with(0, 2))).toBeNull();
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void readSealedSecret(bytes)));
});
