import { describe, expect, test } from 'vitest';
import { gateWords } from './gate-words.ts';
import { numbersOf } from './numbers.ts';
import { support } from './support.ts';

const weighed = (text: string, quotes: readonly string[]) =>
  support(text, quotes, { omitted: [], names: [] }, gateWords('en'));
const because = (text: string, ...quotes: string[]) => weighed(text, quotes).because;

const negation = 'The statement and its quote differ by a negation.';
const nothingShared = 'The statement shares next to no word with its quote.';

describe('strong support', () => {
  test.each([
    [
      'a statement that just quotes',
      'I will bring the boat on 3 May',
      'I will bring the boat on 3 May',
    ],
    ['a quote with an introduction', 'Ana Roe says: "not on 3 May"', 'not on 3 May'],
    ['typographic variants', 'Ana says: “it isn’t mine”', "it isn't mine"],
    ['the same in other words', 'The tenant paid the rent.', 'As tenant I pay my rent each month'],
    [
      'the same negation',
      'La arrendataria no pagó la renta',
      'No pagué, como arrendataria, la renta',
    ],
    ['the same number in words', 'Three boxes came on 3 May', 'three boxes came on 03 May'],
    ['a number set otherwise', 'She paid 1.500.000 pesos', 'she paid $1,500,000 in pesos'],
    ['a number of an article', 'See No. 5 of the lease', 'see no. 5 of the lease'],
    ['references to the record', 'E3 ¶2, against S4, says: "it broke"', 'it broke'],
    [
      'a negation about something else',
      'The door was open, and nobody sang or played that night',
      'An open door',
    ],
  ])('%s', (_, text, quote) => {
    expect(weighed(text, [quote])).toEqual({ tier: 'strong', because: [] });
  });

  test('without a quote there is nothing to weigh', () => {
    expect(weighed('We rest.', [])).toEqual({ tier: 'strong', because: [] });
  });

  test('several quotes bear together', () => {
    expect(because('The boat broke on 3 May', 'the boat broke', 'it was 3 May')).toEqual([]);
  });
});

describe('a number that the quote does not have is weak', () => {
  test.each([
    ['The rent was 500', 'the rent was 600', '500'],
    ['The rent was five hundred', 'the rent was six hundred', '5'],
    ['Llegó con dos días de atraso', 'llegó con tres días de atraso', '2'],
    ['It says 7: "the rent was 600"', 'the rent was 600', '7'],
    ['Segment T3, then segment T3', 'Segment T2, then segment T3', '3'],
    ['It cost 1.50', 'it cost 1.55', '1.50'],
  ])('«%s» on «%s»', (text, quote, number) => {
    expect(because(text, quote)).toEqual([`The quote does not say ${number}.`]);
  });
});

describe('a negation on one side is weak', () => {
  test.each([
    ['The tenant did not pay the rent', 'The tenant paid the rent'],
    ["The tenant didn't pay the rent", 'The tenant paid the rent'],
    ['The tenant paid the rent', 'The tenant never paid the rent'],
    ['The tenant paid the rent', "THE TENANT DIDN'T PAY THE RENT"],
    ['La arrendataria no pagó la renta', 'La arrendataria pagó la renta'],
    ['La arrendataria pagó la renta', 'La arrendataria jamás pagó la renta'],
    ['He failed to deliver the boat', 'I delivered the boat'],
    ['He did not clean and did not pay the rent', 'He paid the rent. He did not clean'],
    ['He never said "I paid"', 'I paid'],
    ['Nobody paid no. 5', 'paid no. 5'],
  ])('«%s» on «%s»', (text, quote) => {
    expect(because(text, quote)).toContain(negation);
  });

  test('another sentence of the speaker does not deny the quote', () => {
    expect(because('That was not agreed. She wrote: "I paid"', 'I paid')).toEqual([]);
  });
});

describe('what has next to no word in common is weak', () => {
  test('unless it holds the quote', () => {
    expect(because('Guilt is certain beyond question', 'the parcel came by post')).toEqual([
      nothingShared,
    ]);
    expect(because('Guilt is certain: "the parcel"', 'the parcel')).toEqual([]);
  });
});

describe('an omission is weak', () => {
  const leavingOut = (...omitted: string[]) =>
    support('It was open', ['the door was', 'open'], { omitted, names: [] }, gateWords('en'))
      .because;

  test.each([' not ', ' no ', ', unless wet, ', ' salvo '])('that drops «%s»', (omitted) => {
    expect(leavingOut(omitted)).toEqual(['The quote leaves out a negation or an exception.']);
  });

  test('that drops more than is quoted', () => {
    expect(leavingOut(', on that day as on any day, ')).toEqual([
      'The quote leaves out more than it says.',
    ]);
  });

  test('and not otherwise', () => {
    expect(leavingOut(' wide ')).toEqual([]);
  });
});

test.each([
  ['1.500, 1,500 and 1500', ['1500', '1500', '1500']],
  ["1'500.00 and 1.500,00", ['1500', '1500']],
  ['10.5 and 10,25', ['10.5', '10.25']],
  ['10.03.2026 at 08:40', ['10', '3', '2026', '8', '40']],
  ['1234.5678 of 0.5', ['1234.5678', '0.5']],
  ['1,500.2345', ['1', '500', '2345']],
  ['007, veinte, mil', ['7', '20', '1000']],
  ['one and once', []],
])('the numbers of «%s»', (text, numbers) => {
  expect(numbersOf(text)).toEqual(numbers);
});
