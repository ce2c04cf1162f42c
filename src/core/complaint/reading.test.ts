import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import type { Cause, Element } from '../jurisdiction/profile.ts';
import { findComplaint } from './find-complaint.ts';
import { identifyCause } from './identify-cause.ts';
import { matterOf } from './matter.ts';
import { readComplaint } from './read-complaint.ts';

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
      because: 'the case says so',
    });
  });
  test('is told by its kind, its name and its first words', () => {
    const complaint = paper('complaint.txt', 'Statement of claim\n\nHe owes money.', 'complaint');
    expect(findComplaint([note, complaint], {})).toMatchObject({
      value: { name: 'complaint.txt' },
      confidence: 'strong',
      because: 'it reads like a complaint, its name says so, it opens like one',
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

describe('the matter', () => {
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
      because: 'the complaint names it: «unpaid debt», «owes <amount>»',
    });
    expect(
      identifyCause('The fence.', [fence, { ...fence, id: 'wall' }], 'civil', aliases),
    ).toMatchObject({ confidence: 'fair' });
    expect(identifyCause('The fence.', [fence], 'civil', aliases)).toMatchObject({
      cause: { id: 'fence' },
      confidence: 'strong',
    });
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
      because: 'the case says so',
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
