import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkQuote } from './check-quote.ts';
import { importWork } from './import-work.ts';
import { lawThatMatters } from './law-that-matters.ts';
import { libraryOf } from './library.ts';
import { lookUp } from './look-up.ts';
import { readQuoteClaims } from './read-quote-claims.ts';
import type { WorkVersion } from './work-version.ts';

function version(name: string, text: string, standing = 'official', head = ''): WorkVersion {
  const read = importWork(`${name}.md`, `---\nstatus: ${standing}\n${head}---\n${text}`);
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
const found = (work: string, number: string, on: string) => {
  const answer = lookUp(library, { work, article: number, on });
  return answer.kind === 'in force' ? answer.version : answer;
};
const check = (number: string, quote: string, on: string) =>
  checkQuote(library, { work: 'penal', article: number, quote, on });

describe('looking up', () => {
  test('gives the version in force, from its day until the day before the next', () => {
    expect(found('penal', '1', '1989-12-31')).toMatchObject({
      source: 'penal/1@1980-01-01',
      from: '1980-01-01',
      until: '1990-01-01',
      standing: 'official',
    });
    expect(found('penal', 'art. 1', '1990-01-01')).toMatchObject({ source: 'penal/1@1990-01-01' });
    expect(found('penal', '3', '2026-01-01')).toMatchObject({ from: '2000-01-01', until: null });
  });
  test('resolves to the official text where it reaches the date, else to the summary', () => {
    expect(found('penal', '1', '1975-01-01')).toMatchObject({ standing: 'summary' });
    expect(found('penal', '1', '1985-01-01')).toMatchObject({ standing: 'official' });
    expect(found('civil', '1', '2026-01-01')).toMatchObject({ standing: 'summary' });
  });
  test('of two versions of one day the later read counts', () => {
    const again = libraryOf([first, { ...first, title: 'Again' }]);
    expect(lookUp(again, { work: 'penal', article: '1', on: '1980-01-01' })).toMatchObject({
      version: { title: 'Again' },
    });
  });
  test('a bare number means the own article of the work first, a law it holds by name', () => {
    const text =
      'Artículo 1. Fíjase la Ley Nº 9:\n\nArtículo 1. Uno.\n\nArtículo 2. Dos.\n\nArtículo 2. Otro.';
    const read = importWork('decreto@2001-01-01.txt', text);
    const held = libraryOf(read.kind === 'imported' ? [read.version] : []);
    const on = '2001-01-01';
    expect(lookUp(held, { work: 'decreto', article: '1', on })).toMatchObject({
      version: { article: { id: '1', text: 'Artículo 1. Uno.' } },
    });
    expect(lookUp(held, { work: 'decreto', article: 'part-1:1', on })).toMatchObject({
      version: { source: 'decreto/part-1:1@2001-01-01' },
    });
    expect(lookUp(held, { work: 'decreto', article: '2~2', on })).toMatchObject({
      version: { article: { text: 'Artículo 2. Otro.' } },
    });
    const quote = 'Fíjase la Ley';
    expect(checkQuote(held, { work: 'decreto', article: '1', quote, on }).status).toBe('in force');
  });
});

describe('whether an article was in force has three answers', () => {
  const begun = version(
    'civil@2010-01-01',
    article('1', 'Promises bind.') + article('2', 'Not yet in force.'),
    'summary',
    'work_in_force_since: 1950-01-01\n',
  );
  const shelves = libraryOf([begun, civil, first, second, third, summary]);
  const answer = (work: string, number: string, on: string) => {
    const { version: _, ...rest } = {
      version: null,
      ...lookUp(shelves, { work, article: number, on }),
    };
    return rest;
  };
  const not = (rule: string, since: string, appears: string | null = null) => ({
    kind: 'not in force',
    rule,
    since,
    appears,
  });
  const unknown = (rule: string) => ({ kind: 'not known', rule });

  test('in force: its text is known', () => {
    expect(answer('penal', '1', '1990-01-01')).toEqual({ kind: 'in force' });
  });
  test('[LF1] not in force: the work itself came later, in whatever words', () => {
    expect(answer('civil', '1', '1949-12-31')).toEqual(not('LF1', '1950-01-01'));
    expect(answer('civil', '99', '1949-12-31')).toEqual(not('LF1', '1950-01-01'));
  });
  test('[LF1] of two dates the earlier is certain', () => {
    const other = { ...begun, from: '2020-01-01', workInForceSince: '1940-01-01' };
    const both = libraryOf([begun, other, civil]);
    const on = '1945-01-01';
    expect(lookUp(both, { work: 'civil', article: '1', on })).toEqual(unknown('LF6'));
  });
  test('[LF2] not in force: the official text of that date has no such article', () => {
    expect(answer('penal', '3', '1995-01-01')).toEqual(not('LF2', '1990-01-01', '2000-01-01'));
    expect(answer('penal', '99', '1995-01-01')).toEqual(not('LF2', '1990-01-01'));
  });
  test('[LF3] not in force: the number stands there without words, repealed or to come', () => {
    expect(answer('penal', '2', '2001-01-01')).toEqual(not('LF3', '2000-01-01'));
    expect(answer('civil', '2', '2011-01-01')).toEqual(not('LF3', '2010-01-01'));
  });
  test('[LF5] not known: nothing of the work is loaded', () => {
    expect(answer('maritime', '1', '1990-01-01')).toEqual(unknown('LF5'));
  });
  test('[LF6] not known: what is loaded begins later', () => {
    expect(answer('penal', '1', '1960-01-01')).toEqual(unknown('LF6'));
    expect(answer('civil', '1', '1960-01-01')).toEqual(unknown('LF6'));
  });
  test('[LF7] not known: a summary has not every article', () => {
    expect(answer('civil', '2', '1980-01-01')).toEqual(unknown('LF7'));
    expect(answer('penal', '2', '1975-01-01')).toEqual(unknown('LF7'));
  });
  test('an article that came in between the official text and a later summary is in force', () => {
    const newer = version('penal@2005-01-01', article('4', 'Who spies pays.'), 'summary');
    const more = libraryOf([third, newer]);
    expect(lookUp(more, { work: 'penal', article: '4', on: '2006-01-01' })).toMatchObject({
      version: { standing: 'summary' },
    });
    expect(lookUp(more, { work: 'penal', article: '4', on: '2004-01-01' })).toMatchObject(
      not('LF2', '2000-01-01'),
    );
    const older = version('penal@1999-01-01', article('4', 'Who spies pays.'), 'summary');
    const on = '2006-01-01';
    expect(lookUp(libraryOf([third, older]), { work: 'penal', article: '4', on })).toEqual(
      not('LF2', '2000-01-01'),
    );
  });
  test('a text that begins after the date changes no answer', () => {
    const all = [first, second, third, summary];
    const dates = fc.integer({ min: 1900, max: 2030 }).map((year) => `${year}-06-15`);
    fc.assert(
      fc.property(
        dates,
        fc.subarray(all),
        fc.constantFrom('1', '2', '3', '161-A'),
        (on, few, n) => {
          const query = { work: 'penal', article: n, on };
          const before = few.filter(({ from }) => from <= on);
          expect(lookUp(libraryOf(before), query).kind).toBe(lookUp(libraryOf(few), query).kind);
        },
      ),
    );
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
  test('where the official text does not reach, the summary is quoted; where nothing does, it is to come', () => {
    expect(check('1', 'Taking things is punished', '1975-01-01')).toEqual({ status: 'in force' });
    expect(check('1', 'Taking things is punished', '1985-01-01')).toEqual({ status: 'absent' });
    expect(check('1', 'Whoever takes', '1960-01-01')).toEqual({
      status: 'stale',
      since: '1980-01-01',
    });
    const claim = { work: 'civil', article: '1', quote: 'Promises bind', on: '1960-01-01' };
    expect(checkQuote(library, claim)).toEqual({ status: 'stale', since: '1970-06-01' });
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
      on: '1985-01-01',
      version: { from: '1980-01-01' },
      later: [],
      repealedSince: null,
    });
    expect(of('1', 'procedure')).toMatchObject({
      on: '2010-01-01',
      version: { from: '2000-01-01' },
      later: [],
    });
    expect(of('2', 'substance')).toMatchObject({ kind: 'in force', repealedSince: null });
  });
  test('a later penal law that differs comes with that of the facts, the same words do not', () => {
    expect(of('1', 'penal')).toMatchObject({
      kind: 'in force',
      version: { from: '1980-01-01' },
      repealedSince: null,
      later: [{ from: '1990-01-01' }],
    });
  });
  test('the official text comes as a later law behind a summary of the day of the facts', () => {
    const dates = { factsOn: '1975-01-01', actOn: '1985-01-01' };
    expect(of('1', 'penal', dates)).toMatchObject({
      version: { standing: 'summary' },
      later: [{ standing: 'official', from: '1980-01-01' }],
    });
  });
  test('[LF4] a later law that punishes no more is the milder one', () => {
    expect(of('2', 'penal')).toMatchObject({ later: [], repealedSince: '2000-01-01' });
    expect(of('161-A', 'penal')).toMatchObject({ later: [], repealedSince: '1990-01-01' });
  });
  test('[LF4] a summary that passes an article over repeals nothing', () => {
    const silent = version('penal@1985-06-01', article('9', 'Other.'), 'summary');
    const named = version('penal@1984-01-01', article('1', 'Taking is punished.'), 'summary');
    const summaries = libraryOf([silent, named]);
    const reference = { work: 'penal', article: '1' };
    expect(lawThatMatters(summaries, reference, { ...occasion, nature: 'penal' })).toMatchObject({
      kind: 'in force',
      repealedSince: null,
    });
  });
  test('without a later law, that of the facts', () => {
    const dates = { factsOn: '1985-01-01', actOn: '1986-01-01' };
    expect(of('1', 'penal', dates)).toMatchObject({ later: [], repealedSince: null });
  });
  test('[LF5] of a work that is not loaded nothing is known', () => {
    const reference = { work: 'maritime', article: '1' };
    expect(lawThatMatters(library, reference, { ...occasion, nature: 'penal' })).toEqual({
      on: '1985-01-01',
      kind: 'not known',
      rule: 'LF5',
    });
  });
  test('[LF2] nobody is judged by a law that was not there', () => {
    expect(of('3', 'penal')).toEqual({
      on: '1985-01-01',
      kind: 'not in force',
      rule: 'LF2',
      since: '1980-01-01',
      appears: '2000-01-01',
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
