import { describe, expect, test } from 'vitest';
import { checkQuote } from './check-quote.ts';
import { importWork } from './import-work.ts';
import { lawThatMatters } from './law-that-matters.ts';
import { libraryOf } from './library.ts';
import { articleOfSource, lookUp } from './look-up.ts';
import { readQuoteClaims } from './read-quote-claims.ts';
import type { WorkVersion } from './work-version.ts';

function version(name: string, text: string, standing = 'official'): WorkVersion {
  const read = importWork(`${name}.md`, `---\nstatus: ${standing}\n---\n${text}`);
  if (read.kind === 'refused') throw new Error(read.refusals[0]?.says);
  return read.version;
}
const article = (n: string, words: string) => `## Article ${n}\n${words}\n\n`;

const first = version(
  'penal@1980-01-01',
  article('1. Theft', 'Whoever takes a thing pays 1.500 coins, or 1° three days.') +
    article('2. Duels', 'A duel is punished.') +
    article('161-A. Privacy', 'Who spies on another pays.'),
);
const second = version(
  'penal@1990-01-01',
  article('1. Theft', 'Whoever takes a thing pays 900 coins, or 1º three days.') +
    article('2. Duels', 'A duel is punished.'),
);
const third = version(
  'penal@2000-01-01',
  article('1. Theft', 'Whoever takes a thing pays 900 coins, or 1º three days.') +
    article('2.', 'Repealed.') +
    article('3. Fraud', "Who lies for ''gain'' pays twice."),
);
const summary = version('penal@1970-06-01', article('1', 'Taking things is punished.'), 'summary');
const civil = version('civil@1970-06-01', article('1', 'Promises bind.'), 'summary');
const library = libraryOf([third, first, summary, second, civil]);
const find = (work: string, number: string, on: string) =>
  lookUp(library, { work, article: number, on });
const check = (number: string, quote: string, on: string) =>
  checkQuote(library, { work: 'penal', article: number, quote, on });

describe('looking up', () => {
  test('gives the version in force, from its day until the day before the next', () => {
    expect(find('penal', '1', '1989-12-31')).toMatchObject({
      source: 'penal/1@1980-01-01',
      from: '1980-01-01',
      until: '1990-01-01',
      standing: 'official',
    });
    expect(find('penal', 'art. 1', '1990-01-01')).toMatchObject({ source: 'penal/1@1990-01-01' });
    expect(find('penal', '3', '2026-01-01')).toMatchObject({ from: '2000-01-01', until: null });
  });
  test('says why there is none', () => {
    expect(find('maritime', '1', '1990-01-01')).toBe('no such work');
    expect(find('penal', '99', '1990-01-01')).toBe('no such article');
    expect(find('penal', '3', '1990-01-01')).toBe('not in force on that date');
    expect(find('penal', '2', '2001-01-01')).toBe('not in force on that date');
    expect(find('penal', '1', '1960-01-01')).toBe('not in force on that date');
    expect(find('civil', '1', '1960-01-01')).toBe('not in force on that date');
  });
  test('resolves to the official text where it reaches the date, else to the summary', () => {
    expect(find('penal', '1', '1975-01-01')).toMatchObject({ standing: 'summary' });
    expect(find('penal', '1', '1985-01-01')).toMatchObject({ standing: 'official' });
    expect(find('civil', '1', '2026-01-01')).toMatchObject({ standing: 'summary' });
  });
  test('a source id leads back to its article', () => {
    expect(articleOfSource(library, 'penal/1@1990-01-01')?.article.text).toContain('900 coins');
    expect(articleOfSource(library, 'penal/1@1991-01-01')).toBeUndefined();
    expect(articleOfSource(library, 'penal/9@1990-01-01')).toBeUndefined();
    expect(articleOfSource(library, 'maritime/1@1990-01-01')).toBeUndefined();
    expect(articleOfSource(library, 'E3')).toBeUndefined();
  });
  test('of two versions of one day the later read counts', () => {
    const again = libraryOf([first, { ...first, title: 'Again' }]);
    expect(lookUp(again, { work: 'penal', article: '1', on: '1980-01-01' })).toMatchObject({
      title: 'Again',
    });
  });
  test('a bare number means the own article of the work first, a law it holds by name', () => {
    const text =
      'Artículo 1. Fíjase la Ley Nº 9:\n\nArtículo 1. Uno.\n\nArtículo 2. Dos.\n\nArtículo 2. Otro.';
    const read = importWork('decreto@2001-01-01.txt', text);
    const held = libraryOf(read.kind === 'imported' ? [read.version] : []);
    const on = '2001-01-01';
    expect(lookUp(held, { work: 'decreto', article: '1', on })).toMatchObject({
      article: { id: '1', text: 'Artículo 1. Uno.' },
    });
    expect(lookUp(held, { work: 'decreto', article: 'part-1:1', on })).toMatchObject({
      source: 'decreto/part-1:1@2001-01-01',
    });
    expect(lookUp(held, { work: 'decreto', article: '2~2', on })).toMatchObject({
      article: { text: 'Artículo 2. Otro.' },
    });
    const quote = 'Fíjase la Ley';
    expect(checkQuote(held, { work: 'decreto', article: '1', quote, on }).status).toBe('in force');
  });
});

