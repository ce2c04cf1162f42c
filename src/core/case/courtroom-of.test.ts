import { describe, expect, test } from 'vitest';
import {
  argued,
  article,
  at,
  caseOf,
  constituted,
  contract,
  filedCase,
  proposing,
  said,
} from '../../../test/small-case.ts';
import { positionFor, questionAbout, sideHelped, sideOf } from './advance-rules.ts';
import { noCase } from './case.ts';
import { courtroomOf, sourceOf } from './courtroom-of.ts';

const promised = at(contract, 'The supplier promised delivery on the first of March.');

describe('the courtroom as the gate sees it', () => {
  test('sources are the exhibits and the articles of the record, and nothing else', () => {
    const state = caseOf(...filedCase, article('9', false));
    expect(sourceOf(state, 'E2')).toMatchObject({
      label: 'E2 e2.txt',
      standing: { kind: 'filed' },
      seenBy: 'everyone',
    });
    expect(sourceOf(state, 'small-code/9@2000-01-01')).toMatchObject({
      label: 'Small Code, art. 9',
      passages: [{ n: 1, evidential: true }],
      standing: { kind: 'law', inForce: false, because: 'repealed in 2010' },
    });
    expect(sourceOf(state, 'E9')).toBeUndefined();
  });

  test('schemes and questions are those of the jurisdiction; without a court there are none', () => {
    const room = courtroomOf(caseOf(...argued(), said('S1', [promised])), () => []);
    expect(room.questionsOf('S1')).toEqual(['authentic', 'contradicted']);
    expect(room.questionsOf('S2')).toBeUndefined();
    expect(room.scheme('document')?.id).toBe('document');
    const stranger = said('S1', [promised], { scheme: 'unknown' });
    expect(courtroomOf(caseOf(constituted(), stranger), () => []).questionsOf('S1')).toEqual([]);
    expect(courtroomOf(noCase, () => []).scheme('document')).toBeUndefined();
  });

  test('the same is said again when it concludes the same from the same places, in any order', () => {
    const price = at(contract, 'The price is ninety.');
    const room = courtroomOf(caseOf(...argued(), said('S1', [promised, price])), () => []);
    expect(room.saidBefore(proposing([price, promised]))).toBe('S1');
    expect(room.saidBefore(proposing([promised]))).toBeUndefined();
    expect(room.saidBefore(proposing([]))).toBeUndefined();
    const waiver = { about: 'element', element: 'waiver', position: 'proved' } as const;
    expect(room.saidBefore(proposing([price, promised], { conclusion: waiver }))).toBeUndefined();
  });
});

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
