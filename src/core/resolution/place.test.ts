import { expect, test } from 'vitest';
import { caseOf, contract, exhibit, filedCase } from '../../../test/small-case.ts';
import { placeOf } from './place.ts';

const state = caseOf(...filedCase, exhibit('E5', 'other', []));

test('a place of an exhibit goes by the passage in which it begins', () => {
  const [, second] = contract.data.passages;
  expect(placeOf(state, { source: 'E2', start: 0 })).toBe('E2 ¶1');
  expect(placeOf(state, { source: 'E2', start: second?.start ?? 0 })).toBe('E2 ¶2');
  expect(placeOf(state, { source: 'E2', start: -1 })).toBe('E2 ¶1');
  expect(placeOf(state, { source: 'E5', start: 0 })).toBe('E5');
});

test('an article goes by its work; what nobody knows by its id', () => {
  expect(placeOf(state, { source: 'small-code/1@2000-01-01', start: 0 })).toBe(
    'Small Code, art. 1',
  );
  expect(placeOf(state, { source: 'E9', start: 0 })).toBe('E9');
});
