import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exhibit } from '../../../test/courtroom.ts';
import { canonicalText } from '../text/canonical.ts';
import { gateWords } from './gate-words.ts';
import { seekQuote } from './seek-quote.ts';

/** What becomes of a quote, sought at its first place in the text or where it is said to stand. */
function seek(text: string, quote: string, start = text.indexOf(quote), end?: number) {
  const anchor = { source: 'E1', start, end: end ?? start + quote.length, quote };
  return seekQuote(anchor, exhibit('E1', text), gateWords('en'));
}

const kind = (...given: Parameters<typeof seek>) => seek(...given).kind;

describe('GT5 a quote is never sought within a word or a number', () => {
  test.each([
    ['liable', 'The keeper is unliable for ice.'],
    ['liable', 'The keeper is non-liable for ice.'],
    ['non', 'The keeper is non-liable for ice.'],
    ['The keeper can', "The keeper can't pay."],
    ['T shall pay', 'AT&T shall pay.'],
    ['or flood', 'ice and/or flood'],
    ['10', 'It cost 110 pesos.'],
    ['10', 'It cost 105 pesos.'],
    ['500', 'It cost 1,500 pesos.'],
    ['1', 'It cost 1,500 pesos.'],
    ['5', 'It cost 1.5 pesos.'],
    ['08', 'It came at 08:40.'],
    ['2026', 'It came on 10-03-2026.'],
    ['5 degrees', 'It fell to -5 degrees.'],
    ['pay 5', 'They pay 5% a month.'],
    ['500 in cash', 'They paid $500 in cash.'],
    ['twenty', 'There were twenty-one boxes.'],
    ['𝒜𝒷', 'The sign 𝒜𝒷𝒸 stands there.'],
    ['e', 'The word e\u0323\u0302\u0301x has marks.'],
  ])('«%s» of «%s» stands at its own offsets alone', (quote, text) => {
    expect(kind(text, quote)).toBe('exact');
    expect(kind(text, quote, text.length - 1)).toBe('absent');
  });

  test.each([
    ['"liable"', 'He wrote "liable" twice.'],
    ['liable', 'He wrote (liable), and no more.'],
    ['-5 degrees', 'It fell to -5 degrees.'],
    ['5%', 'They pay 5% a month.'],
    ['end', 'This is the end'],
    ['This', 'This is the end'],
    ['5', 'No more than 5, or 6.'],
    ['5', 'art. 5: the keeper'],
  ])('«%s» of «%s» is whole', (quote, text) => {
    expect(kind(text, quote)).toBe('exact');
  });

  test('a whole word elsewhere is found though it stands within another before', () => {
    expect(seek('An unliable keeper is liable.', 'liable', 3)).toMatchObject({
      kind: 'repaired',
      anchor: { start: 22, end: 28 },
    });
  });
});

