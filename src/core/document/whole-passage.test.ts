import { expect, test } from 'vitest';
import { wholePassage } from './whole-passage.ts';

test('a text that is one passage is covered from end to end', () => {
  const text = 'Who promises a date keeps it.';
  expect(wholePassage(text)).toMatchObject({ n: 1, start: 0, end: text.length, evidential: true });
});
