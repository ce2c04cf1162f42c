import { describe, expect, test } from 'vitest';
import { findAmounts } from './amounts.ts';
import type { Language } from './document.ts';

describe('amounts', () => {
  // prettier-ignore
  const cases: [Language, string, [number, string | null][]][] = [
    ['en', 'a total of $85,000 was due', [[85_000, null]]],
    ['en', 'US$ 3.5 million', [[3_500_000, 'USD']]],
    ['en', '$1,250.50 and €20', [[1_250.5, null], [20, 'EUR']]],
    ['en', '5,000 dollars, 12 euros, £7.25', [[5_000, null], [12, 'EUR'], [7.25, 'GBP']]],
    ['en', '2 million US dollars and 300 U.S. dollars', [[2_000_000, 'USD'], [300, 'USD']]],
    ['en', '$0.01 per unit, $400/hour', [[0.01, null], [400, null]]],
    ['es', '$ 1.250.000', [[1_250_000, null]]],
    ['es', '$ 1.250.000,75', [[1_250_000.75, null]]],
    ['es', '$ 1.250 y 3,5 millones de pesos', [[1_250, null], [3_500_000, null]]],
    ['es', 'CLP 500.000, CLP $ 700.000 y 20 UF', [[500_000, 'CLP'], [700_000, 'CLP'], [20, 'CLF']]],
    ['es', 'UF 20,5 y 10 unidades de fomento', [[20.5, 'CLF'], [10, 'CLF']]],
    ['es', '500 mil pesos chilenos', [[500_000, 'CLP']]],
    ['es', '2 mil millones de pesos', [[2_000_000_000, null]]],
    ['en', 'rate of 1.250 percent, 12 pages, room 500', []],
    ['en', '$1.250', [[1.25, null]]],
    ['en', `$${'9'.repeat(400)} and $5`, [[5, null]]],
  ];
  test.each(cases)('%s: %s', (language, text, amounts) => {
    expect(findAmounts(text, language).map(({ value, currency }) => [value, currency])).toEqual(
      amounts,
    );
  });

  test('places are exact', () => {
    const text = 'He paid US$ 3.5 million in cash.';
    expect(findAmounts(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      'US$ 3.5 million',
    ]);
  });
});
