import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rarity, tuned, weight } from './bm25.ts';
import { excerptOf } from './excerpt.ts';
import { longestQuery, mostWords, readQuery } from './read-query.ts';
import { halvesOf, isWithin, nearestOf, slipsAllowed } from './spelling.ts';
import { searchStem, stemsOf } from './stems.ts';
import { joinedNumbers, longestWord, tokens } from './tokens.ts';

const wordsOf = (text: string) => tokens(text).map(({ word }) => word);

describe('tokens', () => {
  test('are letters and digits between marks, folded', () => {
    expect(wordsOf("Peñaloza's ÁRBOL, no. 12-b (§3)")).toEqual([
      'penaloza',
      's',
      'arbol',
      'no',
      '12',
      'b',
      '3',
    ]);
    expect(tokens('a Larch 7').map(({ isName }) => isName)).toEqual([false, true, true]);
  });

  test('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end } of tokens(text))
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
      }),
    );
  });

  test('are cut, for nobody looks for a word without end', () => {
    expect(wordsOf('x'.repeat(100_000))).toEqual(['x'.repeat(longestWord)]);
  });

  test('a docket number is one word', () => {
    expect(joinedNumbers('In C-1234-2024 and/or RIT 12/3').map(({ word }) => word)).toEqual([
      'c12342024',
      '123',
    ]);
  });
});

describe('stems', () => {
  const stem = searchStem();
  test('are one for the forms of a word, in either language, with and without accents', () => {
    expect(stem('notificacion', 'es')).toBe(stem('notificaciones', 'es'));
    expect(stem('payments', 'en')).toBe(stem('payment', 'en'));
    expect(stem('the', 'en')).toBe('');
    expect(stemsOf(stem, 'the')).toEqual([]);
    expect(stemsOf(stem, 'c12342024')).toEqual(['c12342024']);
  });
});

describe('a question', () => {
  test('is words, phrases and numbers', () => {
    expect(readQuery('Rent «due TODAY» rent "one" C-12-2024')).toEqual({
      words: ['rent', 'due', 'today', 'one', 'c', '12', '2024'],
      phrases: [['due', 'today']],
      numbers: ['c122024'],
    });
  });

  test('asks for no more than so many words', () => {
    const text = Array.from({ length: 60 }, (_, n) => `w${n}`).join(' ');
    expect(readQuery(text)).toMatchObject({ words: { length: mostWords } });
  });

  test('[SQ1] is not too long', () => {
    expect(readQuery('a'.repeat(longestQuery))).toHaveProperty('words');
    expect(readQuery('a'.repeat(longestQuery + 1))).toMatchObject({
      rule: 'SQ1',
      at: ['query', 'text'],
    });
  });
});

describe('BM25', () => {
  const collection = { passages: 100, averageWords: 50 };
  test('a rarer word tells more, and more of a word tells more, ever less', () => {
    expect(rarity(collection, 1)).toBeGreaterThan(rarity(collection, 50));
    expect(rarity(collection, 100)).toBeGreaterThan(0);
    const weights = [1, 2, 3].map((times) => weight(tuned, collection, times, 50));
    expect(weights).toEqual(weights.toSorted((one, other) => one - other));
    expect(weight(tuned, collection, 1, 50)).toBeCloseTo(1);
    expect(weight(tuned, collection, 1, 100)).toBeLessThan(1);
  });
});

describe('spelling', () => {
  test.each([
    ['larch', 'larch', 0],
    ['larch', 'lrch', 1],
    ['larch', 'laerch', 1],
    ['larch', 'lasch', 1],
    ['larch', 'lrach', 1],
    ['larch', 'lrahc', 2],
    ['larch', 'birch', 2],
    ['ab', 'abcd', 2],
  ])('%s and %s are %i apart', (one, other, slips) => {
    expect(isWithin(one, other, slips)).toBe(true);
    expect(isWithin(other, one, slips)).toBe(true);
    expect(isWithin(one, other, slips - 1)).toBe(false);
  });

  test('a word with a slip keeps its head or its tail', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const word = fc
      .array(letter, { minLength: 4, maxLength: 7 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, fc.nat(6), letter, (whole, at, other) => {
        const slip = whole.slice(0, at) + other + whole.slice(at + 1);
        const { head, tail } = halvesOf(slip);
        expect(whole.startsWith(head) || whole.endsWith(tail)).toBe(true);
      }),
    );
  });

  test('the nearest is meant, and a short word is what it is', () => {
    expect(slipsAllowed('abc')).toBe(0);
    expect(nearestOf('abc', ['abd'])).toBeNull();
    expect(nearestOf('larhc', ['larchs', 'larch', 'march'])).toBe('larch');
    expect(nearestOf('quilfether', ['quillfeather'])).toBe('quillfeather');
    expect(nearestOf('larcx', ['larcz', 'larcy', 'larc', 'larcy'])).toBe('larcy');
    expect(nearestOf('larcx', ['larcy', 'larcz'])).toBe('larcy');
    expect(nearestOf('larch', ['other'])).toBeNull();
  });
});

describe('an excerpt', () => {
  const isRent = (word: string) => word === 'rent' || word === 'c12';
  test('shows what was found where it stands', () => {
    const text = 'The rent of C-12 and RENT.';
    const { highlights, starts } = excerptOf(text, isRent);
    expect(starts).toBe(0);
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual([
      'rent',
      'C-12',
      'RENT',
    ]);
  });

  test('of a long text is a piece between spaces, around the first that was found', () => {
    const text = `${'word '.repeat(200)}rent ${'word '.repeat(200)}`;
    const excerpt = excerptOf(text, isRent);
    expect(excerpt.text.length).toBeLessThanOrEqual(480);
    expect(excerpt.text).toMatch(/^word .*word$/);
    const [first] = excerpt.highlights;
    expect(excerpt.text.slice(first?.start, first?.end)).toBe('rent');
    expect(text.slice(excerpt.starts, excerpt.starts + excerpt.text.length)).toBe(excerpt.text);
    expect(excerptOf(text, () => false)).toMatchObject({ starts: 0, highlights: [] });
    const atEnd = excerptOf(`${'word '.repeat(200)}rent`, isRent);
    expect(atEnd.text.endsWith('rent')).toBe(true);
  });

  test('cuts no character in two, however long the word', () => {
    for (const pad of ['', '-']) {
      for (const sign of ['😀', '！']) {
        const text = `${sign.repeat(400)}${pad}rent${sign.repeat(400)}`;
        expect(excerptOf(text, isRent).text.isWellFormed()).toBe(true);
      }
    }
  });

  test('marks what overlaps once', () => {
    const text = 'C-12-3';
    const { highlights } = excerptOf(text, () => true);
    expect(highlights).toEqual([{ start: 0, end: 6 }]);
  });
});
