import { describe, expect, test } from 'vitest';
import { argued, caseOf, promised, said } from '../../../test/small-case.ts';
import { positionFor, questionAbout, sideHelped, sideOf } from './sides.ts';

describe('[HR8] whom a conclusion helps', () => {
  const state = caseOf(
    ...argued(),
    said('S1', [promised]),
    said('S2', [promised], {
      conclusion: { about: 'statement', statement: 'S1', question: 'contradicted' },
    }),
  );
  test('an element that is proved helps who must persuade, and the contrary the other side', () => {
    const about = (element: string, position: 'proved' | 'not-proved') =>
      sideHelped(state, { about: 'element', element, position });
    expect(about('promise', 'proved')).toBe('prosecutor');
    expect(about('promise', 'not-proved')).toBe('defender');
    expect(about('waiver', 'proved')).toBe('defender');
    expect(about('waiver', 'not-proved')).toBe('prosecutor');
    expect(about('price', 'proved')).toBeUndefined();
    expect(positionFor('defender', 'defender')).toBe('proved');
    expect(positionFor('defender', 'prosecutor')).toBe('not-proved');
  });

  test('an answer helps whom the statement helps, an exception the other, and so on', () => {
    const about = (statement: string, question: string) =>
      sideHelped(state, { about: 'statement', statement, question });
    expect(about('S1', 'authentic')).toBe('prosecutor');
    expect(about('S1', 'contradicted')).toBe('defender');
    expect(about('S2', 'contradicted')).toBe('prosecutor');
    expect(about('S9', 'authentic')).toBeUndefined();
    expect(questionAbout(state, 'S9', 'authentic')).toBeUndefined();
    expect(questionAbout(state, 'S1', 'authentic')?.burden).toBe('proponent');
    const strange = caseOf(...argued(), said('S1', [promised], { scheme: 'of another court' }));
    expect(questionAbout(strange, 'S1', 'authentic')).toBeUndefined();
    expect(sideHelped(state, { about: 'nothing' })).toBeUndefined();
  });

  test('counsel have a side; judge, secretary and witness have none', () => {
    expect(
      (['judge', 'prosecutor', 'defender', 'secretary', 'witness'] as const).map(sideOf),
    ).toEqual([undefined, 'prosecutor', 'defender', undefined, undefined]);
  });
});