describe('GT5 offsets', () => {
  const text = 'The keeper promised the boat. The keeper came late.';

  test.each([
    ['negative', -5, 3],
    ['turned round', 20, 4],
    ['equal', 4, 4],
    ['beyond the end', 4, 9_000],
    ['no numbers', Number.NaN, Number.NaN],
    ['fractions', 4.5, 20.5],
    ['infinite', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('%s: the quote stands once and is moved there', (_, start, end) => {
    expect(seek(text, 'promised the boat', start, end)).toMatchObject({
      kind: 'repaired',
      anchor: { start: 11, end: 28, quote: 'promised the boat' },
    });
  });

  test('a quote that stands twice needs its place', () => {
    expect(kind(text, 'The keeper', 30)).toBe('exact');
    expect(seek(text, 'The keeper', 1)).toEqual({
      kind: 'absent',
      says: 'E1 paper.txt says that in more than one place, and not at 1 to 11.',
    });
  });

  test('the space at the ends of a place does not count', () => {
    expect(seek(text, ' The keeper ', 29)).toMatchObject({
      kind: 'exact',
      anchor: { start: 30, end: 40, quote: 'The keeper' },
    });
  });
});

describe('GT5 an explicit omission', () => {
  const text = 'The door was, so he says, not open. The gate was open. The door was shut at 9.';

  test.each([
    ['The door was ... open'],
    ['The door was … open'],
    ['The door was [...] open'],
    ['The door was (…) open'],
    ['The door was.... open'],
  ])('%s stands in its parts, in order', (quote) => {
    expect(seek(text, quote, 0, 34)).toMatchObject({
      kind: 'exact',
      anchor: { start: 0, end: 34, quote: text.slice(0, 34) },
      places: [
        { start: 0, end: 12 },
        { start: 30, end: 34 },
      ],
    });
  });

  test('at the beginning or the end it leaves nothing out', () => {
    expect(seek(text, '... so he says ...', 14, 24)).toMatchObject({
      kind: 'exact',
      places: [{ start: 14, end: 24 }],
    });
    expect(seek(text, '... so he says ...', 0, 4)).toMatchObject({ kind: 'repaired' });
  });

  test('middle parts stand between the first and the last', () => {
    expect(kind(text, 'The door ... so he says ... open', 0, 34)).toBe('exact');
    expect(kind(text, 'The door ... The gate ... open', 0, 34)).toBe('absent');
    expect(kind(text, 'The door ... so he ... says, not open', 0, 34)).toBe('exact');
  });

  test.each([
    ['the parts the other way round', 'shut at 9 ... so he says'],
    ['a part that is not there', 'so he says ... locked'],
    ['a part within a word', 'so he ... ate'],
    ['a part that stands more than once', 'The door was ... shut at 9'],
  ])('elsewhere than at its place: %s', (_, quote) => {
    expect(kind(text, quote, 3)).toBe('absent');
  });

  test('elsewhere than at its place each part stands exactly once', () => {
    expect(seek(text, 'so he says ... shut at 9', 0)).toMatchObject({
      kind: 'repaired',
      anchor: { start: 14, end: 77 },
    });
  });

  test('dots that are the text’s own are no omission', () => {
    const contents = 'Article 1 ........ 5 Article 2 ........ 9';
    expect(seek(contents, 'Article 2 ........ 9')).toMatchObject({
      kind: 'exact',
      places: [{ start: 21, end: 41 }],
    });
  });

  test('a quote is no patchwork', () => {
    const words = Array.from({ length: 30 }, (_, index) => `w${index}`);
    expect(seek(words.join(' '), words.slice(0, 13).join(' ... '), 0)).toEqual({
      kind: 'absent',
      says: 'A quote has at most 12 parts.',
    });
    const far = `begin ${'x '.repeat(10_001)}end`;
    expect(seek(far, 'begin ... end', 0)).toMatchObject({
      says: 'The parts of a quote lie at most 20000 characters apart.',
    });
  });
});

describe('GT5 what quotes nothing', () => {
  test.each(['', ' ', '\u200B\u00AD', '...', '. . .', '—', '"', '[…]'])('«%s»', (quote) => {
    expect(seek('He said: "..." - and left.', quote, 0, 5)).toEqual({
      kind: 'absent',
      says: 'A quote without a word quotes nothing.',
    });
  });
});

describe('GT5 the nearest passage', () => {
  const words = (quote: string, text: string) => {
    const sought = seek(text, quote, 0);
    return sought.kind === 'absent' ? sought.says : '';
  };

  test('is found by half of the quote, or by its longest words', () => {
    const text = 'The keeper promised the boat for the third of May.';
    expect(words('The keeper promised the boat for June', text)).toContain(`Nearest: «${text}»`);
    expect(words('A promise of Keepers: boat, third', text)).toContain(`Nearest: «${text}»`);
  });

  test('is left out where nothing comes near', () => {
    expect(words('wholly unrelated', 'The boat.')).toBe(
      'E1 paper.txt does not say that, word for word.',
    );
    expect(words('of it', 'The boat.')).toBe('E1 paper.txt does not say that, word for word.');
    const anchor = { source: 'E1', start: 0, end: 4, quote: 'no boat' };
    const bare = exhibit('E1', 'The boat.', { passages: [] });
    expect(seekQuote(anchor, bare, gateWords('en'))).toMatchObject({
      says: expect.not.stringContaining('Nearest'),
    });
  });

  test('is chosen where most of the words stand together', () => {
    const far = `The promise was kept. ${'The sun shone. '.repeat(50)}`;
    const source = exhibit('E1', `${far}The promise of the boat was broken in May.`);
    const [whole] = source.passages;
    if (whole === undefined) throw new Error('no passage');
    const passages = [
      { ...whole, end: far.length },
      { ...whole, n: 2, start: far.length },
    ];
    const anchor = { source: 'E1', start: 0, end: 4, quote: 'promise: boat broken' };
    expect(seekQuote(anchor, { ...source, passages }, gateWords('en'))).toMatchObject({
      says: expect.stringContaining('Nearest: «The promise of the boat was broken in May.»'),
    });
  });

  test('is cut at a word, and never through a character', () => {
    const long = `boat ${'lighthouse '.repeat(60)}`.trim();
    expect(words('the boat lighthouse', long)).toMatch(/lighthouse \.\.\.»$/u);
    const endless = `boat ${'𝒜'.repeat(400)}`;
    expect(words('the boat', endless).isWellFormed()).toBe(true);
    expect(words('the boat', endless).length).toBeLessThan(400);
  });
});

describe('hostile quotes cost little and are refused', () => {
  test.each([
    ['one letter over and over', 'a'.repeat(1_000_000), 'a'.repeat(5_000)],
    ['a period cut in a word', 'ab '.repeat(300_000), `${'ab '.repeat(1_000)}a`],
    ['parts that stand everywhere', 'ab '.repeat(300_000), 'b ... b ... b'],
    ['dots without end', 'a'.repeat(1_000), `a${' ...'.repeat(4_000)}`],
  ])('%s', (_, text, quote) => {
    expect(kind(text, quote, text.length - 1)).toBe('absent');
    expect(kind(text, quote, 0, text.length)).toBe('absent');
  });

  test('a word that stands within other words hundreds of times counts as too common', () => {
    const text = `${'unliable '.repeat(600)}liable`;
    expect(kind(text, 'liable', 0)).toBe('absent');
    expect(kind(text, 'liable ... liable ... liable', 2, text.length)).toBe('absent');
    expect(kind(`so ${text} now`, 'so ... liable ... now', 0, text.length + 7)).toBe('absent');
    expect(kind(text, 'liable', text.length - 6)).toBe('exact');
  });
});

test('whatever is sought, what is found is the text’s own at its place', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', '1', ' ', '.', '-', "'", '"', '…', ',', '\u0301', 'é', '𝒜'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(letters, letters, fc.integer(), fc.integer(), (raw, quote, start, end) => {
      const text = canonicalText(raw);
      const sought = seek(text, quote, start % 50, end % 50);
      if (sought.kind === 'absent') return;
      const { anchor, places } = sought;
      expect(anchor.quote).toBe(text.slice(anchor.start, anchor.end));
      expect(anchor.start).toBeGreaterThanOrEqual(0);
      expect(anchor.end).toBeGreaterThan(anchor.start);
      const parts = places.map((place) => text.slice(place.start, place.end));
      for (const part of parts) expect(canonicalText(quote)).toContain(part);
    }),
    { numRuns: 2_000 },
  );
});
