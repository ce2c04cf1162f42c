import { describe, expect, test } from 'vitest';
import { hear, sides, type File } from '../../../test/found.ts';

const assault =
  'Claimant: Neil Abbot\n\nRespondent: Victor Lund\n\nLund struck Abbot in the face with his fist.';

describe('sides where no cause fits: what the complaint says, affirmed or denied', () => {
  test('each clause takes its own side: an argument admitted, contact denied', () => {
    const { findings } = hear([
      ['complaint.txt', assault],
      [
        'lund.txt',
        'Statement of Victor Lund\n\nI admit that we had an argument but I deny that I hit him.',
        'witness-statement',
      ],
      [
        'abbot.txt',
        'Statement of Neil Abbot\n\nHe hit me in the face with his fist. The tea was cold.',
        'witness-statement',
      ],
    ]);
    expect(sides(findings)).toEqual([
      'not-proved: but I deny that I hit him.',
      'proved: He hit me in the face with his fist.',
    ]);
  });

  test('quotes are exact places of the document', () => {
    const { findings, documents } = hear([
      ['complaint.txt', assault],
      [
        'abbot.txt',
        'Statement of Neil Abbot\n\nIt rained. He hit me in the face with his fist.',
        'witness-statement',
      ],
    ]);
    expect(findings).not.toEqual([]);
    for (const { document, start, end, quote, passage, name } of findings) {
      const source = documents[document];
      expect(source?.text.slice(start, end)).toBe(quote);
      expect(source?.name).toBe(name);
      expect(source?.passages.some(({ n }) => n === passage)).toBe(true);
    }
  });

  test('the complaint is no evidence, and an unrelated paper gives none', () => {
    const { findings, silent } = hear([
      ['complaint.txt', assault],
      ['recipe.txt', 'Never open the oven. Take three apples and one cup of flour.', 'other'],
    ]);
    expect(findings).toEqual([]);
    expect(silent).toMatchObject([
      { element: 'allegation-1', nearest: null, usuallyProvedBy: expect.any(String) as string },
    ]);
  });

  test('of nothing found it tells the words sought, over how many passages, and the nearest', () => {
    const { silent } = hear([
      ['complaint.txt', assault],
      ['note.txt', 'Paint for the face of the clock was bought.\n\nThe bill came later.', 'other'],
    ]);
    expect(silent).toMatchObject([
      {
        passages: 2,
        nearest: {
          name: 'note.txt',
          passage: 1,
          quote: 'Paint for the face of the clock was bought.',
        },
        searchedFor: ['struck', 'face', 'fist'],
      },
    ]);
  });

  test('what was lacking is the point: «without consent» is affirmed by «nobody had permission»', () => {
    const { findings } = hear([
      [
        'complaint.txt',
        'Claimant: Delta Supply\n\nRespondent: Martin Hale\n\nHale took the boxes without the consent of the owner.',
      ],
      [
        'price.txt',
        'Statement of Lena Price\n\nNobody had permission to remove stock that night.',
        'witness-statement',
      ],
    ]);
    expect(sides(findings)).toEqual(['proved: Nobody had permission to remove stock that night.']);
  });

  test('shared nouns deny nothing', () => {
    const { findings } = hear([
      [
        'complaint.txt',
        'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nRey scratched the green door of the old garage.',
      ],
      ['note.txt', 'No green door of an old garage faces the street.', 'other'],
    ]);
    expect(findings).toEqual([]);
  });

  test('the opposite word denies: what was lost is kept', () => {
    const { findings } = hear(
      [
        [
          'complaint.txt',
          'Demandante: Olga Tapia\n\nDemandado: Felipe Mora\n\nMora perdió el libro de reservas.',
        ],
        [
          'mora.txt',
          'Carta de Felipe Mora\n\nEl libro de reservas está guardado en mi oficina.',
          'correspondence',
        ],
      ],
      undefined,
      'es',
    );
    expect(sides(findings)).toEqual([
      'not-proved: El libro de reservas está guardado en mi oficina.',
    ]);
  });

  test('a duty denies nothing: it shows what was due', () => {
    const { findings } = hear([
      [
        'complaint.txt',
        'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nRey did not install the safety valve.',
      ],
      ['contract.txt', 'The contractor shall install a safety valve.', 'contract'],
    ]);
    expect(sides(findings)).toEqual(['proved: The contractor shall install a safety valve.']);
  });

  test('a question says nothing; its answer says what it asked', () => {
    const { findings } = hear([
      [
        'complaint.txt',
        'Claimant: Delta Supply\n\nRespondent: Martin Hale\n\nHale took the boxes of copper fittings.',
      ],
      [
        'interview.txt',
        'Interview of Martin Hale\n\nQ. Did you take the boxes of copper fittings?\n\nA. No.\n\nQ. Was it wet?\n\nA. Yes.',
        'transcript',
      ],
    ]);
    expect(sides(findings)).toEqual(['not-proved: A. No.']);
  });

  test('a quoted word speaks in the mouth that used it, weakly', () => {
    const { findings } = hear([
      [
        'complaint.txt',
        'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nRey said "Pelican" in public.',
      ],
      [
        'thread.txt',
        '2025-01-01 10:00 Omar: The Pelican was here.\n\n2025-01-01 10:05 Zoe: No pelican at all.',
        'message-thread',
      ],
      ['list.txt', 'Pelican sightings were few.', 'other'],
    ]);
    const [spoken, ...remarked] = findings;
    expect(remarked.every(({ score }) => score < Number(spoken?.score))).toBe(true);
    expect([spoken]).toMatchObject([{ position: 'proved', name: 'thread.txt', tier: 'weak' }]);
  });

  test('long documents need more than chance', () => {
    const filler = Array.from(
      { length: 90 },
      (_, n) => `The market stated rule ${n} of the event.`,
    ).join('\n\n');
    const complaint: File = [
      'complaint.txt',
      'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nRey stated at the event that the lamp was new.',
    ];
    expect(hear([complaint, ['terms.txt', filler, 'other']]).findings).toEqual([]);
    const told = `${filler}\n\nRey stated that the lamp was new at the event.`;
    expect(sides(hear([complaint, ['terms.txt', told, 'other']]).findings)).toEqual([
      'proved: Rey stated that the lamp was new at the event.',
    ]);
  });

  test('a log that was read as one run is cut at its dates', () => {
    const { findings } = hear([
      [
        'complaint.txt',
        'Claimant: Dora Venn\n\nRespondent: Lucas Brandt\n\nBrandt never paid the balance of the price.',
      ],
      [
        'bank.txt',
        'Account extract 2025-03-04 debit for market hall 2025-07-31 Brandt paid the balance of the price 2025-08-01 debit',
        'machine-record',
      ],
    ]);
    expect(sides(findings)).toEqual([
      'not-proved: 2025-07-31 Brandt paid the balance of the price',
    ]);
  });

  test('an allegation of names alone is sought by nothing', () => {
    const { silent } = hear([
      ['complaint.txt', 'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nRey did that to Soto.'],
      ['note.txt', 'Rey did that.', 'other'],
    ]);
    expect(silent).toMatchObject([{ searchedFor: [], nearest: null }]);
  });
});
