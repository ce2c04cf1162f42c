import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import type { CaseFacts } from '../complaint/complaint.ts';
import { readComplaint } from '../complaint/read-complaint.ts';
import type { Document, DocumentKind, Language } from '../document/document.ts';
import type { Cause, Cue, Element } from '../jurisdiction/profile.ts';
import { findEvidence, type Searched } from './find-evidence.ts';
import type { Finding } from './finding.ts';

function cue(pattern: string): Cue {
  return { pattern, fires: '', not: '' };
}

function element(id: string, own: Partial<Element>): Element {
  return {
    id,
    text: `Element ${id}.`,
    actor: 'anyone',
    proof: 'act',
    terms: [],
    cuesFor: [],
    cuesAgainst: [],
    burden: { produce: 'prosecutor', persuade: 'prosecutor' },
    standard: 'PE',
    law: [],
    usuallyProvedBy: 'a paper',
    ...own,
  };
}

function causeOf(elements: readonly Element[], exceptions: readonly Element[] = []): Cause {
  return {
    id: 'cause',
    matter: 'civil',
    name: 'Cause',
    names: [],
    law: [],
    elements,
    exceptions,
    disposition: { granted: '', denied: '' },
  };
}

type File = readonly [name: string, text: string, kind?: DocumentKind];

function hear(
  files: readonly File[],
  cause?: Cause,
  language: Language = 'en',
): Searched & { documents: readonly Document[] } {
  const documents = files.map(([name, text, kind]) => paper(name, text, kind));
  const facts: CaseFacts = {
    complaint: 'complaint.txt',
    matter: 'civil',
    ...(cause ? { cause: cause.id } : {}),
  };
  const read = readComplaint(documents, facts, cause ? [cause] : [], 'PE');
  const searched = findEvidence({
    elements: read.elements,
    documents,
    complaint: read.complaint?.value ?? null,
    aliases: read.aliases,
    allegations: read.decomposition.allegations,
    language,
  });
  return { ...searched, documents };
}

const sides = (findings: readonly Finding[], id?: string) =>
  findings
    .filter((finding) => id === undefined || finding.element === id)
    .map(({ position, quote }) => `${position}: ${quote}`)
    .toSorted();

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
        'Statement of Neil Abbot\n\nHe hit me in the face with his fist. I like tea.',
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
    expect(findings).toMatchObject([{ position: 'proved', name: 'thread.txt', tier: 'weak' }]);
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
});

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

  test('at most four places for a side of an element, the best first', () => {
    const lines = Array.from({ length: 9 }, (_, n) => `Day ${n}: Hale took boxes again.`).join(
      '\n\n',
    );
    const { findings } = hear([complaint, ['diary.txt', lines, 'party-notes']], causeOf([taking]));
    expect(findings).toHaveLength(4);
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
