import { describe, expect, test } from 'vitest';
import type { Language } from '../document/document.ts';
import { conceptsOf } from './concepts.ts';
import { stemmer } from './stems.ts';
import { words } from './words.ts';

function stemsOf(language: Language, text: string): readonly string[] {
  const stem = stemmer(language);
  return words(text).map(stem);
}

describe('stems', () => {
  test('join the forms of a word', () => {
    expect(new Set(stemsOf('en', 'deliver delivered delivering'))).toEqual(new Set(['deliv']));
    expect(new Set(stemsOf('es', 'entregó entregar entrega'))).toEqual(new Set(['entreg']));
  });
  test('join irregular forms with their verb', () => {
    expect(new Set(stemsOf('en', 'pay paid strike struck'))).toEqual(new Set(['pay', 'strike']));
    expect(new Set(stemsOf('es', 'decir dijo dije'))).toEqual(new Set(['dec']));
  });
  test('join Spanish forms that keep a vowel with those that do not', () => {
    expect(new Set(stemsOf('es', 'golpeó golpear golpe'))).toEqual(new Set(['golp']));
    expect(stemsOf('es', 'ti ea')).toEqual(['ti', 'ea']);
  });
  test('leave numbers and amounts as they are, and remember what they stemmed', () => {
    expect(stemsOf('en', '$85,000 $85,000 2026-03-11')).toEqual([
      '$85,000',
      '$85,000',
      '2026-03-11',
    ]);
  });
});

describe('concepts', () => {
  test('join words that mean the same, and tell those that mean the opposite', () => {
    const stem = stemmer('en');
    const concepts = conceptsOf('en', stem);
    const of = (word: string) => words(word).map((one) => concepts.get(stem(one)));
    expect(of('struck')).toEqual([{ name: '~hit', sign: 1, isThing: false }]);
    expect(of('punched')).toEqual([{ name: '~hit', sign: 1, isThing: false }]);
    expect(of('unpaid')).toEqual([{ name: '~pay', sign: -1, isThing: false }]);
    expect(of('gate')).toEqual([{ name: '~door', sign: 1, isThing: true }]);
    expect(of('banana')).toEqual([undefined]);
  });
});
