import { describe, expect, test } from 'vitest';
import { lacking, signs } from './negation.ts';
import { words } from './words.ts';

/** The words that stand denied. */
function denied(clause: string): string {
  const found = words(clause);
  const signed = signs(found);
  return found
    .filter((_, at) => signed[at] === -1)
    .map((word) => word.folded)
    .join(' ');
}

test('a word that is also a name of JavaScript is a word like any other', () => {
  for (const text of ['constructor no cumplió', 'toString not valueOf', '__proto__ sin duda']) {
    expect(() => signs(words(text))).not.toThrow();
  }
});

describe('what a clause denies', () => {
  // prettier-ignore
  const cases: [what: string, clause: string, denied: string][] = [
    ['nothing where nothing negates',             'he paid the rent',                         ''],
    ['what follows «not»',                        'he did not pay',                           'not pay'],
    ['nothing after «not only»',                  'he not only paid',                         ''],
    ['nothing by «no later than»',                'paid no later than May',                   ''],
    ['nothing by «no doubt», «sin duda»',         'no doubt sin duda paid',                   ''],
    ['nothing by «nothing but»',                  'nothing but rain',                         ''],
    ['nothing by an answering «No,»',             'No, they gave receipts',                   ''],
    ['what an answer itself denies',              'No, they did not pay',                     'not pay'],
    ['two negations affirm',                      'he did not deny it',                       'not'],
    ['«failed to», «refused to»',                 'he failed to pay',                         'failed to pay'],
    ['«untrue that»',                             'untrue that he paid',                      'untrue that he paid'],
    ['«untrue» alone is a word',                  'an untrue story',                          ''],
    ['«nothing» reaches back',                    'he paid nothing',                          'he paid nothing'],
    ['a late «no» reaches back to its verb',      'officers found no boxes',                  'officers found no boxes'],
    ['an early «no» reaches on',                  'no boxes were found',                      'no boxes were found'],
    ['«without» reaches a few words',             'left without the consent of the owner at noon on May', 'without the consent of the owner'],
    ['Spanish «no»',                              'no pagó la renta',                         'no pago la renta'],
    ['Spanish strengthening undoes nothing',      'no pagó nunca nada',                       'no pago nunca nada'],
    ['«nadie» alone denies',                      'nadie pagó',                               'nadie pago'],
    ['«dejó de»',                                 'dejó de pagar',                            'dejo de pagar'],
    ['«dejó que» lets',                           'dejó que pagara',                          ''],
    ['«stopped paying»',                          'he stopped paying',                        'stopped paying'],
    ['«stopped the clock» stops a thing',         'he stopped the clock',                     ''],
    ['a relative clause of its own is not denied', 'I never got the plates we ordered',       'never got the plates'],
    ['also after «that»',                         'I never got the plates that we ordered',   'never got the plates that'],
    ['but the content of a denial is',            'I deny that I hit him',                    'deny that i hit him'],
    ['«no» at the end denies itself',             'he said no',                               'no'],
  ];
  test.each(cases)('%s', (_, clause, expected) => {
    expect(denied(clause)).toBe(expected);
  });
});

test('what stands under «without» is lacking', () => {
  const found = words('took boxes without consent');
  expect(lacking(found)).toEqual([false, false, false, true]);
  expect(lacking(words('sin duda pagó'))).toEqual([false, false, false]);
});
