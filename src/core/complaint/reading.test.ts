import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import type { Cause, Element } from '../jurisdiction/profile.ts';
import { findComplaint } from './find-complaint.ts';
import { identifyCause } from './identify-cause.ts';
import { matterOf } from './matter.ts';
import { readComplaint } from './read-complaint.ts';
import type { ComplaintSign } from './reason.ts';

const aliases = { claimant: ['Ana'], respondent: ['Luis'], others: [['Omar']] };

function element(id: string, actor: Element['actor'], ...patterns: string[]): Element {
  return {
    id,
    text: `Element ${id}.`,
    actor,
    proof: 'act',
    terms: [],
    cuesFor: patterns.map((pattern) => ({ pattern, fires: '', not: '' })),
    cuesAgainst: [],
    burden: { produce: 'prosecutor', persuade: 'prosecutor' },
    standard: 'PE',
    law: [],
    usuallyProvedBy: 'a paper',
  };
}

function cause(id: string, names: readonly string[], elements: readonly Element[]): Cause {
  return {
    id,
    matter: 'civil',
    name: id,
    names,
    law: [],
    elements,
    exceptions: [],
    disposition: { granted: '', denied: '' },
  };
}

const debt = cause(
  'debt',
  ['unpaid debt', 'owes <amount>'],
  [
    element('loan', 'claimant', '<actor> lent', '(broken'),
    element('due', 'anyone', 'due'),
    element('unpaid', 'respondent', '<actor> (did not|never) .. (pay|paid)'),
    element('asked', 'claimant', '<actor> asked'),
  ],
);
const fence = cause('fence', ['fence'], [element('fence', 'respondent', 'fence')]);

describe('the complaint', () => {
  const note = paper('note.txt', 'A note about rain.', 'party-notes');
  test('is the one the case names', () => {
    expect(findComplaint([note], { complaint: 'note.txt' })).toMatchObject({
      confidence: 'strong',
      because: { why: 'told' },
    });
  });
  test('is told by its kind, its name and its first words', () => {
    const complaint = paper('complaint.txt', 'Statement of claim\n\nHe owes money.', 'complaint');
    expect(findComplaint([note, complaint], {})).toMatchObject({
      value: { name: 'complaint.txt' },
      confidence: 'strong',
      because: { why: 'signs', signs: ['kind', 'name', 'opening'] },
    });
    expect(findComplaint([note, paper('claim.txt', 'He owes.', 'other')], {})).toMatchObject({
      confidence: 'fair',
    });
  });
  test('is doubtful where two look alike, and an answer is none', () => {
    const two = [
      paper('claim-a.txt', 'He owes.', 'other'),
      paper('claim-b.txt', 'He owes.', 'other'),
    ];
    expect(findComplaint(two, {})).toMatchObject({
      value: { name: 'claim-a.txt' },
      confidence: 'weak',
    });
    expect(findComplaint([paper('answer-to-claim.txt', 'No.', 'answer')], {})).toBeNull();
  });
});

describe('where no paper is surely the complaint, it is the one that asks most', () => {
  // prettier-ignore
  const cases: [what: string, text: string, sign: ComplaintSign][] = [
    ['it asks a court',                    'Rita lost her hens in May. I ask the court to order the owner of the dog to pay for them.', 'request'],
    ['so in Spanish',                      'La vecina tapó el desagüe. Pido al tribunal que ordene abrirlo.',                           'request'],
    ['it wants redress, and from a court', 'To the Registrar\n\nDear Sir,\n\nHe sold me a lame horse. I want my money back.',         'redress'],
    ['it accuses',                         'The State accuses Ned Frost of arson.',                                                     'accusation'],
    ['so in the first person',             'I, Ida Marsh, complain of the smoke.',                                                      'accusation'],
    ['to a court, under a letterhead',     'Ida Marsh\n\n12 Low Street, Alder\n\nTo the Clerk of the Small Claims Court\n\nI want my money back.', 'redress'],
    ['it states a proposition',            'The bet on the regatta should have been settled as a draw.',                                'proposition'],
    ['it sets two against each other',     'Ida Marsh, grower, v. Colm Deary\n\nThe hens died in the night.',                           'caption'],
  ];
  test.each(cases)('%s', (_, text, sign) => {
    const note = paper('note.txt', 'Rain fell all night, and the hens were wet.', 'other');
    expect(findComplaint([note, paper('paper.txt', text, 'other')], {})).toMatchObject({
      value: { name: 'paper.txt' },
      confidence: 'weak',
      because: { why: 'signs', signs: [sign] },
    });
  });

  test('and there is none where nothing is asked of a court, nobody is accused and nothing proposed', () => {
    const papers = [
      paper('letter.txt', 'Dear Ned,\n\nI want my money back by Friday.', 'correspondence'),
      paper('statement.txt', 'Marsh v. Deary\n\nI saw the dog.', 'witness-statement'),
      paper('terms.txt', 'Either side may ask the court for a ruling.', 'contract'),
    ];
    expect(findComplaint(papers, {})).toBeNull();
  });

  test('of two, the one that asks for more; of two that look like complaints, too', () => {
    const one = 'I ask the court to hear me.';
    const more = `${one} I accuse Ned Frost.`;
    for (const kind of ['other', 'complaint'] as const)
      expect(
        findComplaint([paper('one.txt', one, kind), paper('more.txt', more, kind)], {}),
      ).toMatchObject({ value: { name: 'more.txt' }, confidence: 'weak' });
  });

  test('a word of the name counts only as a whole word, and not for a kind that asks nothing', () => {
    expect(findComplaint([paper('discharge.txt', 'Home at noon.', 'other')], {})).toBeNull();
    expect(findComplaint([paper('charges.txt', 'Total $3.', 'invoice')], {})).toBeNull();
  });
});

