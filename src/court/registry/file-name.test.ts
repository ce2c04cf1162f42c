import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalOfName } from './file-name.ts';

test.each(['letter.pdf', 'Año «1» — señora.txt', '日本.md', 'a', '.hidden', 'a (2).txt', 'x..y'])(
  'FL4: %s is a name',
  (name) => {
    expect(refusalOfName(name)).toBeNull();
  },
);

test.each([
  ['', 'is no name'],
  ['.', 'is no name'],
  ['..', 'is no name'],
  [' letter.pdf', 'is no name'],
  ['a/b', 'holds a path'],
  [String.raw`a\b`, 'holds a path'],
  ['a\0b', 'cannot be seen'],
  ['a\nb', 'cannot be seen'],
  ['a\u202Eb', 'cannot be seen'],
  ['a\u2066b', 'cannot be seen'],
  ['a\u2028b', 'cannot be seen'],
  ['a\uD800', 'cannot be seen'],
  ['n'.repeat(151), 'more than 150 letters'],
])('FL4: %j is none', (name, why) => {
  const refusal = refusalOfName(name);
  expect(refusal).toMatchObject({ rule: 'FL4', at: ['body', 'file'] });
  expect(refusal?.says).toContain(why);
  expect(refusal?.says).not.toMatch(/\p{Cc}/u);
});

test('FL4: whatever passes leads nowhere and can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
      const isHostile = /[/\\\p{Cc}\p{Bidi_Control}]/u.test(name);
      return !isHostile || refusalOfName(name) !== null;
    }),
  );
});
