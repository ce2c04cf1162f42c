import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addName, emptyTrie, namesAt } from './name-trie.ts';
import { reporterCandidates } from './reporter-candidates.ts';
import { patternTable } from './reporter-table.ts';
import { readReporters } from './reporters.ts';

const names = readReporters();
const hostile = [
  'S. ',
  'U.S.',
  '1 U.S. 1 ',
  '1 ',
  'Cal. Aa ',
  '(',
  '1 U.S., at ',
  'N. Y. ',
  '¶',
  '_',
  'A.',
];

describe('hostile text', () => {
  test('the patterns repeat nothing without a bound', () => {
    const bare = patternTable.replaceAll(/\[(?:\\.|[^\]\\])*\]|\\./g, 'x');
    expect(bare).not.toMatch(/[*+]|\{\d+,\}/);
  });

  test('a place yields no more names than the longest chain of names in the table', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostile), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (let at = 0; at < text.length; at += 1)
          expect(namesAt(names, text, at).length).toBeLessThanOrEqual(12);
      }),
    );
  });

  test.each(hostile)('readings of %j repeated grow with its length', (piece) => {
    const count = (times: number): number => reporterCandidates(piece.repeat(times), names).length;
    expect(count(800)).toBeLessThanOrEqual(2 * count(400) + 12);
  });
});

describe('names in a text', () => {
  const trie = emptyTrie<string>();
  addName(trie, 'A. B.', 'ab');
  addName(trie, 'A. B. Rev.', 'rev');
  addName(trie, "Gov't Gaz", 'gaz');

  test.each([
    ['A.B.', ['ab']],
    ['A. \n B. Rev.', ['ab', 'rev']],
    ['A.\n\nB.', []],
    ['A.          B.', []],
    ['Gov’t\u00A0Gaz', ['gaz']],
    ["Gov'tGaz", []],
    ['A', []],
  ])('%j: %j', (text, expected) => {
    expect(namesAt(trie, text, 0).flatMap(({ values }) => values)).toEqual(expected);
  });
});
