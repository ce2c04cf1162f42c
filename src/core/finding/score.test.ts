import { describe, expect, test } from 'vitest';
import type { Admitted, Expectation, Heard, Key } from './expectation.ts';
import { readExpectation } from './read-expectation.ts';
import { score, sum } from './score.ts';

const text = 'The rent was paid. The roof leaked. Nobody came to repair it. The end.';
const texts = new Map([['a.txt', text]]);

function admitted(quote: string, own: Partial<Admitted> = {}): Admitted {
  const start = text.indexOf(quote);
  return {
    element: 'c1',
    side: 'for',
    file: 'a.txt',
    start,
    end: start + quote.length,
    quote,
    tier: 'strong',
    ...own,
  };
}

function key(quote: string, side: Key['side'] = 'for', element = 'e1'): Key {
  return { element, side, file: 'a.txt', quote };
}

function expectation(keys: readonly Key[], own: Partial<Expectation> = {}): Expectation {
  return {
    cause: 'none',
    elements: [{ id: 'e1', text: 'The roof leaked.', expected: 'proved' }],
    keys,
    alsoGood: [],
    ...own,
  };
}

function heard(anchors: readonly Admitted[], own: Partial<Heard> = {}): Heard {
  return {
    admitted: anchors,
    outcomes: [{ element: 'c1', text: 'The roof.', outcome: 'not proved' }],
    texts,
    ...own,
  };
}

describe('keys', () => {
  test('are found by an anchor that covers half of them, or lies within', () => {
    const keys = [key('The roof leaked. Nobody came to repair it.')];
    expect(score(heard([admitted('Nobody came to repair it.')]), expectation(keys)).keys).toEqual({
      hits: 1,
      of: 1,
    });
    expect(score(heard([admitted('leaked')]), expectation(keys)).keys).toEqual({ hits: 1, of: 1 });
    expect(score(heard([admitted('paid. The roof leaked.')]), expectation(keys)).keys).toEqual({
      hits: 0,
      of: 1,
    });
    expect(score(heard([admitted('leaked', { file: 'b.txt' })]), expectation(keys)).keys).toEqual({
      hits: 0,
      of: 1,
    });
  });
  test('whose quote stands nowhere are told apart', () => {
    const wrong = [key('It snowed.'), { ...key('The end.'), file: 'b.txt' }];
    expect(score(heard([]), expectation(wrong))).toMatchObject({ keys: { of: 0 }, missing: wrong });
  });
  test('are read with white space and quotes folded', () => {
    expect(
      score(heard([admitted('The roof leaked.')]), expectation([key('The  roof\nleaked.')])).keys
        .hits,
    ).toBe(1);
  });
});

describe('the right side', () => {
  test('is the side of the argument on the element of the key', () => {
    const anchors = [
      admitted('The roof leaked.', { side: 'against' }),
      admitted('The roof leaked.', { element: 'c2', side: 'for' }),
      admitted('The end.', { element: 'c1' }),
    ];
    const outcomes = ['c1', 'c2'].map((element) => ({
      element,
      text: '',
      outcome: 'not proved' as const,
    }));
    const read = expectation([key('The roof leaked.', 'against'), key('The end.')]);
    expect(score(heard(anchors, { outcomes }), read).side).toEqual({ hits: 2, of: 2 });
  });
  test('is taken from other elements where none of its own uses it; a tie counts as right', () => {
    const anchors = [
      admitted('The roof leaked.', { element: 'c9', side: 'against' }),
      admitted('The roof leaked.', { element: 'c8' }),
    ];
    expect(
      score(heard(anchors, { outcomes: [] }), expectation([key('The roof leaked.', 'against')]))
        .side,
    ).toEqual({ hits: 1, of: 1 });
  });
  test('is not asked of a key that was noted and that nobody argues for a side', () => {
    const anchors = [
      admitted('The roof leaked.', { side: 'open' }),
      admitted('The end.', { side: 'open' }),
      admitted('The end.', { side: 'against' }),
    ];
    const read = expectation([key('The roof leaked.', 'against'), key('The end.', 'against')]);
    expect(score(heard(anchors), read)).toMatchObject({
      keys: { hits: 2, of: 2 },
      side: { hits: 1, of: 1 },
      contrary: { hits: 2, of: 2 },
      contrarySide: { hits: 1, of: 1 },
      open: { hits: 1, of: 2 },
    });
  });
  test('counts contrary keys apart, and what «all for the claimant» would give', () => {
    const anchors = [
      admitted('The roof leaked.'),
      admitted('The rent was paid.', { side: 'against' }),
      admitted('The end.'),
    ];
    const read = expectation([
      key('The roof leaked.'),
      key('The rent was paid.', 'against'),
      key('Nobody came', 'against'),
      key('The end.', 'both'),
    ]);
    expect(score(heard(anchors), read)).toMatchObject({
      keys: { hits: 3, of: 4 },
      side: { hits: 2, of: 2 },
      allFor: { hits: 1, of: 2 },
      contrary: { hits: 1, of: 2 },
      contrarySide: { hits: 1, of: 1 },
    });
  });
});

