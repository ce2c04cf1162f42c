import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOfChunk, contextOfKey, contextOfSecret } from './context.ts';

const places = fc.record({ court: fc.string(), case: fc.string(), document: fc.string() });
const chunks = fc.record({ index: fc.nat(20), isLast: fc.boolean() });
const secrets = fc.record({ purpose: fc.string(), owner: fc.string() });
const contexts = fc.oneof(
  places.map((place) => ['key', place.court, place.case, place.document]),
  fc
    .tuple(places, chunks)
    .map(([place, { index, isLast }]) => [
      'chunk',
      place.court,
      place.case,
      place.document,
      `${index}`,
      isLast ? 'last' : 'more',
    ]),
  secrets.map(({ purpose, owner }) => ['secret', purpose, owner]),
);

test('two things have one context only where they are the same', () => {
  fc.assert(
    fc.property(contexts, contexts, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(Buffer.compare(bytesOf(one), bytesOf(other)) === 0).toBe(isSame);
    }),
    { numRuns: 1_000 },
  );
});

test('a text does not run over into the next one', () => {
  const document = 'd';
  const one = contextOfKey({ court: 'a', case: 'bc', document });
  expect(one).not.toEqual(contextOfKey({ court: 'ab', case: 'c', document }));
});

test('the bytes of a context stay as they are, for what was sealed hangs on them', () => {
  const bytes = Buffer.from(contextOfSecret({ purpose: 'é', owner: 'b' }));
  expect(bytes.toString('latin1')).toBe(
    '\0\0\0\x14first-court secret 1\0\0\0\x02\u00c3\u00a9\0\0\0\x01b',
  );
});

function bytesOf([kind = '', first = '', second = '', document = '', index, last]: string[]) {
  const place = { court: first, case: second, document };
  if (kind === 'key') return contextOfKey(place);
  if (kind === 'secret') return contextOfSecret({ purpose: first, owner: second });
  return contextOfChunk(place, { index: Number(index), isLast: last === 'last' });
}
