import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCitations } from './find-citations.ts';

/** Type and groups in one line, absent groups as `-`. */
function found(text: string): string[] {
  return findCitations(text).map(({ type, groups }) =>
    [type, ...Object.entries(groups).map(([name, value]) => `${name}=${value ?? '-'}`)].join(' '),
  );
}

describe('citations of the United States', () => {
  test.each([
    ['a reporter', 'as in 410 F.3d 12 we', ['FullCaseCitation volume=410 reporter=F.3d page=12']],
    [
      'a variation with blanks',
      'see 12 F. Supp. 2d 34',
      ['FullCaseCitation volume=12 reporter=F. Supp. 2d page=34'],
    ],
    ['a comma before the page', '7 U.S., 8', ['FullCaseCitation volume=7 reporter=U.S. page=8']],
    ['a line break', '31 F.3d\n  77', ['FullCaseCitation volume=31 reporter=F.3d page=77']],
    [
      'a blank page',
      'Doe v. Roe, 585 U.S. ___ (2018)',
      ['FullCaseCitation volume=585 reporter=U.S. page=-'],
    ],
    ['a Roman page', '9 U.S. xii', ['FullCaseCitation volume=9 reporter=U.S. page=xii']],
    [
      'a neutral citation',
      'in 2004-Ohio-1234 the',
      ['FullCaseCitation volume=2004 reporter=Ohio page=1234'],
    ],
    [
      'a service without volumes',
      'Bankr. L. Rep. (CCH) ¶9,876',
      ['FullCaseCitation volume=- reporter=Bankr. L. Rep. (CCH) page=9,876'],
    ],
    [
      'a docket-like citation',
      '2011 4321 (La.App. 1 Cir. 03/04/12)',
      ['FullCaseCitation volume=2011 page=4321 reporter=La.App. 1 Cir. date_filed=03/04/12'],
    ],
    [
      'a nominative reporter inside of another',
      '5 U.S. (1 Cranch) 137',
      [
        'FullCaseCitation volume=5 reporter=U.S. volume_nominative=1 reporter_nominative=Cranch page=137',
      ],
    ],
    [
      'an irregular reporter',
      '88 S.W.,2d 14',
      ['FullCaseCitation volume=88 reporter=S.W.,2d page=14'],
    ],
    [
      'a short form',
      'Northgate, 410 F.3d, at 15',
      ['ShortCaseCitation volume=410 reporter=F.3d page=15'],
    ],
    [
      'a short form with p.',
      '410 F.3d at p. 15',
      ['ShortCaseCitation volume=410 reporter=F.3d page=15'],
    ],
    ['a law', '18 U.S.C. § 78j(b)', ['FullLawCitation title=18 reporter=U.S.C. section=78j']],
    [
      'several sections',
      'Mass. Gen. Laws ch. 4, §§ 5-6',
      ['FullLawCitation reporter=Mass. Gen. Laws chapter=4 section=5-6'],
    ],
    [
      'a code of a subject',
      'Cal. Fam. Code § 12.5',
      ['FullLawCitation reporter=Cal. Fam. Code subject=Fam. section=12.5'],
    ],
    ['a session law', '12 Stat. 1,234', ['FullLawCitation volume=12 reporter=Stat. page=1,234']],
    [
      'a journal',
      '9 Minn. L. Rev. 10',
      ['FullJournalCitation volume=9 reporter=Minn. L. Rev. page=10'],
    ],
    ['id.', 'So it was held. Id., at 5. Ibid.', ['IdCitation', 'IdCitation']],
    ['supra', 'Northgate, supra, at 5', ['SupraCitation']],
  ])('finds %s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['no volume', 'see F.3d 12'],
    ['no page', 'see 12 F.3d of'],
    ['a paragraph break', '12 F.3d\n\n34'],
    ['blanks without end', `12 F.3d${' '.repeat(40)}34`],
    ['letters right after the page', '12 U.S. 34abc'],
    ['a word that begins like a reporter', '12 Forests 34'],
  ])('finds nothing where there is %s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  test('a reporter that may be several counts only when the year tells them apart', () => {
    expect(found('4 Cranch 5')).toEqual([]);
    expect(found('4 Cranch 5 (1838)')).toEqual([
      'FullCaseCitation volume=4 reporter=Cranch page=5',
    ]);
    expect(found('4 Cranch 5 (1950)')).toEqual([]);
  });
});

describe('the one result', () => {
  test('is in order, and its offsets are those of the text as given', () => {
    const text = 'El art. 5 del Código Civil, 12 F.3d 34 y ECLI:ES:TS:2019:12.';
    expect(findCitations(text).map(({ type, text: words }) => [type, words])).toEqual([
      ['NormCitation', 'art. 5 del Código Civil'],
      ['FullCaseCitation', '12 F.3d 34'],
      ['EcliCitation', 'ECLI:ES:TS:2019:12'],
    ]);
  });

  test('a page with tags is read as a reader sees it', () => {
    const page =
      '<p>Held in <em>Alder v. Birch,</em> 12 <b>F.3d</b> 34. Later <em>Alder</em> fell.</p>';
    const citations = findCitations(page);
    expect(citations.map(({ type, text, meta }) => [type, text, meta])).toEqual([
      ['FullCaseCitation', '12 <b>F.3d</b> 34', { plaintiff: 'Alder', defendant: 'Birch' }],
      ['ReferenceCitation', 'Alder', { plaintiff: 'Alder' }],
    ]);
    expect(findCitations(page, { clean: [] }).map(({ type }) => type)).toEqual([]);
  });

  test('works of a jurisdiction can be handed in', () => {
    const works = [
      { slug: 'model-civil-code', names: ['Model Civil Code'], abbreviations: ['MCC'] },
    ];
    expect(findCitations('art. 3 MCC', { works })[0]?.groups).toEqual({
      work: 'model-civil-code',
      article: '3',
    });
    expect(findCitations('art. 3 CPP', { works })[0]?.groups).toEqual({ work: null, article: '3' });
  });

  test('every citation is the text at its place, and none overlaps the next', () => {
    const pieces = fc.constantFrom(
      '12 F.3d 34',
      ' ',
      ', ',
      '.',
      '(',
      ')',
      'Id.',
      'supra',
      'art. 5',
      'arts. 14 a 17',
      ' del Código Civil',
      'Alder v. Birch',
      '<i>',
      '</i>',
      '&amp;',
      '1 U.S., at 2',
      '\n',
      'Ley N° 19.628',
      '§',
      '__',
      '18 U.S.C. § 1',
      'letra a)',
      'ECLI:ES:TS:2019:1',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
        const text = words.join('');
        let end = 0;
        for (const citation of findCitations(text)) {
          expect(citation.start).toBeGreaterThanOrEqual(end);
          expect(citation.end).toBeGreaterThan(citation.start);
          expect(text.slice(citation.start, citation.end)).toBe(citation.text);
          end = citation.end;
        }
      }),
    );
  });
});
