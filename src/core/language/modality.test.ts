import { describe, expect, test } from 'vitest';
import { indexNames } from './entities.ts';
import { mannersOf } from './modality.ts';
import { words } from './words.ts';

const names = indexNames({ actor: ['Ana'], other: ['Luis'] });
const manners = (clause: string, asks = false) => [...mannersOf(words(clause), asks, names)];

describe('how a clause is said', () => {
  // prettier-ignore
  const cases: [clause: string, ...manners: string[]][] = [
    ['He paid the rent'],
    ['It runs only if you pay',           'condition'],
    ['It could be a worn part',           'doubt'],
    ['I will pay on Friday',              'promise'],
    ['My cousin told me that he hit him', 'hearsay'],
    ['The tenant shall pay the rent',     'duty'],
    ['Prometió volver',                   'promise'],
    ['Mi nieto me dijo que le pegó',      'hearsay'],
    ['No se descarta una caída',          'doubt'],
  ];
  test.each(cases)('%s', (clause, ...expected) => {
    expect(manners(clause)).toEqual(expected);
  });
  test('a question is one because its sentence asks', () => {
    expect(manners('Did he pay', true)).toEqual(['question']);
  });
});
