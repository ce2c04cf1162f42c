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
