import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gathered, inPieces } from './in-pieces.ts';

test('pieces of one size hold the same bytes, however they came', async () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 40 }));
  await fc.assert(
    fc.asyncProperty(parts, fc.integer({ min: 1, max: 50 }), async (given, size) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of inPieces(flowing(given), size)) pieces.push(piece);
      expect(pieces.slice(0, -1).every(({ length }) => length === size)).toBe(true);
      expect(pieces.every(({ length }) => length > 0 && length <= size)).toBe(true);
      const whole = Buffer.concat(given);
      expect(Buffer.concat(pieces)).toEqual(whole);
      expect(Buffer.compare(await gathered(flowing(given)), whole)).toBe(0);
    }),
  );
});

async function* flowing(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