describe('precision', () => {
  test('counts each place once in its surest tier, good where it touches a key or was marked as useful', () => {
    const anchors = [
      admitted('The roof leaked.', { tier: 'weak' }),
      admitted('The roof leaked.', { tier: 'fair' }),
      admitted('The roof leaked.', { tier: 'weak' }),
      admitted('The end.', { tier: 'weak' }),
      admitted('The rent was paid.'),
    ];
    const alsoGood = [
      { file: 'a.txt', quote: 'rent' },
      { file: 'b.txt', quote: 'rent' },
      { file: 'a.txt', quote: 'It snowed.' },
    ];
    expect(score(heard(anchors), expectation([key('The roof')], { alsoGood })).precision).toEqual({
      all: { hits: 2, of: 3 },
      strong: { hits: 1, of: 1 },
      fair: { hits: 1, of: 1 },
      weak: { hits: 0, of: 1 },
    });
  });
});

describe('elements', () => {
  const elements = [
    { id: 'e1', text: 'The roof leaked.', expected: 'proved' as const },
    { id: 'e2', text: 'The rent was unpaid.', expected: 'not proved' as const },
    { id: 'e3', text: 'The fence fell.', expected: 'no evidence' as const },
    { id: 'e4', text: 'The gate squeaked.', expected: 'contested' as const },
  ];
  const outcomes = [
    { element: 'c1', text: 'roof', outcome: 'proved' as const },
    { element: 'c2', text: 'rent', outcome: 'proved' as const },
    { element: 'c3', text: 'a fence that fell', outcome: 'not proved' as const },
  ];
  const anchors = [
    admitted('The roof leaked.'),
    admitted('The end.'),
    admitted('The end.', { element: 'c2' }),
    admitted('The rent was paid.', { element: 'c2', side: 'against' }),
  ];
  const keys = [
    key('The roof leaked.'),
    key('The end.'),
    key('The rent was paid.', 'against', 'e2'),
  ];

  test('are matched by shared keys, most first, those without evidence by their words, the rest printed', () => {
    expect(score(heard(anchors, { outcomes }), expectation(keys, { elements }))).toMatchObject({
      elements: { hits: 3, of: 4 },
      unmatched: ['e4: The gate squeaked.'],
    });
  });
  test('called proved against the reader are counted, and those without evidence that stayed silent', () => {
    const measured = score(heard(anchors, { outcomes }), expectation(keys, { elements }));
    expect(measured.provedAgainstReader).toEqual({ hits: 1, of: 2 });
    expect(measured.silent).toEqual({ hits: 1, of: 1 });
  });
  test('that nobody matched without evidence count as silent', () => {
    expect(score(heard([], { outcomes: [] }), expectation([], { elements })).silent).toEqual({
      hits: 1,
      of: 1,
    });
  });
});

test('scores of several folders add up', () => {
  const one = score(heard([admitted('The roof leaked.')]), expectation([key('The roof leaked.')]));
  expect(sum([one, one])).toMatchObject({
    keys: { hits: 2, of: 2 },
    precision: { strong: { hits: 2, of: 2 } },
    silent: { hits: 0, of: 0 },
  });
});

describe('an expectation file', () => {
  const good = {
    elements: [{ id: 'e1', text: 'x', expected: 'proved' }],
    keys: [{ element: 'e1', side: 'for', file: 'a.txt', quote: 'x' }],
  };
  test('is read, with what it may leave out', () => {
    expect(readExpectation('x.json', JSON.stringify(good))).toEqual({
      kind: 'read',
      expectation: { cause: 'none', ...good, alsoGood: [] },
    });
  });
  test('[EV1] is JSON', () => {
    expect(readExpectation('x.json', '{')).toMatchObject({ refusals: [{ rule: 'EV1' }] });
  });
  test('[EV2] has its shape', () => {
    const bad = { ...good, keys: [{ ...good.keys[0], side: 'left' }] };
    expect(readExpectation('x.json', JSON.stringify(bad))).toMatchObject({
      refusals: [{ rule: 'EV2', at: ['keys', 0, 'side'] }],
    });
  });
  test('[EV3] names only elements that it lists', () => {
    const stray = { ...good, keys: [{ ...good.keys[0], element: 'e9' }] };
    expect(readExpectation('x.json', JSON.stringify(stray))).toMatchObject({
      refusals: [{ rule: 'EV3', says: 'x.json: there is no element «e9».' }],
    });
  });
});
