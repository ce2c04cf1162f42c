import { describe, expect, test } from 'vitest';
import { causeOf, cue, element, hear, sides, type File } from '../../../test/found.ts';

const assault =
  'Claimant: Neil Abbot\n\nRespondent: Victor Lund\n\nLund struck Abbot in the face with his fist.';

describe('sides without a cue of the cause: usual words, and whose mouth they come from', () => {
  test('reliance, refunds and amounts are known by their usual words', () => {
    const relied: File = [
      'complaint.txt',
      'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nSoto relied on the word of Rey.',
    ];
    const note: File = [
      'note.txt',
      'Note of Ana Soto\n\nI kept the slot based on that timing.',
      'party-notes',
    ];
    expect(sides(hear([relied, note]).findings)).toEqual([
      'proved: I kept the slot based on that timing.',
    ]);
    const loss = element('loss', {
      proof: 'amount',
      terms: ['total'],
      cuesFor: [cue('never said')],
    });
    const invoice: File = ['invoice.txt', 'Customer: Ana Soto\n\nTotal due: $300', 'invoice'];
    expect(sides(hear([relied, invoice], causeOf([loss])).findings)).toEqual([
      'proved: Total due: $300',
    ]);
  });

  test('another cause in the mouth of the accused side, and what an expert leaves open, speak against it', () => {
    const { findings } = hear([
      ['complaint.txt', assault],
      [
        'lund.txt',
        'Statement of Victor Lund\n\nHe slipped on the wet step near the face of the wall.',
        'witness-statement',
      ],
      ['clinic.txt', 'A fall on the face cannot be excluded.', 'medical-record'],
    ]);
    expect(sides(findings)).toEqual([
      'not-proved: A fall on the face cannot be excluded.',
      'not-proved: He slipped on the wet step near the face of the wall.',
    ]);
  });

  test('owning up to one thing denies no other, and a paper that owns up denies nothing', () => {
    const notReceived: File = [
      'complaint.txt',
      'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nSoto never received the motor.',
    ];
    const letter: File = [
      'rey.txt',
      'Letter of Luis Rey\n\nIt is true that I received the money.',
      'correspondence',
    ];
    expect(sides(hear([notReceived, letter]).findings)).toEqual([
      'proved: It is true that I received the money.',
    ]);
    const confession: File = ['confession.txt', 'I had not read the sheet.', 'admission'];
    expect(
      hear([
        ['complaint.txt', 'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nRey sold the sheet.'],
        confession,
      ]).findings,
    ).toEqual([]);
  });

  test('a claimant’s words against the own claim need more than a stranger’s', () => {
    const paid: File = [
      'complaint.txt',
      'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nRey never paid the rent.',
    ];
    const scoreOf = (name: string) =>
      hear([paid, ['note.txt', `Statement of ${name}\n\nRey paid the rent.`, 'witness-statement']])
        .findings[0]?.score ?? 0;
    expect(scoreOf('Ana Soto')).toBeLessThan(scoreOf('Omar Field'));
  });
});
