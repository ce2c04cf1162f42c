import { expect, test } from 'vitest';
import { stopwords } from './stopwords.ts';
import { words } from './words.ts';

const folded = (text: string) => words(text).map((word) => word.folded);

test('words are folded, and a contraction gives its two words', () => {
  expect(folded("Peter's niño can't, won't and didn't")).toEqual([
    'peter',
    'nino',
    'can',
    'not',
    'will',
    'not',
    'and',
    'did',
    'not',
  ]);
  expect(folded('I’m cannot O’Neill they’ve')).toEqual([
    'i',
    'am',
    'can',
    'not',
    'oneill',
    'they',
    'have',
  ]);
});

test('an amount keeps its sign and a number its separators', () => {
  expect(folded('$85,000 on 2026-03-11 at 09:12, 40% of 3.5.')).toEqual([
    '$85,000',
    'on',
    '2026-03-11',
    'at',
    '09:12',
    '40%',
    'of',
    '3.5',
  ]);
});

test('each word knows its place', () => {
  expect(words(' Ab c')).toEqual([
    { folded: 'ab', raw: 'Ab', start: 1, end: 3 },
    { folded: 'c', raw: 'c', start: 4, end: 5 },
  ]);
});

test('little words of both languages are stop words, folded', () => {
  expect(['the', 'and', 'una', 'segun', 'boiler'].map((one) => stopwords.has(one))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
