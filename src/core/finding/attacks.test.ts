import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import type { Element } from '../jurisdiction/profile.ts';
import type { Manner } from '../language/modality.ts';
import { attackWords } from './attack-words.ts';
import { crossAttacks, ownAttacks } from './attacks.ts';
import { consistent } from './consistent.ts';
import type { Finding } from './finding.ts';
import { helpedBy, schemeOf } from './scheme.ts';

const element: Element = {
  id: 'e',
  text: 'It happened.',
  actor: 'anyone',
  proof: 'act',
  terms: [],
  cuesFor: [],
  cuesAgainst: [],
  burden: { produce: 'prosecutor', persuade: 'prosecutor' },
  standard: 'PE',
  law: [],
  usuallyProvedBy: 'a paper',
};

function finding(own: Partial<Finding>): Finding {
  return {
    element: 'e',
    position: 'proved',
    document: 0,
    name: 'a.txt',
    passage: 1,
    start: 0,
    end: 10,
    quote: 'It rained.',
    tier: 'fair',
    score: 1,
    reasons: [],
    speaker: null,
    speaksFor: null,
    helps: 'claimant',
    scheme: 'testimony',
    hearsay: false,
    attacks: [],
    ...own,
  };
}

describe('attacks that lie in a finding itself', () => {
  const questions = (
    own: Partial<Finding>,
    text = 'A note.',
    manners: readonly Manner[] = [],
    unshared: readonly string[] = [],
    of = element,
  ) =>
    ownAttacks(
      finding(own),
      of,
      paper('a.txt', text),
      new Set(manners),
      unshared,
      false,
      attackWords.en,
    ).map(({ question }) => question);

  test('who speaks in their own cause is interested, and who is close to a party', () => {
    expect(questions({ speaksFor: 'claimant' })).toEqual(['interested']);
    expect(questions({ speaksFor: 'respondent' })).toEqual([]);
    expect(questions({}, 'I am the sister of the groom.')).toEqual(['interested']);
    expect(questions({ scheme: 'record' }, 'Soy hermana de Ramiro.')).toEqual([]);
  });
  test('hearsay, doubt and a promise', () => {
    expect(questions({ hearsay: true }, 'A note.', ['doubt', 'promise'])).toEqual([
      'hearsay',
      'promise',
      'doubt',
    ]);
    expect(questions({}, 'A note.', ['promise'], [], { ...element, proof: 'speech' })).toEqual([]);
  });
  test('an admission about something else, told with what it does not speak of', () => {
    const attacks = ownAttacks(
      finding({ scheme: 'admission' }),
      element,
      paper('a.txt', 'A note.'),
      new Set(),
      ['late', 'lost'],
      true,
      attackWords.en,
    );
    expect(attacks.map(({ because }) => because)).toEqual([
      'it is dated after everything that the complaint speaks of',
      'it owns up to something, but does not speak of: late, lost',
    ]);
    expect(questions({ scheme: 'admission' }, 'A note.', [], ['late'])).toEqual([
      'about-something-else',
    ]);
    expect(questions({ scheme: 'admission' })).toEqual([]);
  });
  test('an excerpt or a summary lacks its original', () => {
    expect(questions({}, 'Excerpt from the thread')).toEqual(['original-missing']);
  });
});

describe('attacks that the findings on one element show together', () => {
  const questions = (findings: readonly Finding[], of = element) =>
    crossAttacks(findings, of, attackWords.en).map(({ attacks }) =>
      attacks.map(({ question }) => question),
    );
  const record = finding({
    position: 'not-proved',
    helps: 'respondent',
    scheme: 'machine-record',
    name: 'clock.txt',
    start: 5,
    end: 9,
  });

  test('a record contradicts somebody’s word, and says where', () => {
    expect(crossAttacks([finding({}), record], element, attackWords.en)[0]?.attacks).toEqual([
      {
        question: 'contradicted',
        because: 'clock.txt says otherwise',
        at: { document: 0, start: 5, end: 9 },
      },
    ]);
  });
  test('not a weak one, not another word, not on its own side, and no record by a record', () => {
    expect(questions([finding({}), { ...record, tier: 'weak' }])).toEqual([[], []]);
    expect(questions([finding({}), { ...record, scheme: 'testimony' }])).toEqual([[], []]);
    expect(questions([finding({}), { ...record, position: 'proved' }])).toEqual([[], []]);
    expect(questions([finding({}), { ...record, position: 'open' }])).toEqual([[], []]);
    expect(questions([finding({ scheme: 'record' }), record])).toEqual([[], []]);
  });
  test('time and amount want a record or an admission', () => {
    const amount: Element = { ...element, proof: 'amount' };
    expect(questions([finding({})], amount)).toEqual([['direct-proof-missing']]);
    expect(questions([finding({ position: 'not-proved' })], { ...element, proof: 'time' })).toEqual(
      [[]],
    );
    expect(questions([finding({}), finding({ scheme: 'record' })], amount)).toEqual([[], []]);
    expect(questions([finding({ scheme: 'admission' })], amount)).toEqual([[]]);
  });
});

describe('one place speaks for one side', () => {
  test('what was read with less ground goes, an open reading never displaces', () => {
    const more = finding({ score: 2, element: 'f', helps: 'respondent' });
    const apart = finding({ start: 20, end: 30 });
    const open = finding({ position: 'open', helps: null, score: 9, start: 20, end: 30 });
    expect(consistent([finding({}), more, apart, open])).toEqual([more, apart, open]);
  });
  test('equal grounds both stay', () => {
    const equal = finding({ helps: 'respondent' });
    expect(consistent([finding({}), equal])).toHaveLength(2);
  });
});

describe('scheme', () => {
  test('follows the kind of paper, and else who speaks against whom', () => {
    expect(schemeOf('expert-report', { name: null, side: null }, 'claimant')).toBe(
      'expert-opinion',
    );
    expect(schemeOf('other', { name: null, side: 'respondent' }, 'claimant')).toBe('admission');
    expect(schemeOf('other', { name: null, side: 'claimant' }, 'claimant')).toBe('testimony');
    expect(schemeOf('other', { name: null, side: 'claimant' }, null)).toBe('testimony');
  });
  test('a defence proved helps the respondent', () => {
    const defence: Element = { ...element, burden: { produce: 'defender', persuade: 'defender' } };
    expect([
      helpedBy(defence, 'proved'),
      helpedBy(defence, 'not-proved'),
      helpedBy(element, 'proved'),
      helpedBy(element, 'open'),
    ]).toEqual(['respondent', 'claimant', 'claimant', null]);
  });
});

test('attacks are told in the language of the court', () => {
  const spanish = crossAttacks(
    [finding({}), finding({ position: 'not-proved', scheme: 'record', name: 'reloj.txt' })],
    element,
    attackWords.es,
  );
  expect(spanish[0]?.attacks[0]?.because).toBe('reloj.txt dice otra cosa');
  const own = ownAttacks(
    finding({ scheme: 'admission' }),
    element,
    paper('a.txt', 'Nota.'),
    new Set(),
    ['tarde'],
    false,
    attackWords.es,
  );
  expect(own[0]?.because).toBe('reconoce algo, pero no se refiere a: tarde');
});
