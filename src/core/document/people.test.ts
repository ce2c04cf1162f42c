import { describe, expect, test } from 'vitest';
import type { Passage } from './document.ts';
import { findPeople } from './people.ts';

const spoken = (speaker: string): Passage => ({
  n: 1,
  start: 0,
  end: 1,
  page: 1,
  headings: [],
  speaker,
  saidAt: null,
  evidential: true,
});

describe('people', () => {
  // prettier-ignore
  const cases: [string, string, string[]][] = [
    ['a title', 'We met Dr. Okonkwo and Mr. Vane Harlow there.', ['Okonkwo', 'Vane Harlow']],
    ['a title in Spanish', 'compareció don Évaro Quiñones de la Fuente, ingeniero', ['Évaro Quiñones de la Fuente']],
    ['capitals after a title', 'COMPARECE DOÑA ZUNILDA ROCO PAZ, chilena', ['ZUNILDA ROCO PAZ']],
    ['a role', 'The witness Orla Venn saw it. Declara el testigo Baltazar Ruz.', ['Orla Venn', 'Baltazar Ruz']],
    ['a caption', 'Harlow v. Vane Brothers', ['Harlow', 'Vane Brothers']],
    ['a field', 'Customer: Orla Venn', ['Orla Venn']],
    ['a given name', 'Then Peter Vane left with Samantha.', ['Peter Vane', 'Samantha']],
    ['a possessive is no part of the name', "Samantha's essay and Peter's money", ['Samantha', 'Peter']],
    ['a name seen once is seen again', 'Mr. Vane came. I told Vane so.', ['Vane', 'Vane']],
    ['months, courts and companies are no people', 'In March the Court heard Acme Ltd. El Tribunal falló en Mayo.', []],
    ['words after the name', 'The Peter Vane Company v. The Court', ['Peter Vane']],
  ];
  test.each(cases)('%s', (_, text, names) => {
    expect(findPeople(text, []).map(({ name }) => name)).toEqual(names);
  });

  test('speakers with a given name are people wherever they stand', () => {
    const text = 'Rosalba Peter: no';
    expect(findPeople(text, [spoken('Peter'), spoken('Q')])).toEqual([
      { start: 8, end: 13, name: 'Peter' },
    ]);
  });

  test('places are exact', () => {
    const text = 'Then Mr. Vane Harlow, of Dr. Orla Venn and Venn v. Ruz.';
    for (const { start, end, name } of findPeople(text, [])) {
      expect(text.slice(start, end)).toBe(name);
    }
  });
});