describe('checking a quote', () => {
  test('in force: it stands there on that date', () => {
    expect(check('1', 'takes a thing pays 1.500 coins', '1985-01-01')).toEqual({
      status: 'in force',
    });
    expect(check('161', 'Who spies on another', '1985-01-01')).toEqual({ status: 'in force' });
  });
  test('stale: it stood there before, since the first day without it', () => {
    expect(check('1', 'pays 1.500 coins', '2010-01-01')).toEqual({
      status: 'stale',
      since: '1990-01-01',
    });
    expect(check('2', 'A duel is punished', '2010-01-01')).toEqual({
      status: 'stale',
      since: '2000-01-01',
    });
  });
  test('stale with a later day: it is still to come', () => {
    expect(check('3', 'Who lies', '1995-01-01')).toEqual({ status: 'stale', since: '2000-01-01' });
  });
  test('absent: no version of the article has it', () => {
    const absent = { status: 'absent' };
    expect(check('2', 'Whoever takes a thing', '1985-01-01')).toEqual(absent);
    expect(check('99', 'Whoever takes a thing', '1985-01-01')).toEqual(absent);
    expect(checkQuote(library, { work: 'x', article: '1', quote: 'y', on: '1985-01-01' })).toEqual(
      absent,
    );
  });
  test.each([
    'oever takes',
    'Whoever take',
    '500 coins',
    'pays 1',
    'Whoever sells',
    '',
    '...',
    '«»',
  ])('a quote cut from a word or number, changed or empty is absent: «%s»', (quote) => {
    expect(check('1', quote, '1985-01-01')).toEqual({ status: 'absent' });
  });
  test('explicit omissions: each part stands there, in order', () => {
    expect(check('1', 'Whoever takes […] pays 1.500 coins', '1985-01-01').status).toBe('in force');
    expect(check('1', 'pays (...) Whoever', '1985-01-01').status).toBe('absent');
  });
  test('signs set for one another do not matter, but those of an earlier version are its own', () => {
    expect(check('1', 'or 1º three', '1985-01-01')).toEqual({ status: 'in force' });
    expect(check('1', 'or 1º three', '2010-01-01')).toEqual({ status: 'in force' });
    expect(check('1', 'or 1° three', '2010-01-01')).toEqual({
      status: 'stale',
      since: '1990-01-01',
    });
    expect(check('3', 'for “gain” pays', '2010-01-01')).toEqual({ status: 'in force' });
  });
});

describe('the law that matters', () => {
  const occasion = { factsOn: '1985-01-01', actOn: '2010-01-01' };
  const of = (number: string, nature: 'substance' | 'procedure' | 'penal', dates = occasion) =>
    lawThatMatters(library, { work: 'penal', article: number }, { ...dates, nature });

  test('substance follows the facts, procedure the act', () => {
    expect(of('1', 'substance')).toMatchObject({
      follows: 'facts',
      version: { from: '1980-01-01' },
    });
    expect(of('1', 'procedure')).toMatchObject({ follows: 'act', version: { from: '2000-01-01' } });
  });
  test('a later penal law that differs is a candidate, the same words are not', () => {
    expect(of('1', 'penal')).toMatchObject({
      kind: 'candidates',
      ofTheFacts: { from: '1980-01-01' },
      repealedSince: null,
      later: [{ from: '1990-01-01' }],
    });
  });
  test('a later law that punishes no more is the milder one', () => {
    expect(of('2', 'penal')).toMatchObject({ later: [], repealedSince: '2000-01-01' });
    expect(of('161-A', 'penal')).toMatchObject({ later: [], repealedSince: '1990-01-01' });
  });
  test('without a later law, that of the facts', () => {
    const dates = { factsOn: '1985-01-01', actOn: '1986-01-01' };
    expect(of('1', 'penal', dates)).toMatchObject({ kind: 'one', follows: 'facts' });
  });
  test('of a work that is not loaded nothing is known', () => {
    const reference = { work: 'maritime', article: '1' };
    expect(lawThatMatters(library, reference, { ...occasion, nature: 'penal' })).toMatchObject({
      because: 'no such work',
    });
  });
  test('nobody is judged by a law that was not there', () => {
    expect(of('3', 'penal')).toEqual({
      kind: 'missing',
      because: 'not in force on that date',
      on: '1985-01-01',
    });
  });
});

describe('a list of quotes', () => {
  const good = { work: 'penal', article: 1, quote: 'Whoever', on: '1985-01-01', note: null };
  const told = (value: unknown, onField = 'on') => {
    const read = readQuoteClaims(value, onField);
    return read.kind === 'read' ? read.claims : read.refusals.map(({ at }) => at);
  };
  test('is read in order, the date from the field that is named', () => {
    expect(told([good])).toEqual([{ work: 'penal', article: '1', quote: 'Whoever', on: good.on }]);
    expect(told([{ ...good, valid_on: '1999-01-01' }], 'valid_on')).toMatchObject([
      { on: '1999-01-01' },
    ]);
  });
  test('[LAW8] is refused with the item and the field', () => {
    expect(told({})).toEqual([[]]);
    expect(told([good, { ...good, quote: ' ', on: '1985' }])).toEqual([
      [1, 'quote'],
      [1, 'on'],
    ]);
    expect(told([null])).toEqual([
      [0, 'work'],
      [0, 'article'],
      [0, 'quote'],
      [0, 'on'],
    ]);
    expect(told([{ ...good, work: 7 }])).toEqual([[0, 'work']]);
    expect(told(Array.from({ length: 1_000 }, () => 'x'))).toHaveLength(20);
  });
});
