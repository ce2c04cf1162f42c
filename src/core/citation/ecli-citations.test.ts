import { describe, expect, test } from 'vitest';
import { findEclis } from './ecli-citations.ts';

describe('European Case Law Identifiers', () => {
  test('have a country, a court, a year and an ordinal, read in capitals', () => {
    const text = 'Véase ecli:es:tsj12:2021:45.b, y otras.';
    expect(findEclis(text)).toEqual([
      {
        type: 'EcliCitation',
        groups: { country: 'ES', court: 'TSJ12', year: '2021', ordinal: '45.B' },
        start: 6,
        end: 29,
        text: 'ecli:es:tsj12:2021:45.b',
        meta: {},
      },
    ]);
  });

  test.each([
    ['a country of three letters', 'ECLI:ESP:TS:2019:1'],
    ['a court that begins with a figure', 'ECLI:ES:1TS:2019:1'],
    ['a court of eight signs', 'ECLI:ES:ABCDEFGH:2019:1'],
    ['a year of two figures', 'ECLI:ES:TS:19:1'],
    ['an ordinal of 26 signs', `ECLI:ES:TS:2019:${'1'.repeat(26)}`],
    ['no ordinal', 'ECLI:ES:TS:2019:'],
    ['a sixth part', 'ECLI:ES:TS:2019:1:2'],
  ])('%s makes none', (_name, text) => {
    expect(findEclis(text)).toEqual([]);
  });
});
