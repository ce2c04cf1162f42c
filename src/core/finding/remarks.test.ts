import { describe, expect, test } from 'vitest';
import { hear, sides, type File } from '../../../test/found.ts';

const complaint: File = [
  'complaint.txt',
  'Claimant: Neil Abbot\n\nRespondent: Victor Lund\n\nLund delivered the oak table late and scratched.',
];
const ground: File = ['note.txt', 'Lund delivered the oak table late and scratched.', 'other'];

/** What was said beside the passages that have a ground of their own. */
function remarks(...files: readonly File[]) {
  const { findings } = hear([complaint, ground, ...files]);
  return findings.filter(({ score }) => score === 0.1);
}

describe('remarks: what no cue reads, near to what is alleged', () => {
  // prettier-ignore
  const cases: [rule: string, file: File, expected: readonly string[]][] = [
    ['for whom a stranger speaks is left open, where something is denied',
      ['x.txt', 'The oak was never dry.', 'other'],
      ['open: The oak was never dry.']],
    ['and where something is doubted',
      ['x.txt', 'Perhaps some of the oak came from another yard.', 'other'],
      ['open: Perhaps some of the oak came from another yard.']],
    ['and where a record names an amount',
      ['x.txt', 'Oak, one piece: $300.', 'business-record'],
      ['open: Oak, one piece: $300.']],
    ['«without» denies nothing of what happened',
      ['x.txt', '2025-01-01 10:00 Victor Lund: my oak without a knot costs $300', 'message-thread'],
      ['proved: 2025-01-01 10:00 Victor Lund: my oak without a knot costs $300']],
    ['the respondent speaks for the respondent',
      ['x.txt', 'Statement of Victor Lund\n\nI chose the oak myself.', 'witness-statement'],
      ['not-proved: I chose the oak myself.']],
    ['the claimant speaks for the claimant',
      ['x.txt', 'Statement of Neil Abbot\n\nI never chose the oak.', 'witness-statement'],
      ['proved: I never chose the oak.']],
    ['but not where the claimant waives',
      ['x.txt', 'Statement of Neil Abbot\n\nI said no rush with the oak.', 'witness-statement'],
      ['not-proved: I said no rush with the oak.']],
    ['in a conversation the respondent concedes',
      ['x.txt', '2025-01-01 10:00 Victor Lund: my oak is still wet', 'message-thread'],
      ['proved: 2025-01-01 10:00 Victor Lund: my oak is still wet']],
    ['but not by blaming the other',
      ['x.txt', '2025-01-01 10:00 Victor Lund: you paid $90 for the oak', 'message-thread'],
      ['not-proved: 2025-01-01 10:00 Victor Lund: you paid $90 for the oak']],
    ['a question says nothing',
      ['x.txt', 'Was the oak never dry?', 'other'],
      []],
    ['nor does a norm',
      ['x.txt', 'The oak is never dry.', 'norm'],
      []],
    ['nor what stands far from all that is alleged',
      ['x.txt', 'The soup was never hot.', 'other'],
      []],
    ['nor what nobody disputes',
      ['x.txt', 'The oak grew.', 'other'],
      []],
  ];
  test.each(cases)('%s', (_, file, expected) => {
    expect(sides(remarks(file))).toEqual(expected);
  });

  test('each goes to the issue on which it bears most', () => {
    const { findings } = hear([
      [
        'complaint.txt',
        'Claimant: Neil Abbot\n\nRespondent: Victor Lund\n\nLund delivered the oak table late.\n\nLund broke the brass lamp of the hall.',
      ],
      ['note.txt', 'Lund delivered the oak table late. Lund broke the brass lamp.', 'other'],
      ['x.txt', 'The brass was never old.', 'other'],
    ]);
    const own = findings.filter(({ name }) => name === 'x.txt');
    expect(own.map(({ element }) => element)).toEqual(['allegation-2']);
  });

  test('an issue gets six of them at most, the most telling', () => {
    const lines = [
      'The oak grew.',
      ...Array.from({ length: 8 }, (_, n) => `The oak was not ${n}.`),
    ];
    const own = remarks(['x.txt', lines.join('\n\n'), 'other']);
    expect(own).toHaveLength(6);
    expect(own.every(({ quote }) => quote.includes('not'))).toBe(true);
  });

  test('they are weak, and say whose they are', () => {
    const own = remarks(['x.txt', 'Statement of Victor Lund\n\nI chose the oak.', 'answer']);
    expect(own).toMatchObject([{ tier: 'weak', reasons: ['said by the respondent'] }]);
  });

  test('where nothing else speaks for an issue, no remark breaks the silence', () => {
    const { findings, silent } = hear([complaint, ['x.txt', 'The oak was never dry.', 'other']]);
    expect(findings).toEqual([]);
    expect(silent).toHaveLength(1);
  });
});
