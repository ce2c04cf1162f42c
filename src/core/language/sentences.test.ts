import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from './sentences.ts';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  // prettier-ignore
  const cases: [what: string, ...parts: string[]][] = [
    ['end at full stops, questions and exclamations', 'He paid.', 'Did he?', 'Yes!'],
    ['keep abbreviations whole', 'Mr. Smith met Dr. Jones at Acme Inc. Limited.', 'They left.'],
    ['keep Spanish abbreviations whole', 'El Sr. Pérez citó el art. 12 del Código.', 'Luego salió.'],
    ['end at a company where another begins', 'He sued Trigal Ltda.', 'La demandada pagó.', 'Then Acme Inc. Limited left.'],
    ['keep initials whole', 'J. R. Smith paid.', 'She did not.'],
    ['keep an initial after a name whole', 'Then John F. Kennedy spoke.', 'All heard.'],
    ['end at a single letter that is no initial', 'This is plan b.', 'Then came another.'],
    ['keep the number of an item with it', '1. The buyer paid.', '2.1. The seller did not.'],
    ['end at a number that ends one', 'There were 12.', 'All were sold.'],
    ['keep a speaker with the words', 'Q. Were you there?', 'A. No.'],
    ['keep a closing quotation mark inside', 'He said "I left."', 'Then she left.'],
    ['go on after a quoted question', '"Did you pay?" he asked.'],
    ['keep decimals and addresses whole', 'It cost 3.50 at example.org on Monday.'],
    ['take several marks as one', 'Really?!', 'Well…', 'No.'],
    ['open with Spanish marks', 'Se fue.', '¿Volvió?', '¡No!'],
    ['go on where a small letter follows', 'He spoke of approx. ten boxes.'],
  ];
  test.each(cases)('%s', (_, ...parts) => {
    expect(split(parts.join(' '))).toEqual(parts);
  });

  test('end at a blank line and before a list bullet', () => {
    expect(split('Title\n\nText goes\non here\n- one\n- two')).toEqual([
      'Title',
      'Text goes\non here',
      '- one',
      '- two',
    ]);
    expect(split('   ')).toEqual([]);
  });

  test('cover every character but white space, in order', () => {
    const pieces = fc.constantFrom(
      'a',
      'Mr',
      '. ',
      '? ',
      ' ',
      '\n',
      '\n\n',
      'B',
      '1',
      '"',
      '- ',
      '…',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const joined = split(text).join('').replace(/\s/gu, '');
        expect(joined).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
