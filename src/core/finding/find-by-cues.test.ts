import { describe, expect, test } from 'vitest';
import { causeOf, cue, element, hear, sides, type File } from '../../../test/found.ts';
import { findEvidence } from './find-evidence.ts';

describe('sides where a cause fits: cues for and against', () => {
  const taking = element('taking', {
    text: '{respondent} took the thing.',
    actor: 'respondent',
    terms: ['boxes', 'van'],
    cuesFor: [cue('(found|seen) .. (van|bag) of <actor>'), cue('<actor> took')],
    cuesAgainst: [cue('<actor> bought (it|them)')],
  });
  const complaint: File = [
    'complaint.txt',
    'Claimant: Delta Supply\n\nRespondent: Martin Hale\n\nHale took twelve boxes.',
  ];

  test('a cue takes its side, with the names that the speaker uses', () => {
    const { findings } = hear(
      [
        complaint,
        ['police.txt', 'I found eight boxes in the van of Martin Hale.', 'police-report'],
        ['hale.txt', 'Statement of Martin Hale\n\nI bought them at a market.', 'witness-statement'],
      ],
      causeOf([taking]),
    );
    expect(findings).toMatchObject([
      { position: 'proved', scheme: 'record', tier: 'fair' },
      {
        position: 'not-proved',
        scheme: 'testimony',
        speaksFor: 'respondent',
        speaker: 'Martin Hale',
        attacks: [{ question: 'interested' }, { question: 'contradicted' }],
      },
    ]);
  });

  test('a negation outside the cue turns it round', () => {
    const { findings } = hear(
      [complaint, ['witness.txt', 'It is not true that Hale took boxes.', 'witness-statement']],
      causeOf([taking]),
    );
    expect(sides(findings)).toEqual(['not-proved: It is not true that Hale took boxes.']);
  });

  test('and so does one that stands in a gap of the cue', () => {
    const leave = element('leave', { cuesFor: [cue('gave .. permission')] });
    const { findings } = hear(
      [complaint, ['witness.txt', 'Abbot gave nobody permission for boxes.', 'witness-statement']],
      causeOf([leave]),
    );
    expect(sides(findings)).toEqual(['not-proved: Abbot gave nobody permission for boxes.']);
  });

  test('what the complaint says counts only where the element’s own terms stand too', () => {
    const intent = element('intent', { terms: ['keep'], cuesFor: [cue('meant to keep')] });
    const { findings, silent } = hear(
      [complaint, ['witness.txt', 'Hale took twelve red boxes.', 'witness-statement']],
      causeOf([intent]),
    );
    expect(findings).toEqual([]);
    expect(silent).toMatchObject([{ element: 'intent', searchedFor: ['keep'] }]);
  });

  test('a cue alone counts for nothing in a paper about something else', () => {
    const filler = Array.from({ length: 25 }, (_, n) => `Rule ${n} speaks of gardens.`).join(
      '\n\n',
    );
    const { findings } = hear(
      [complaint, ['book.txt', `${filler}\n\nHe bought them.`, 'other']],
      causeOf([taking]),
    );
    expect(findings).toEqual([]);
  });

  test('norms serve elements of norm alone, and only those on point', () => {
    const rule: File = ['rules.txt', 'Who took the boxes of others pays for them.', 'norm'];
    const norm = element('terms', { proof: 'norm', terms: ['boxes'], cuesFor: [cue('who took')] });
    const onPoint: File = [
      'complaint.txt',
      'Claimant: Delta Supply\n\nRespondent: Martin Hale\n\nThe rule says that who took the boxes pays.',
    ];
    expect(hear([complaint, rule], causeOf([taking])).findings).toEqual([]);
    expect(sides(hear([onPoint, rule], causeOf([norm])).findings)).toEqual([
      'proved: Who took the boxes of others pays for them.',
    ]);
    expect(
      hear([complaint, ['rules.txt', 'Who took lambs pays.', 'norm']], causeOf([norm])).findings,
    ).toEqual([]);
  });

  test('«if …» in a contract says nothing of what happened', () => {
    const { findings } = hear(
      [complaint, ['contract.txt', 'If the customer calls, Hale took boxes back.', 'contract']],
      causeOf([taking]),
    );
    expect(findings).toEqual([]);
  });

  test('a defence takes nothing from the complaint, and nothing from doubt', () => {
    const defence = element('right', {
      burden: { produce: 'defender', persuade: 'defender' },
      actor: 'respondent',
      cuesFor: [cue('<actor> bought (it|them)')],
      cuesAgainst: [],
    });
    const hale: File = [
      'hale.txt',
      'Statement of Martin Hale\n\nI bought them at a market.',
      'witness-statement',
    ];
    const doubtful: File = [
      'witness.txt',
      'Perhaps Hale bought them at a market.',
      'witness-statement',
    ];
    const silentOnes = causeOf([element('other', { cuesFor: [cue('never said')] })], [defence]);
    expect(sides(hear([complaint, hale], silentOnes).findings)).toEqual([
      'proved: I bought them at a market.',
    ]);
    expect(hear([complaint, doubtful], silentOnes).findings).toEqual([]);
  });

  test('each place speaks for one side only', () => {
    const late = element('late', {
      actor: 'respondent',
      terms: ['boxes'],
      cuesFor: [cue('could not finish')],
    });
    const prevented = element('prevented', {
      burden: { produce: 'defender', persuade: 'defender' },
      cuesFor: [cue('could not')],
    });
    const { findings } = hear(
      [
        complaint,
        ['mail.txt', 'Letter of Martin Hale\n\nWe could not finish the boxes.', 'correspondence'],
      ],
      causeOf([late], [prevented]),
    );
    expect(findings.map((finding) => finding.element)).toEqual(['late']);
  });

  test('at most four places with a ground for a side of an element, the best first', () => {
    const lines = Array.from({ length: 9 }, (_, n) => `Day ${n}: Hale took boxes again.`).join(
      '\n\n',
    );
    const { findings } = hear([complaint, ['diary.txt', lines, 'party-notes']], causeOf([taking]));
    expect(findings.filter(({ tier }) => tier !== 'weak')).toHaveLength(4);
    const scores = findings.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  test('the same papers give the same findings', () => {
    const files: readonly File[] = [
      complaint,
      ['police.txt', 'I found eight boxes in the van of Martin Hale.', 'police-report'],
    ];
    expect(hear(files, causeOf([taking]))).toEqual(hear(files, causeOf([taking])));
  });

  test('a sentence is quoted up to where it turns', () => {
    const { findings } = hear(
      [
        complaint,
        ['witness.txt', 'It was dark; Hale took boxes; the rain fell.', 'witness-statement'],
      ],
      causeOf([taking]),
    );
    expect(sides(findings)).toEqual(['proved: Hale took boxes']);
  });

  test('a clause that comes to the same for both sides stays open, and is no answer', () => {
    const both = element('both', {
      terms: ['boxes'],
      cuesFor: [cue('red boxes')],
      cuesAgainst: [cue('boxes again')],
    });
    const { findings, silent } = hear(
      [complaint, ['note.txt', 'There were red boxes again.', 'other']],
      causeOf([both]),
    );
    expect(findings).toMatchObject([{ position: 'open', helps: null, tier: 'weak' }]);
    expect(silent).toMatchObject([{ element: 'both' }]);
  });

  test('words dated after everything that the complaint speaks of are late', () => {
    const dated: File = [
      'complaint.txt',
      'Claimant: Delta Supply\n\nRespondent: Martin Hale\n\nHale took twelve boxes on 3 May 2025.',
    ];
    const thread: File = [
      'thread.txt',
      '2025-06-01 10:00 Omar Field: Hale took boxes.\n\n2025-05-01 10:05 Omar Field: Hale took boxes.',
      'message-thread',
    ];
    const { findings } = hear([dated, thread], causeOf([taking]));
    expect(findings.map(({ attacks }) => attacks.map(({ question }) => question))).toEqual([
      ['late'],
      [],
    ]);
  });

  test('cues of any make are tried: with a stem, of placeholders alone; a broken one never', () => {
    const any = element('any', {
      actor: 'respondent',
      terms: ['lamp'],
      cuesFor: [cue('smash*'), cue('<actor> .. <amount>'), cue('(broken')],
    });
    const { findings } = hear(
      [complaint, ['note.txt', 'Twelve boxes: Hale got $300. The lamp was smashed.', 'other']],
      causeOf([any]),
    );
    expect(sides(findings)).toEqual([
      'proved: The lamp was smashed.',
      'proved: Twelve boxes: Hale got $300.',
    ]);
  });

  test('one sentence may speak for both sides, clause by clause', () => {
    const { findings } = hear(
      [
        complaint,
        [
          'witness.txt',
          'Hale took boxes and Hale took lamps, but Hale bought them.',
          'witness-statement',
        ],
      ],
      causeOf([taking]),
    );
    expect(sides(findings)).toEqual([
      'not-proved: but Hale bought them',
      'proved: Hale took boxes',
    ]);
  });

  test('after a turn the quote begins with it', () => {
    const { findings } = hear(
      [complaint, ['witness.txt', 'The rain fell, but Hale took boxes.', 'witness-statement']],
      causeOf([taking]),
    );
    expect(sides(findings)).toEqual(['proved: but Hale took boxes.']);
  });

  test('one common word is not enough for a defence', () => {
    const defence = element('right', {
      burden: { produce: 'defender', persuade: 'defender' },
      cuesFor: [cue('bought')],
    });
    const { findings } = hear(
      [complaint, ['witness.txt', 'Hale bought them.', 'witness-statement']],
      causeOf([], [defence]),
    );
    expect(findings).toEqual([]);
  });

  test('words in the actor’s own mouth weigh more where the issue is what was said, and a promise is the thing itself', () => {
    const said = element('said', {
      actor: 'respondent',
      proof: 'speech',
      terms: ['boxes'],
      cuesFor: [cue('will .. deliver')],
    });
    const scoreOf = (name: string) =>
      hear(
        [
          complaint,
          [
            'note.txt',
            `Letter of ${name}\n\nThe boxes will be easy to deliver; Hale will deliver boxes.`,
            'correspondence',
          ],
        ],
        causeOf([said]),
      ).findings[0]?.score ?? 0;
    expect(scoreOf('Martin Hale')).toBeGreaterThan(scoreOf('Omar Field'));
  });

  test('a duty and a condition are what a norm says, and cost it nothing', () => {
    const norm = element('terms', { proof: 'norm', terms: ['boxes'], cuesFor: [cue('who took')] });
    const onPoint: File = [
      'complaint.txt',
      'Claimant: Delta Supply\n\nRespondent: Martin Hale\n\nThe rule says that who took the boxes pays.',
    ];
    const rule: File = ['rules.txt', 'Who took the boxes shall pay only if the rule pays.', 'norm'];
    expect(hear([onPoint, rule], causeOf([norm])).findings).toMatchObject([
      { position: 'proved', scheme: 'rule' },
    ]);
    const filler = Array.from(
      { length: 70 },
      (_, n) => `Boxes of kind ${n} pay the usual rule.`,
    ).join('\n\n');
    const long: File = [
      'rules.txt',
      `${filler}\n\nWho took boxes shall pay only if the rule pays.`,
      'norm',
    ];
    expect(hear([onPoint, long], causeOf([norm])).findings).toEqual([]);
  });

  test('the clause that says most stands for its sentence', () => {
    const { findings } = hear(
      [complaint, ['witness.txt', 'Hale took lamps and Hale took boxes.', 'witness-statement']],
      causeOf([taking]),
    );
    expect(findings).toMatchObject([
      {
        quote: 'Hale took lamps and Hale took boxes.',
        reasons: expect.arrayContaining([
          'affirms what the complaint says: took, boxes',
        ]) as string[],
      },
    ]);
  });

  test('grounds that come to the same without a word of the matter are nothing', () => {
    const both = element('both', {
      terms: ['boxes'],
      cuesFor: [cue('red flags')],
      cuesAgainst: [cue('flags again')],
    });
    expect(
      hear([complaint, ['note.txt', 'Hale saw red flags again.', 'other']], causeOf([both]))
        .findings,
    ).toEqual([]);
  });

  test('an empty file places nothing', () => {
    expect(
      findEvidence({
        elements: [taking],
        documents: [],
        complaint: null,
        aliases: { claimant: [], respondent: [], others: [] },
        allegations: [],
        language: 'en',
      }),
    ).toMatchObject({
      findings: [],
      silent: [{ element: 'taking', passages: 0, nearest: null }],
    });
  });
});
