import { describe, expect, test } from 'vitest';
import { findNorms } from './norm-citations.ts';
import { readWorks } from './work-reader.ts';
import { usualWorks } from './works.ts';

const works = readWorks(usualWorks);

/** Each citation as its words and its groups. */
function found(text: string): string[] {
  return findNorms(text, works).map(
    ({ text: words, groups }) =>
      `${words} → ${Object.entries(groups)
        .map(([name, value]) => `${name} ${value ?? '-'}`)
        .join(', ')}`,
  );
}

describe('norms in Spanish', () => {
  test.each([
    [
      'an article of a law by number',
      'según el artículo 12 bis de la Ley N° 19.628, pues',
      ['artículo 12 bis de la Ley N° 19.628 → work ley-19628, article 12 bis'],
    ],
    [
      'several articles of one code',
      'los arts. 297 y 340 CPP.',
      [
        'arts. 297 → work codigo-procesal-penal, article 297',
        '340 CPP → work codigo-procesal-penal, article 340',
      ],
    ],
    [
      'an abbreviation with periods',
      'el art. 1698 C.C. dice',
      ['art. 1698 C.C. → work codigo-civil, article 1698'],
    ],
    [
      'a name without accents',
      'artículo 5 del codigo penal',
      ['artículo 5 del codigo penal → work codigo-penal, article 5'],
    ],
    [
      'an article with a period for thousands',
      'artículo 1.545 del Código Civil',
      ['artículo 1.545 del Código Civil → work codigo-civil, article 1545'],
    ],
    [
      'a paragraph by its rank',
      'art. 5° inciso segundo de la Constitución',
      ['art. 5° inciso segundo de la Constitución → work constitucion, article 5, paragraph 2'],
    ],
    [
      'the last paragraph',
      'artículo 7, inciso último, del Código Penal',
      [
        'artículo 7, inciso último, del Código Penal → work codigo-penal, article 7, paragraph final',
      ],
    ],
    [
      'letter and number',
      'art. 3 letra b) N° 7 de la ley 20.000',
      ['art. 3 letra b) N° 7 de la ley 20.000 → work ley-20000, article 3, letter b, number 7'],
    ],
    [
      'parts that stand before the article',
      'la letra h) del inciso primero del artículo 248 del Código Procesal Penal',
      [
        'letra h) del inciso primero del artículo 248 del Código Procesal Penal → work codigo-procesal-penal, article 248, paragraph 1, letter h',
      ],
    ],
    [
      'letters of each article of a list',
      'artículos 93, letras a), b) y g), y 94, letra f), de este Código',
      [
        'artículos 93, letras a), b) y g) → work -, article 93, letter a,b,g',
        '94, letra f), de este Código → work -, article 94, letter f',
      ],
    ],
    [
      'a capital after the number',
      'el artículo 228 bis A, el fiscal',
      ['artículo 228 bis A → work -, article 228 bis A'],
    ],
    [
      'a transitory article by its rank',
      'artículo primero transitorio de la ley N° 21.000',
      ['artículo primero transitorio de la ley N° 21.000 → work ley-21000, article 1 transitorio'],
    ],
    [
      'a work that is not in the table',
      'art. 24 de la Ley de Puertos Secos, que',
      ['art. 24 de la Ley de Puertos Secos → work ley-de-puertos-secos, article 24'],
    ],
    [
      'a law by number and year',
      'art. 1 de la Ley Orgánica 10/1995',
      ['art. 1 de la Ley Orgánica 10/1995 → work ley-organica-10-1995, article 1'],
    ],
    [
      'works on their own',
      'la Ley 19.496, el D.L. N° 3.500, el D.F.L. N° 1, el D.S. N° 40 y el Código Procesal Penal',
      [
        'Ley 19.496 → work ley-19496, article -',
        'D.L. N° 3.500 → work decreto-ley-3500, article -',
        'D.F.L. N° 1 → work decreto-con-fuerza-de-ley-1, article -',
        'D.S. N° 40 → work decreto-supremo-40, article -',
        'Código Procesal Penal → work codigo-procesal-penal, article -',
      ],
    ],
    [
      'a work before and one after an article',
      'Ley 19.496, art. 3 del Código Civil y Ley 20.000',
      [
        'Ley 19.496 → work ley-19496, article -',
        'art. 3 del Código Civil → work codigo-civil, article 3',
        'Ley 20.000 → work ley-20000, article -',
      ],
    ],
    [
      'all of one code',
      'artículos 3 y 4, ambos del Código Penal',
      [
        'artículos 3 → work codigo-penal, article 3',
        '4, ambos del Código Penal → work codigo-penal, article 4',
      ],
    ],
    [
      'a royal decree',
      'art. 2 del Real Decreto 5/2001',
      ['art. 2 del Real Decreto 5/2001 → work real-decreto-5-2001, article 2'],
    ],
  ])('finds %s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('ranges name their first and last article, and «y siguientes» is kept', () => {
    const norms = findNorms(
      'arts. 14 a 17 del Código del Trabajo; artículos 1545 y siguientes del Código Civil',
      works,
    );
    expect(norms.map(({ groups, meta }) => [groups['article'], meta])).toEqual([
      ['14', { range: '14-17' }],
      ['17', { range: '14-17' }],
      ['1545', { range: 'following' }],
    ]);
  });

  test.each([
    ['a contract', 'el artículo 5 del contrato'],
    ['a heading', 'Título I\nArtículo 8. Objeciones'],
    ['a word', 'el artículo siguiente del Código'],
    ['a foundation', 'la constitución de la sociedad'],
  ])('an article of %s is none', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('norms in English', () => {
  test.each([
    [
      'a section of a code',
      'under section 12 of the Model Code, the',
      ['section 12 of the Model Code → work model-code, article 12'],
    ],
    [
      'a section with its subsections',
      's. 12(2)(b)(ii) applies',
      ['s. 12(2)(b)(ii) → work -, article 12, paragraph 2, letter b, number ii'],
    ],
    [
      'an article of a code',
      'art. 5 of the Civil Code',
      ['art. 5 of the Civil Code → work civil-code, article 5'],
    ],
    [
      'sections of an act with its year',
      'sections 3 to 5 of the Sale of Goods Act 1979',
      [
        'sections 3 → work sale-of-goods-act-1979, article 3',
        '5 of the Sale of Goods Act 1979 → work sale-of-goods-act-1979, article 5',
      ],
    ],
    [
      'a section with periods',
      'section 1.14-4(a) of the Harbour Regulations',
      [
        'section 1.14-4(a) of the Harbour Regulations → work harbour-regulations, article 1.14-4, letter a',
      ],
    ],
  ])('finds %s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['a contract', 'Section 4.2 of this Agreement'],
    ['nothing', 'section 12 applies'],
    ['nothing, abbreviated', 's. 12 applies'],
    ['a title right after it', 'Section 5.01 Source Code'],
  ])('a section of %s is none', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('works', () => {
  test('a table may be empty', () => {
    expect(
      findNorms('art. 5 CC y la Ley 19.496', readWorks([])).map(({ groups }) => groups),
    ).toEqual([
      { work: null, article: '5' },
      { work: 'ley-19496', article: null },
    ]);
  });

  test('a name counts for its work wherever it stands, the longest first', () => {
    const table = readWorks([
      { slug: 'a', names: ['Código Marítimo'], abbreviations: [] },
      { slug: 'b', names: ['Código Marítimo Menor'], abbreviations: [] },
    ]);
    expect(findNorms('Código Maritimo Menor', table)[0]?.groups['work']).toBe('b');
  });
});
