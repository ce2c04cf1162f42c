import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noCase, type Case } from './case.ts';
import { evolveCase } from './evolve-case.ts';
import { parseMove } from './parse-move.ts';

const text = 'The pump was late. It came on Monday. The pump was late.';
const passage = { page: 1, speaker: null, saidAt: null, evidential: true };

const state: Case = evolveCase(noCase, {
  type: 'exhibit-filed',
  data: {
    exhibit: 'E1',
    name: { prose: 'letter.txt' },
    format: 'text',
    kind: 'correspondence',
    kindTier: 'strong',
    language: 'en',
    by: 'court',
    author: { name: null, side: null },
    bytes: { prose: '' },
    size: text.length,
    text: { prose: text },
    pages: [[0, text.length]],
    passages: [
      { ...passage, start: 0, end: 18 },
      { ...passage, start: 19, end: 37 },
      { ...passage, start: 38, end: 56 },
    ],
    warnings: [],
  },
});

const proposal = {
  kind: 'fact',
  text: 'It was late.',
  anchors: [],
  scheme: 'document',
  bindings: { document: 'the letter' },
  conclusion: { about: 'element', element: 'breach', position: 'proved' },
};

const argue = (changed: object) => ({ act: 'argue', proposal: { ...proposal, ...changed } });
const parse = (value: unknown) => parseMove(value, 'prosecutor', state);

function refusals(value: unknown): readonly string[] {
  const parsed = parse(value);
  return parsed.kind === 'refused'
    ? parsed.refusals.map(({ rule, at }) => `${rule} ${at.join('.')}`)
    : [];
}

function says(value: unknown): readonly string[] {
  const parsed = parse(value);
  return parsed.kind === 'refused' ? parsed.refusals.map((refusal) => refusal.says) : [];
}

function anchorOf(anchor: object) {
  const parsed = parse(argue({ anchors: [anchor] }));
  return parsed.kind === 'parsed' && 'proposal' in parsed.move
    ? parsed.move.proposal.anchors[0]
    : parsed;
}

describe('a move read from JSON', () => {
  test.each([
    { act: 'pass' },
    { act: 'offer', exhibits: ['E1'], text: 'We offer E1.' },
    { act: 'object', exhibit: 'E1', ground: 'relevance', text: 'It bears on nothing.' },
    { act: 'rule', overruled: true, text: 'Overruled.' },
    { act: 'examine', witness: 'Ada', exhibit: 'E1', element: 'breach', text: 'When?' },
    { act: 'concede', element: 'breach', text: 'We give it up.' },
    { act: 'reweigh', statement: 'S1', value: 0.25, text: 'The ink is fresh.' },
  ])('of $act is taken as it stands', (move) => {
    expect(parse(move)).toEqual({ kind: 'parsed', move });
  });

  test('speaks for the seat that was asked and for no other', () => {
    expect(parse(argue({}))).toEqual({
      kind: 'parsed',
      move: { act: 'argue', proposal: { ...proposal, role: 'prosecutor' } },
    });
    expect(refusals(argue({ role: 'judge' }))).toEqual(['MV3 proposal']);
  });

  test('without an exhibit or an element names none', () => {
    expect(parse({ act: 'object', ground: 'leading', text: 'Leading.' })).toMatchObject({
      move: { exhibit: null },
    });
    expect(
      parse({ act: 'cross-examine', witness: 'Ada', exhibit: 'E1', text: 'When?' }),
    ).toMatchObject({ move: { element: null } });
  });

  test('carries its question', () => {
    const move = { ...argue({}), act: 'raise-question', statement: 'S1', question: 'authentic' };
    expect(parse(move)).toMatchObject({ move: { statement: 'S1', question: 'authentic' } });
  });
});

