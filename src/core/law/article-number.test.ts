import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleHeader } from './article-header.ts';
import { articleKey } from './article-number.ts';
import { isIsoDate } from './iso-date.ts';

describe('the number of an article', () => {
  // prettier-ignore
  test.each([
    ['433', '433'], ['art. 12 bis', '12-bis'], ['12 BIS', '12-bis'], ['12-bis', '12-bis'],
    ['369 QUÁTER', '369-quater'], ['161-A', '161-a'], ['161 A', '161-a'], ['150a', '150-a'],
    ['456 bis A', '456-bis-a'], ['1.º', '1'], ['Artículo 5°', '5'], ['1.545', '1545'],
    ['1 transitorio', '1-transitorio'], ['primero transitorio', '1-transitorio'],
    ['1-transitorio', '1-transitorio'], ['décimo tercero transitorio', '13-transitorio'],
    ['vigésimo', '20'], ['decimosegundo', '12'], ['undécimo', '11'], ['sesto', '6'],
    ['decimoprimavera', 'decimoprimavera'], ['décimo de', 'decimo de'], ['décimox', 'decimox'],
    ['final', 'final'], ['única', 'unico'], ['transitorio', 'transitorio'],
    ['297 inciso 2', '297'], ['446, N° 1', '446'], ['Article 7', '7'],
    ['ley-4808:12 bis', 'ley-4808:12-bis'], ['12~2', '12~2'], ['1-transitorio~2', '1-transitorio~2'],
    ['12 y 13', '12 y 13'], ['Preámbulo', 'preambulo'], ['-transitorio', '-transitorio'], ['', ''],
  ])('«%s» means %s', (words, key) => {
    expect(articleKey(words)).toBe(key);
  });

  test('a key means itself', () => {
    const suffix = fc.constantFrom('', '-bis', '-quater', '-a', '-bis-a', '-transitorio', '~2');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), suffix, (n, end) => {
        expect(articleKey(`${n}${end}`)).toBe(`${n}${end}`);
      }),
    );
  });
});

describe('the start of an article', () => {
  // prettier-ignore
  test.each([
    ['ARTÍCULO 1.', '1', 'ARTÍCULO 1'], ['ART. 24 BIS', '24-bis', 'ART. 24 BIS'], ['ART.391.', '391', 'ART.391'],
    ['Art. 5° (6°). Si durante', '5', 'Art. 5°'], ['Art. 452.(474). Si el', '452', 'Art. 452'],
    ['Artículo 47 .- Condena.', '47', 'Artículo 47'], ['Artículo 248- Cierre de', '248', 'Artículo 248'],
    ['ART. 161 - A.', '161-a', 'ART. 161 - A'], ['ART. 483. a)', '483-a', 'ART. 483. a)'],
    ['Artículo 313° b. El que', '313-b', 'Artículo 313° b'], ['ART. 319 c). Derogado.', '319-c', 'ART. 319 c'],
    ['Art. 225-2. En el', '225-2', 'Art. 225-2'], ['Art. 12B. El', '12-b', 'Art. 12B'],
    ['Artículo 213° El que', '213', 'Artículo 213°'], ['Art. 754.Derogado.', '754', 'Art. 754'],
    ['ARTICULO PRIMERO. Apruébase', '1', 'ARTICULO PRIMERO'], ['Artículo final.', 'final', 'Artículo final'],
    ['Artículo segundo transitorio.- La', '2-transitorio', 'Artículo segundo transitorio'],
    ['## Article 12. Title', '12', 'Article 12'], ['**Artículo 3.** Texto', '3', 'Artículo 3'],
    ['Arti\u0301culo 4. Texto', '4', 'Arti\u0301culo 4'], ['«Artículo 1.- Texto', '1', 'Artículo 1'],
  ])('%s', (line, key, label) => {
    expect(articleHeader(line)).toMatchObject({ key, label });
  });

  test.each([
    'Artículo 12 del Código Penal',
    'Artículo 20, letra a)',
    'Art. 1º Nº 3',
    'artículo 5. En minúscula',
    'Artificial 5.',
    'ARTICULOS TRANSITORIOS',
    'Artículo segundo de esta ley',
    'El artículo 5.',
  ])('not so «%s»', (line) => {
    expect(articleHeader(line)).toBeUndefined();
  });

  test('reads no further than it must in an endless line', () => {
    const endless = `Artículo 1.${' Texto'.repeat(1_000_000)}`;
    expect(articleHeader(endless)?.line).toHaveLength(endless.length);
    expect(articleHeader(`${'#'.repeat(1_000_000)} Artículo 1.`)).toBeUndefined();
  });
});

test('a date is one of the calendar', () => {
  const good = ['2026-08-12', '2024-02-29', '2000-02-29', '0001-01-01'];
  const bad = [
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-3',
    'x',
  ];
  expect(good.filter((words) => !isIsoDate(words))).toEqual([]);
  expect([...bad, '2026-01-00', '0000-01-01'].filter(isIsoDate)).toEqual([]);
});
