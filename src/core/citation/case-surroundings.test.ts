import { describe, expect, test } from 'vitest';
import { findCitations } from './find-citations.ts';

const metaOf = (text: string, at = 0) => findCitations(text)[at]?.meta;

describe('what belongs to a full citation', () => {
  test.each([
    [
      'pin cite, court and year',
      'Alder v. Birch, 12 F.3d 34, 36-38 (4th Cir. 1999)',
      {
        plaintiff: 'Alder',
        defendant: 'Birch',
        pin_cite: '36-38',
        court: '4th Cir.',
        year: '1999',
      },
    ],
    [
      'month and day',
      '2001 U.S. Dist. LEXIS 77 (D. Maine Aug. 25, 2001)',
      { court: 'D. Maine', month: 'Aug.', day: '25', year: '2001' },
    ],
    [
      'a remark',
      '12 F.3d 34 (1999) (citing (in part) Alder)',
      { year: '1999', parenthetical: 'citing (in part) Alder' },
    ],
    ['a remark without a date', '12 F.3d 34 (dissent)', { parenthetical: 'dissent' }],
    ['no remark where the bracket never closes', '12 F.3d 34 (1999) (citing', { year: '1999' }],
    ['no remark in a bare year', '12 F.3d 34 (1999) (2000)', { year: '1999' }],
    ['the Supreme Court', '12 U.S. 34', { court: 'scotus' }],
    [
      'a year before the reporter',
      'Alder v. Birch (2018) ___ U.S. ___ [138 S.Ct. 16]',
      { plaintiff: 'Alder', defendant: 'Birch', year: '2018', court: 'scotus' },
    ],
    ['in re', 'See In re Northgate Trust, 12 F.3d 34', { defendant: 'Northgate Trust' }],
    ['a name alone', 'But Northgate, 12 F.3d 34', { antecedent_guess: 'Northgate' }],
    ['no name', 'so 12 F.3d 34', {}],
    ['no plaintiff', 'v. Birch, 12 F.3d 34', { antecedent_guess: 'Birch' }],
    [
      'a signal before the plaintiff',
      'See Alder & Sons of the North v. Birch, 12 F.3d 34',
      { plaintiff: 'Alder & Sons of the North', defendant: 'Birch' },
    ],
    [
      'a sentence before the plaintiff',
      'It was Denied. Alder Corp. v. Birch, 12 F.3d 34',
      { plaintiff: 'Alder Corp.', defendant: 'Birch' },
    ],
    [
      'another citation before the plaintiff',
      'x; Alder v. Birch, 12 F.3d 34',
      { plaintiff: 'Alder', defendant: 'Birch' },
    ],
    ['only small words before v.', 'the case v. Birch, 12 F.3d 34', { defendant: 'Birch' }],
    ['nothing after v.', 'Alder v. , 12 F.3d 34', { plaintiff: 'Alder' }],
  ])('%s', (_name, text, expected) => {
    expect(metaOf(text)).toEqual(expected);
  });

  test('parallel citations share the parties', () => {
    const text = 'Alder v. Birch, 12 F.3d 34, 36, 5 S. Ct. 6 (1999). Then Cedar v. Doe, 9 F.3d 8.';
    expect(metaOf(text, 1)).toMatchObject({ plaintiff: 'Alder', defendant: 'Birch', year: '1999' });
    expect(metaOf(text, 2)).toMatchObject({ plaintiff: 'Cedar', defendant: 'Doe' });
  });

  test('subsections, publisher and year of a law, pin cite of an article in a journal', () => {
    expect(metaOf('Fla. Stat. § 12(a)(2) and (b) et seq. (West Supp. 2009) (repealed)')).toEqual({
      pin_cite: '(a)(2) and (b) et seq.',
      publisher: 'West Supp.',
      year: '2009',
      parenthetical: 'repealed',
    });
    expect(metaOf('Fla. Stat. § 12(a) (repealed)')).toEqual({
      pin_cite: '(a)',
      parenthetical: 'repealed',
    });
    expect(metaOf('Fla. Stat. § 12 (May 2, 1999)')).toEqual({ year: '1999' });
    expect(metaOf('9 Minn. L. Rev. 10, 12 (2007)')).toEqual({ pin_cite: '12', year: '2007' });
  });
});

describe('what refers back', () => {
  test.each([
    [
      'a short form',
      'Northgate, 12 U.S., at 20-25 (so held)',
      {
        antecedent_guess: 'Northgate',
        court: 'scotus',
        pin_cite: '20-25',
        parenthetical: 'so held',
      },
    ],
    ['id.', 'Id. ¶ 34.', { pin_cite: '¶ 34' }],
    ['supra', 'Northgate, supra, at 5', { antecedent_guess: 'Northgate', pin_cite: 'at 5' }],
    [
      'supra with a volume',
      'Northgate, 12 supra, at 5',
      { antecedent_guess: 'Northgate', volume: '12', pin_cite: 'at 5' },
    ],
    ['supra without a name', ', supra.', {}],
  ])('%s', (_name, text, expected) => {
    expect(metaOf(text)).toEqual(expected);
  });

  const cited = 'Alder v. State, 12 F.3d 34. ';

  test('a party with a pin cite refers to the full citation before it', () => {
    expect(findCitations(`${cited}In Alder at 36, and`)[1]).toEqual({
      type: 'ReferenceCitation',
      groups: {},
      start: 31,
      end: 42,
      text: 'Alder at 36',
      meta: { plaintiff: 'Alder', pin_cite: 'at 36' },
    });
  });

  test.each([
    ['a common party', `${cited}In State at 36, and`],
    ['a party without a pin cite', `${cited}In Alder the court`],
    ['a party before the full citation', `In Alder at 36, and ${cited}`],
    ['a party of another case', `${cited}In Alder v. Cedar at 36,`],
    ['a party that is named only later', `${cited}In Birch at 36, and Birch v. State, 9 F.3d 8`],
    ['a party before a full citation of the same case', `${cited}In Alder at 36, 5 S. Ct. 6`],
    ['a word in a word', `${cited}In McAlder at 36, and`],
  ])('%s does not', (_name, text) => {
    expect(findCitations(text).filter(({ type }) => type === 'ReferenceCitation')).toEqual([]);
  });

  test('in a page the name in italics before a citation is a party, and in italics later refers to it', () => {
    const page =
      '<i>See </i><i>Northgate,</i> 12 F.3d 34. Then <i>Northgate</i> fell, <i>Northgate Two</i> not.';
    expect(findCitations(page).map(({ type, meta }) => [type, meta['defendant']])).toEqual([
      ['FullCaseCitation', 'Northgate'],
      ['ReferenceCitation', 'Northgate'],
    ]);
    expect(metaOf('so <i>see</i> 12 F.3d 34')).toEqual({});
  });
});
