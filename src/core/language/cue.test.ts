import { describe, expect, test } from 'vitest';
import { compileCue, ownCue } from './cue-pattern.ts';
import { cueMatches } from './cue.ts';

const names = { actor: ['Samantha', 'the seller', 'Great Lakes Print', '…'], other: ['Peter'] };

function found(pattern: string, text: string): string | null {
  const span = cueMatches(pattern, text, names);
  return span === null ? null : text.slice(span.start, span.end);
}

describe('the language of cues', () => {
  // prettier-ignore
  const cases: [what: string, pattern: string, text: string, match: string | null][] = [
    ['words in order',                 'had not read',               'I had not read it.',                      'had not read'],
    ['without case or accents',        'pago la factura',            'Ella PAGÓ la factura.',                   'PAGÓ la factura'],
    ['accents in the pattern',         'pagó',                       'ella pago tarde',                         'pago'],
    ['at word bounds',                 'read',                       'He was already there.',                   null],
    ['a star ends a stem',             'admit*',                     'She admitted it.',                        'admitted'],
    ['a stem is not a word',           'admit',                      'She admitted it.',                        null],
    ['alternatives',                   '(said|wrote) that',          'He wrote that it was done.',              'wrote that'],
    ['alternatives of several words',  '(did not|never) pay',        'He never paid. He did not pay.',          'did not pay'],
    ['an optional word',               'paid (in|) full',            'It was paid full.',                       'paid full'],
    ['nested alternatives',            '(a (b|c)|d) e',              'x a c e',                                 'a c e'],
    ['a contraction is two words',     'did not arrive',             "It didn't arrive.",                       "didn't arrive"],
    ['up to five words between',       'keep .. slot',               'keep one two three four five slot',       'keep one two three four five slot'],
    ['none between',                   'keep .. slot',               'Keep slot',                               'Keep slot'],
    ['six are too many',               'keep .. slot',               'keep one two three four five six slot',   null],
    ['a name of the actor',            '<actor> (said|promised)',    'Then Samantha promised it.',              'Samantha promised'],
    ['a name of several words',        '<actor> delivered',          'Great Lakes Print delivered the books.',  'Great Lakes Print delivered'],
    ['a possessive name',              '<actor> confession',         "Samantha's confession",                   "Samantha's confession"],
    ['the other side is not actor',    '<actor> said',               'Peter said so.',                          null],
    ['the other side',                 '<other> said',               'Peter said so.',                          'Peter said'],
    ['an amount with a sign',          'owes <amount>',              'He owes $85,000 in all.',                 'owes $85,000'],
    ['an amount with a name',          'owes <amount>',              'He owes 300 euros.',                      'owes 300 euros'],
    ['a currency before the amount',   'owes <amount> now',          'He owes USD 300 now.',                    'owes USD 300 now'],
    ['a scaled amount',                'debe <amount>',              'Debe 3 millones de pesos.',               'Debe 3 millones de pesos'],
    ['a scaled amount without «de»',   'owes <amount>',              'He owes 3 million dollars.',              'owes 3 million dollars'],
    ['a number is no amount',          'owes <amount>',              'He owes 3 visits.',                       null],
    ['a date by number',               'by <date>',                  'by 2026-03-11',                           'by 2026-03-11'],
    ['a date by name of month',        'by <date>',                  'by 11 March 2026',                        'by 11 March'],
    ['month first',                    'by <date>',                  'by March 11th',                           'by March 11th'],
    ['a Spanish date',                 'el <date>',                  'el 3 de mayo de 2025',                    'el 3 de mayo'],
    ['a day of the week',              'by <date>',                  'by Friday',                               'by Friday'],
    ['a number is no date',            'by <date>',                  'by 11 people',                            null],
    ['one clause only: but',           'denied .. argument',         'She denied contact but admitted an argument.', null],
    ['one clause only: sentence',      'denied .. argument',         'She denied contact. The argument came.',   null],
    ['the earliest start',             '(a|b) .. d',                 'a b c d',                                 'a b c d'],
    ['months without a day',           'by <date>',                  'by March',                                null],
    ['an amount needs a currency',     'owes <amount>',              'He owes 3 million things.',               null],
    ['nothing in nothing',             'read',                       '',                                        null],
  ];

  test.each(cases)('%s', (_, pattern, text, match) => {
    expect(found(pattern, text)).toBe(match);
  });
});

describe('a broken pattern is told in a sentence, and matches nothing', () => {
  // prettier-ignore
  const broken: [pattern: string, why: string][] = [
    ['',              'it holds no word'],
    ['(a|b',          'a bracket is opened and never closed'],
    ['a)',            'a bracket closes that was never opened'],
    ['a|b',           'a bracket closes that was never opened'],
    ['.. a',          'it begins or ends with «..»'],
    ['a ..',          'it begins or ends with «..»'],
    ['<judge>',       '«<judge>» is no placeholder'],
    ['<constructor>', '«<constructor>» is no placeholder'],
    ['(a|<judge>)',   '«<judge>» is no placeholder'],
    ['a*b',           '«*» stands elsewhere than at the end of a word'],
    ['«»',            '««»» is no word'],
    ['(a|)',          'it is satisfied by no words at all'],
    ['(((((a)))))',   'its brackets are nested more than 4 deep'],
  ];
  test.each(broken)('%s', (pattern, why) => {
    expect(compileCue(pattern)).toEqual({
      kind: 'broken',
      says: `The cue pattern «${pattern}» is broken: ${why}.`,
    });
    expect(cueMatches(pattern, 'a b', names)).toBeNull();
  });
});

test('a broken pattern of our own is a bug', () => {
  expect(() => ownCue('a)')).toThrow('The cue pattern «a)» is broken');
});

test('every match holds one of the words that a compiled cue needs', () => {
  const needs = (pattern: string) => {
    const compilation = compileCue(pattern);
    return compilation.kind === 'compiled' ? compilation.cue.needs.map(({ text }) => text) : [];
  };
  expect(needs('it was delivered')).toEqual(['delivered']);
  expect(needs('(paid|settled*) it')).toEqual(['paid', 'settled']);
  expect(needs('<actor> (|now) <date>')).toEqual([]);
  expect(needs('as (soon|late)')).toEqual(['soon', 'late']);
});

test('a hostile text takes time proportional to its length', () => {
  const text = 'a '.repeat(100_000);
  expect(cueMatches('a .. a .. a .. a .. b', text, names)).toBeNull();
});

test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'])(
  'a word that every object has is a word like any other: %s',
  (word) => {
    const cue = word.replaceAll('_', '');
    expect(compileCue(cue).kind).toBe('compiled');
    expect(cueMatches(cue, `They called it ${word} and left.`, names)).not.toBeNull();
    expect(cueMatches('<actor> paid', `${word}'s ${word} paid`, names)).toBeNull();
  },
);
