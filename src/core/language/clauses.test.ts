import { describe, expect, test } from 'vitest';
import { clauses } from './clauses.ts';

const split = (text: string) => clauses(text).map(({ start, end }) => text.slice(start, end));

describe('clauses', () => {
  // prettier-ignore
  const cases: [sentence: string, ...parts: string[]][] = [
    ['He admitted an argument but denied contact.', 'He admitted an argument', 'but denied contact'],
    ['She paid the rent and never got a key.', 'She paid the rent', 'and never got a key'],
    ['Peter paid and Samantha refused.', 'Peter paid', 'and Samantha refused'],
    ['He left and she stayed.', 'He left', 'and she stayed'],
    ['Bread and butter and Peter.', 'Bread and butter and Peter'],
    ['He paid rent and', 'He paid rent and'],
    ['There was nothing but dust.', 'There was nothing but dust'],
    ['But he paid.', 'But he paid'],
    ['The van, which never arrived, was paid for.', 'The van', 'which never arrived', 'was paid for'],
    ['If you cannot hit that, I need to stop.', 'If you cannot hit that', 'I need to stop'],
    ['If you cannot hit that I stop.', 'If you cannot hit that I stop'],
    ['It was late; it was wet.', 'It was late', 'it was wet'],
    ['Reconoció la discusión, pero negó el golpe.', 'Reconoció la discusión', 'pero negó el golpe'],
    ['No fue el lunes sino el martes.', 'No fue el lunes', 'sino el martes'],
    ['Firmó el contrato y pagó la renta.', 'Firmó el contrato', 'y pagó la renta'],
    ['Pan y agua.', 'Pan y agua'],
    ['He wrote the letter and the manager signed it.', 'He wrote the letter', 'and the manager signed it'],
    ['The letter and the key.', 'The letter and the key'],
    ['He says that it broke, and that the shop was shut.', 'He says that it broke', 'and that the shop was shut'],
    ['Pagó la renta, le entregó la llave.', 'Pagó la renta', 'le entregó la llave'],
    ['Pagó la renta, le', 'Pagó la renta, le'],
    ['Total due: $300.', 'Total due: $300'],
    ['He denied it: the brother lives there.', 'He denied it', 'the brother lives there'],
    ["Don't pay.", "Don't pay"],
    ['', ''],
  ];
  test.each(cases)('%s', (sentence, ...parts) => {
    expect(split(sentence)).toEqual(parts);
  });
});

test('a sentence of any length takes time proportional to it', () => {
  expect(clauses('and the red '.repeat(30_000))).toHaveLength(1);
});
