import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import type { DocumentKind, Passage } from '../document/document.ts';
import { authorOf, sideOfName, voiceOf } from './author.ts';

const aliases = {
  claimant: ['Harbour Bakery', 'Customer', 'R. Marsh', 'Marsh', 'claimant'],
  respondent: ['Victor Lund', 'Victor', 'Lund', 'respondent', 'Contractor', 'imputado'],
  others: [],
};

describe('who wrote a paper', () => {
  // prettier-ignore
  const cases: [text: string, kind: DocumentKind, name: string | null, side: string | null][] = [
    ['Statement of Victor Lund\n\nI was there.',               'witness-statement', 'Victor Lund', 'respondent'],
    ['Declaración de la testigo Sonia Vera\n\nVi el golpe.',   'witness-statement', 'Sonia Vera',  null],
    ['From: Rita Marsh\n\nWhen will you finish?',              'correspondence',    'Rita Marsh',  'claimant'],
    ["Lund's own note of the day\n\nIt rained.",               'party-notes',       'Lund',        'respondent'],
    ['I am Omar Field and I work at the bar.',                 'other',             'Omar Field',  null],
    ['I had not read it.',                                     'admission',         null,          'respondent'],
    ['The claim is denied.',                                   'answer',            null,          'respondent'],
    ['Version of the respondent\n\nIt rained.',                'other',             null,          'respondent'],
    ['Version of the Claimant\n\nIt rained.',                  'other',             null,          'claimant'],
    ['It rained.',                                             'other',             null,          null],
  ];
  test.each(cases)('%s', (text, kind, name, side) => {
    expect(authorOf(paper('x.txt', text, kind), aliases)).toEqual({ name, side });
  });
});

describe('the side of a name', () => {
  // prettier-ignore
  const cases: [name: string, side: string | null][] = [
    ['Victor Lund',   'respondent'],
    ['Mr. Lund',      'respondent'],
    ['Lund, V.',      'respondent'],
    ['Rita Marsh',    'claimant'],
    ['the Customer',  'claimant'],
    ['Carla Lund',    null],
    ['Omar Field',    null],
    ['V.',            null],
    ['',              null],
  ];
  test.each(cases)('%s', (name, side) => {
    expect(sideOfName(name, aliases)).toBe(side);
  });
  test('of both sides is of none', () => {
    expect(sideOfName('Ana', { claimant: ['Ana'], respondent: ['Ana'], others: [] })).toBeNull();
  });
});

test('a passage is said by its own speaker, else by the author of the paper', () => {
  const author = { name: 'Omar', side: null };
  const passage = (speaker: string | null) => ({ speaker }) as Passage;
  expect(voiceOf(passage('Victor Lund'), author, aliases)).toEqual({
    name: 'Victor Lund',
    side: 'respondent',
  });
  expect(voiceOf(passage('A.'), author, aliases)).toBe(author);
  expect(voiceOf(passage(null), author, aliases)).toBe(author);
});