describe('the matter', () => {
  test('is civil where more of the complaint speaks of a claim than of an offence', () => {
    const text =
      'The claimant sues for damages. She reported the same blow to the prosecutor last year.';
    expect(matterOf(paper('a.txt', text), {})).toMatchObject({
      value: 'civil',
      because: { why: 'more-of-a-claim', offence: 'prosecutor', claim: 'claimant' },
    });
    expect(matterOf(paper('a.txt', 'The courier was charged £40 for storage.'), {}).value).toBe(
      'civil',
    );
    expect(matterOf(paper('a.txt', 'Declaró la renta del año fiscal.'), {}).value).toBe('civil');
  });

  test('is criminal where the complaint speaks of an offence, else civil, else as the case says', () => {
    expect(matterOf(paper('a.txt', 'Hale is charged with theft.'), {}).value).toBe('criminal');
    expect(matterOf(paper('a.txt', 'Hale owes rent.'), {}).value).toBe('civil');
    expect(matterOf(null, {}).value).toBe('civil');
    expect(matterOf(null, { matter: 'criminal' })).toMatchObject({
      value: 'criminal',
      confidence: 'strong',
    });
  });
});

describe('the cause', () => {
  test('is the one the complaint names in words', () => {
    const named = identifyCause(
      'This is an unpaid debt: Luis owes $300.',
      [fence, debt],
      'civil',
      aliases,
    );
    expect(named).toMatchObject({
      cause: { id: 'debt' },
      confidence: 'strong',
      because: { why: 'cause-named', named: ['unpaid debt', 'owes $300'] },
    });
    expect(
      identifyCause('The fence.', [fence, { ...fence, id: 'wall' }], 'civil', aliases),
    ).toMatchObject({ confidence: 'fair' });
    expect(identifyCause('The fence.', [fence], 'civil', aliases)).toMatchObject({
      cause: { id: 'fence' },
      confidence: 'strong',
    });
  });
  test('is none that the complaint only denies', () => {
    const breakIn = cause('break-in', ['(broke|break) in', 'stole', 'never paid'], []);
    const read = (text: string) => identifyCause(text, [breakIn], 'civil', aliases).cause?.id;
    expect(read('Luis did not break in.')).toBeUndefined();
    expect(read('He stole nothing.')).toBeUndefined();
    expect(read('Nobody says that he stole.')).toBeUndefined();
    expect(read('He broke in and showed it to nobody.')).toBe('break-in');
    expect(read('The rent was never paid.')).toBe('break-in');
  });
  test('is the one pleaded first where several are, and one pleaded before one that is only told', () => {
    const wall = cause('wall', ['wall'], []);
    const read = (text: string) => identifyCause(text, [wall, fence], 'civil', aliases).cause?.id;
    expect(read('CHARGE 1 Fence. He pulled it. CHARGE 2 Wall. He wrecked it.')).toBe('fence');
    expect(read('CARGO 1: wall. CARGO 2: fence.')).toBe('wall');
    expect(read('By the wall he stood. Luis is accused of breaking a fence.')).toBe('fence');
  });
  test('is else one most of whose elements it speaks of', () => {
    const told = 'Ana lent money. It was due in May. Luis never did pay. Ana asked him.';
    expect(identifyCause(told, [fence, debt], 'civil', aliases)).toMatchObject({
      cause: { id: 'debt' },
      confidence: 'weak',
    });
  });
  test('is none where nothing fits, or none is known', () => {
    expect(identifyCause('It rained.', [debt], 'civil', aliases)).toMatchObject({
      cause: null,
      confidence: 'fair',
    });
    expect(identifyCause('It rained.', [debt], 'criminal', aliases)).toMatchObject({
      cause: null,
      confidence: 'weak',
    });
  });
});

describe('reading a complaint', () => {
  test('gives the elements of the cause, its exceptions last', () => {
    const complaint = paper(
      'complaint.txt',
      'Complaint\n\nAna Soto against Luis Rey. He has an unpaid debt with me.',
    );
    const withException = { ...debt, exceptions: [element('paid', 'respondent', 'paid')] };
    const read = readComplaint([complaint], {}, [withException], 'PE');
    expect(read.elements.map(({ id }) => id)).toEqual(['loan', 'due', 'unpaid', 'asked', 'paid']);
  });
  test('gives an element for each allegation where no cause fits', () => {
    const complaint = paper(
      'complaint.txt',
      'Complaint\n\nAna Soto against Luis Rey. Luis broke the gate.',
    );
    const read = readComplaint([complaint], {}, [], 'PE');
    expect(read.elements).toMatchObject([
      { id: 'allegation-1', text: 'Luis broke the gate', standard: 'PE' },
    ]);
  });
  test('takes the cause that the case names', () => {
    expect(readComplaint([], { cause: 'debt' }, [debt], 'PE').cause).toMatchObject({
      cause: { id: 'debt' },
      because: { why: 'told' },
    });
  });
  test('of an empty file finds nothing', () => {
    expect(readComplaint([], {}, [debt], 'PE')).toMatchObject({
      complaint: null,
      elements: [],
      decomposition: { allegations: [] },
    });
  });
});