describe('an anchor', () => {
  test('at a passage stands where its quote stands in that passage', () => {
    const quote = 'pump was late';
    expect(anchorOf({ source: 'E1', passage: 3, quote })).toEqual({
      source: 'E1',
      quote,
      start: 42,
      end: 55,
    });
  });

  test('keeps its quote as it was given, typography and all', () => {
    const quote = 'It  came on Monday';
    expect(anchorOf({ source: 'E1', passage: 2, quote })).toMatchObject({ quote, start: 19 });
  });

  test('whose quote is not in the passage names the passage, and the quote stays unmended', () => {
    const quote = 'It came on Tuesday.';
    expect(anchorOf({ source: 'E1', passage: 2, quote })).toEqual({
      source: 'E1',
      quote,
      start: 19,
      end: 37,
    });
  });

  test('in a source that is not there is left to the gate', () => {
    expect(anchorOf({ source: 'E9', passage: 1, quote: 'late' })).toEqual({
      source: 'E9',
      quote: 'late',
      start: 0,
      end: 4,
    });
  });

  test('may name its offsets', () => {
    const anchor = { source: 'E1', quote: 'late', start: 13, end: 17 };
    expect(anchorOf(anchor)).toEqual(anchor);
  });

  test('[MV2] names a place', () => {
    const at = ['MV2 proposal.anchors.0'];
    expect(refusals(argue({ anchors: [{ source: 'E1', quote: 'late' }] }))).toEqual(at);
    expect(refusals(argue({ anchors: [{ source: 'E1', quote: 'late', start: 3 }] }))).toEqual(at);
  });

  test('[MV6] names a passage that there is', () => {
    const move = argue({ anchors: [{ source: 'E1', passage: 7, quote: 'late' }] });
    expect(refusals(move)).toEqual(['MV6 proposal.anchors.0.passage']);
    expect(says(move)).toEqual(['E1 letter.txt has no passage ¶7; it has 3.']);
  });
});

describe('JSON that is no move', () => {
  test.each([null, 3, 'pass', [], undefined])('[MV1] %j is refused', (value) => {
    expect(refusals(value)).toEqual(['MV1 ']);
  });

  test.each(['sign', 'reject', 'toString', 7, undefined])('[MV1] %j is no act', (act) => {
    expect(refusals({ act })).toEqual(['MV1 act']);
  });

  test('[MV2] what the act needs must be there, and of the right kind', () => {
    expect(refusals({ act: 'rule', overruled: 'yes' })).toEqual(['MV2 overruled', 'MV2 text']);
    expect(says({ act: 'rule', overruled: 'yes' })).toEqual([
      '«overruled» is needed, as true or false.',
      '«text» is needed, as text.',
    ]);
    for (const value of [Number.NaN, '0.5', null]) {
      expect(says({ act: 'reweigh', statement: 'S1', value, text: 'So it is.' })).toEqual([
        '«value» is needed, as a number.',
      ]);
    }
    expect(refusals({ act: 'argue' })).toEqual(['MV2 proposal']);
    expect(refusals(argue({ kind: 'order' }))).toEqual(['MV2 proposal.kind']);
    expect(refusals(argue({ conclusion: { about: 'all' } }))).toEqual([
      'MV2 proposal.conclusion.about',
    ]);
    expect(
      refusals(argue({ anchors: [{ source: 'E1', quote: '', start: -1, end: 0.5 }] })),
    ).toEqual(['MV2 proposal.anchors.0.start', 'MV2 proposal.anchors.0.end']);
  });

  test('[MV3] more than the act takes is refused', () => {
    expect(says({ act: 'pass', sign: true, label: 'in' })).toEqual([
      'The move takes no sign, label.',
    ]);
  });

  test('[MV4] a turn of speech is no brief, and a quote no document', () => {
    const anchors = Array.from({ length: 21 }, () => ({
      source: 'E1',
      quote: 'x',
      start: 0,
      end: 1,
    }));
    expect(refusals(argue({ anchors }))).toEqual(['MV4 proposal.anchors']);
    expect(refusals({ act: 'concede', element: 'e', text: 'x'.repeat(4_001) })).toEqual([
      'MV4 text',
    ]);
  });

  test('[MV5] half a character is no text, and no answer repeats it', () => {
    const half = '\u{d800}';
    expect(refusals({ act: 'concede', element: half, text: half })).toEqual([
      'MV5 element',
      'MV5 text',
    ]);
    expect(refusals({ act: 'concede', element: 'promise', text: 'A \0.' })).toEqual(['MV5 text']);
    for (const sentence of says({ act: 'pass', [half]: 1 })) {
      expect(sentence.isWellFormed()).toBe(true);
    }
  });

  test('gets ten refusals at most', () => {
    const anchors = Array.from({ length: 15 }, () => ({}));
    expect(refusals(argue({ anchors }))).toHaveLength(10);
  });

  test('of any kind is answered, and what is taken fits the record', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json().map((json): unknown => JSON.parse(json)),
          fc.record({ act: fc.constantFrom('argue', 'offer', 'rule'), proposal: fc.object() }),
          fc.object().map(argue),
        ),
        (value) => {
          const parsed = parse(value);
          const words = parsed.kind === 'parsed' ? [] : parsed.refusals.map((one) => one.says);
          expect(words.every((word) => word.isWellFormed() && word.length < 1_500)).toBe(true);
        },
      ),
    );
  });
});
