import { describe, expect, test } from 'vitest';
import { courtroomOf, documentScheme, exhibit, quoting } from '../../../test/courtroom.ts';
import type { Courtroom, Source } from './courtroom.ts';
import { gate } from './gate.ts';
import type { Proposal } from './proposal.ts';

const text = 'The keeper promised the boat for 3 May. He did not say at what hour.';
const quote = 'promised the boat for 3 May';
const start = text.indexOf(quote);
const paper = exhibit('E1', text);
const law = exhibit('code/12@1900-01-01', 'A promise in writing binds whoever made it.', {
  label: 'Model Code, art. 12',
  standing: { kind: 'law', inForce: true, because: 'in force since 1900' },
});

const true_ = quoting('E1', start, quote);
const remark: Proposal = {
  ...true_,
  kind: 'procedural',
  text: 'We rest.',
  anchors: [],
  scheme: 'address',
  bindings: {},
  conclusion: { about: 'nothing' },
};
const aboutLaw: Proposal = {
  ...quoting(law.id, 0, 'A promise in writing binds', { kind: 'law' }),
  conclusion: { about: 'nothing' },
};

/** The rules that refuse this proposal; none where it passes. */
function rules(proposal: Proposal, sources: readonly Source[] = [paper, law], other = {}) {
  const answer = gate(proposal, courtroomOf(sources, other));
  return answer.kind === 'passed' ? [] : answer.refusals.map(({ rule }) => rule);
}

function says(proposal: Proposal, sources: readonly Source[] = [paper, law], other = {}) {
  const answer = gate(proposal, courtroomOf(sources, other));
  return answer.kind === 'passed' ? [] : answer.refusals.map((refusal) => refusal.says);
}

const anchored = (change: Partial<Proposal['anchors'][number]>): Proposal => ({
  ...true_,
  anchors: true_.anchors.map((anchor) => ({ ...anchor, ...change })),
});

test('what holds every rule passes, at its place, with strong support', () => {
  expect(gate(true_, courtroomOf([paper]))).toEqual({
    kind: 'passed',
    proposal: true_,
    repaired: [],
    support: { tier: 'strong', because: [] },
  });
  expect(rules(remark)).toEqual([]);
  expect(rules(aboutLaw)).toEqual([]);
});

test('a quote that stands elsewhere is moved there and marked', () => {
  const answer = gate(anchored({ start: 0, end: 5 }), courtroomOf([paper]));
  expect(answer).toMatchObject({ kind: 'passed', proposal: true_, repaired: [0] });
});

describe('GT1 the shape of a proposal', () => {
  test.each([
    ['no words', { ...remark, text: '' }],
    ['white space and signs only', { ...remark, text: ' \u200B … — ' }],
    ['too many words', { ...remark, text: 'word '.repeat(801) }],
    ['half a surrogate pair', { ...remark, text: 'a\uD834' }],
    ['a fraction for an offset', anchored({ start: 1.5 })],
    ['no number for an offset', anchored({ end: Number.NaN })],
    ['an endless offset', anchored({ end: Number.POSITIVE_INFINITY })],
    ['an offset beyond all whole numbers', anchored({ end: 1e300 })],
    ['an enormous quote', anchored({ quote: 'word '.repeat(1_000_000) })],
    ['a long name of a source', anchored({ source: 'E'.repeat(501) })],
    ['thousands of anchors', { ...true_, anchors: Array(5_000).fill(true_.anchors[0]) }],
    [
      'thousands of bindings',
      { ...true_, bindings: Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [n, 'x'])) },
    ],
    ['a long value', { ...true_, bindings: { document: 'x'.repeat(501) } }],
    ['a long name of a variable', { ...true_, bindings: { ['x'.repeat(10_000)]: 'x' } }],
    ['a kind that there is not', { ...true_, kind: 'oracle' }],
    ['a seat that there is not', { ...true_, role: 'owner' }],
    ['a conclusion that there is not', { ...true_, conclusion: { about: 'guilt' } }],
    [
      'a position that there is not',
      { ...true_, conclusion: { about: 'element', element: 'promise', position: 'perhaps' } },
    ],
    ['no proposal', null],
  ])('%s is refused and judged no further', (_, proposal) => {
    const found = rules(proposal as Proposal);
    expect(new Set(found)).toEqual(new Set(['GT1']));
    expect(found.length).toBeLessThanOrEqual(10);
    expect(says(proposal as Proposal).join('').length).toBeLessThan(2_000);
  });

  test('it says what is wrong, and where', () => {
    expect(gate(anchored({ start: 1.5 }), courtroomOf([paper]))).toMatchObject({
      refusals: [{ at: ['anchors', 0, 'start'], says: 'An offset is a whole number.' }],
    });
    expect(says({ ...remark, text: '?' })).toEqual(['A proposal needs words.']);
  });
});

describe('GT2 the scheme', () => {
  test.each([
    ['a scheme that the court does not know', { ...true_, scheme: 'revelation' }],
    ['a name from the prototype of objects', { ...true_, scheme: '__proto__' }],
    ['a variable without a value', { ...true_, bindings: { document: '  ' } }],
    ['a variable that is left out', { ...true_, bindings: {} }],
    ['a variable that the scheme has not', { ...true_, bindings: { document: 'E1', oath: 'x' } }],
    ['the same words twice', { ...true_, anchors: [...true_.anchors, ...true_.anchors] }],
  ])('refuses %s', (_, proposal) => {
    expect(rules(proposal)).toEqual(['GT2']);
  });

  test('refuses more anchors than the scheme takes', () => {
    const places = ['The', 'keeper', 'promised', 'boat', 'May'];
    const anchors = places.map((word) => ({
      source: 'E1',
      start: text.indexOf(word),
      end: text.indexOf(word) + word.length,
      quote: word,
    }));
    expect(says({ ...true_, anchors })).toEqual([
      'The scheme «document» takes 1 to 4 anchors, not 5.',
    ]);
    expect(rules({ ...true_, anchors: anchors.slice(1) })).toEqual([]);
  });

  test('a variable named like a member of every object must still be bound', () => {
    const odd = { ...documentScheme, variables: ['constructor'] };
    const other: Partial<Courtroom> = { scheme: () => odd };
    expect(rules({ ...true_, bindings: {} }, [paper], other)).toEqual(['GT2']);
    expect(rules({ ...true_, bindings: { constructor: 'E1' } }, [paper], other)).toEqual([]);
  });
});

describe('GT3 anchors', () => {
  test.each(['fact', 'law', 'argument'] as const)('a bare %s that proves is refused', (kind) => {
    expect(rules({ ...true_, kind, anchors: [] })).toEqual(['GT2', 'GT3']);
  });

  test('a fact that proves nothing needs a passage too, an argument that proves nothing does not', () => {
    const free: Partial<Courtroom> = {
      scheme: () => ({ ...documentScheme, anchors: { least: 0, most: 4 } }),
    };
    const bare = { ...true_, anchors: [], conclusion: { about: 'nothing' } } as const;
    expect(rules({ ...bare, kind: 'fact' }, [paper], free)).toEqual(['GT3']);
    expect(rules({ ...bare, kind: 'argument' }, [paper], free)).toEqual([]);
  });
});

describe('GT4 the source', () => {
  test.each(['E9', '__proto__', 'constructor', ''])('«%s» does not exist', (source) => {
    expect(rules(anchored({ source }))).toEqual(['GT4']);
  });

  const secret = 'The defendant told counsel that the boat was sold.';
  const notes = exhibit('E2', secret, {
    seenBy: ['defender', 'judge'],
    standing: { kind: 'excluded', because: 'privileged' },
  });

  test.each([
    ['its very words', secret.slice(0, 30)],
    ['words near to it', 'The defendant told counsel of the boat'],
  ])('a hidden source is refused as one that does not exist, asked with %s', (_, words) => {
    const proposal = quoting('E2', 0, words);
    expect(gate(proposal, courtroomOf([notes]))).toEqual(gate(proposal, courtroomOf([])));
    expect(says(proposal, [notes])).toEqual(['There is no source E2.']);
  });

  test('a seat that may see it quotes it', () => {
    const open = exhibit('E2', secret, { seenBy: ['defender'] });
    expect(rules(quoting('E2', 0, 'The defendant told', { role: 'defender' }), [open])).toEqual([]);
    expect(rules(quoting('E2', 0, 'The defendant told'), [open])).toEqual(['GT4']);
  });
});

test('GT5 a quote that differs is refused, and the passage is shown', () => {
  expect(says(anchored({ quote: 'promised the boat for 4 May' }))).toEqual([
    `E1 paper.txt does not say that, word for word. Nearest: «${text}»`,
  ]);
});

test('GT6 law that is not in force is refused with the reason, whether the quote stands or not', () => {
  const stale = exhibit(law.id, law.text, {
    standing: { kind: 'law', inForce: false, because: 'Replaced on 1950-01-01.' },
  });
  expect(rules(aboutLaw, [stale])).toEqual(['GT6']);
  expect(says(aboutLaw, [stale])).toEqual(['Replaced on 1950-01-01.']);
  const misquoted = quoting(law.id, 0, 'A promise never binds', {
    kind: 'law',
    conclusion: { about: 'nothing' },
  });
  expect(rules(misquoted, [stale])).toEqual(['GT5', 'GT6']);
});

describe('GT7 facts rest on evidence, law on law', () => {
  const standing = (one: Source['standing']) => [exhibit('E1', text, { standing: one })];
  const told: Proposal = { ...true_, conclusion: { about: 'nothing' } };

  test('what is to prove something rests on an admitted exhibit', () => {
    expect(rules(true_, standing({ kind: 'filed' }))).toEqual(['GT7']);
    expect(rules(told, standing({ kind: 'filed' }))).toEqual([]);
  });

  test('pleadings prove nothing', () => {
    expect(rules(true_, standing({ kind: 'pleading' }))).toEqual(['GT7']);
    expect(rules(told, standing({ kind: 'pleading' }))).toEqual(['GT7']);
    expect(rules({ ...told, kind: 'argument' }, standing({ kind: 'pleading' }))).toEqual([]);
  });

  test('what was excluded is not spoken of at all', () => {
    const out = standing({ kind: 'excluded', because: 'it bears on nothing' });
    expect(rules(true_, out)).toEqual(['GT7']);
    expect(rules({ ...told, kind: 'hypothetical' }, out)).toEqual(['GT7']);
    expect(says(told, out)).toEqual(['E1 paper.txt is excluded: it bears on nothing']);
  });

  test('law proves no fact and a paper is no law', () => {
    expect(rules({ ...aboutLaw, kind: 'fact' })).toEqual(['GT7']);
    expect(rules({ ...told, kind: 'law' })).toEqual(['GT7']);
  });

  const head = 'LETTER OF THE KEEPER ';
  const titled = exhibit('E1', head + text, {
    passages: [
      { ...passage(0, head.length - 1), evidential: false },
      passage(head.length, head.length + text.length),
    ],
  });

  test('a heading is no evidence', () => {
    expect(rules(quoting('E1', 0, 'LETTER OF THE KEEPER'), [titled])).toEqual(['GT7']);
    expect(rules(quoting('E1', head.length + start, quote), [titled])).toEqual([]);
  });

  test('not even as a part of a quote with an omission', () => {
    expect(rules(quoting('E1', 0, 'LETTER ... promised the boat'), [titled])).toEqual(['GT7']);
  });

  function passage(from: number, to: number) {
    const [whole] = paper.passages;
    if (whole === undefined) throw new Error('no passage');
    return { ...whole, start: from, end: to };
  }
});

describe('GT8 the conclusion', () => {
  test.each([
    ['an element that is not in issue', { about: 'element', element: 'oath', position: 'proved' }],
    ['a name of every object', { about: 'element', element: '__proto__', position: 'proved' }],
    ['no statement', { about: 'statement', statement: 'S9', question: 'authentic' }],
    ['no question of it', { about: 'statement', statement: 'S1', question: 'expertise' }],
  ] as const)('%s is refused', (_, conclusion) => {
    expect(rules({ ...true_, conclusion })).toEqual(['GT8']);
  });

  test('an element in issue and an invited question are open to it', () => {
    const conclusion = { about: 'statement', statement: 'S1', question: 'authentic' } as const;
    expect(rules({ ...true_, conclusion })).toEqual([]);
  });

  test.each(['procedural', 'hypothetical'] as const)('a %s remark moves no label', (kind) => {
    expect(rules({ ...true_, kind })).toEqual(['GT8']);
  });
});

test('HR8 the law of the hearing is asked about the proposal at its true place', () => {
  const heard: Proposal[] = [];
  const other: Partial<Courtroom> = {
    mayAdvance: (proposal) => {
      heard.push(proposal);
      return [{ rule: 'HR8', at: ['role'], says: 'The judge proves nothing for anybody.' }];
    },
  };
  expect(rules(anchored({ start: 0 }), [paper], other)).toEqual(['HR8']);
  expect(heard).toEqual([true_]);
});

test('GT9 what was said before is refused by the name of the statement', () => {
  const other: Partial<Courtroom> = { saidBefore: () => 'S3' };
  expect(rules(true_, [paper], other)).toEqual(['GT9']);
  expect(says(true_, [paper], other)).toEqual(['S3 said the same from the same passage.']);
});

test('every rule that is broken is told at once, and the answer is the same each time', () => {
  const broken = { ...anchored({ quote: 'sold the boat' }), scheme: 'revelation' };
  expect(rules(broken)).toEqual(['GT2', 'GT5']);
  const courtroom = courtroomOf([paper]);
  expect(gate(broken, courtroom)).toEqual(gate(broken, courtroom));
});

describe('support is judged by the quoted words', () => {
  test('a quote that is cut out of a word passes at its own place, and is marked', () => {
    const from = text.indexOf('promised');
    const cut = { source: 'E1', start: from, end: from + 5, quote: 'promi' };
    expect(gate(anchored(cut), courtroomOf([paper]))).toMatchObject({
      kind: 'passed',
      support: {
        tier: 'weak',
        because: expect.arrayContaining(['The quote is cut out of a word or a number.']),
      },
    });
  });

  test('a speaker who is not sure of it makes it count for less, and never for more', () => {
    const unsure = { ...anchored({}), sureness: 'weak' as const };
    expect(gate(unsure, courtroomOf([paper]))).toMatchObject({
      support: { tier: 'weak', because: ['Its own speaker is not sure of it.'] },
    });
    const sure = { ...anchored({}), sureness: 'strong' as const };
    expect(gate(sure, courtroomOf([paper]))).toEqual(
      expect.objectContaining({ support: { tier: 'strong', because: [] } }),
    );
  });

  test('an omission that drops a negation is marked', () => {
    const elided = 'promised the boat for 3 May. He did ... say at what hour';
    const answer = gate(quoting('E1', start, elided), courtroomOf([paper]));
    expect(answer).toMatchObject({
      kind: 'passed',
      proposal: { anchors: [{ start, end: text.length - 1, quote: text.slice(start, -1) }] },
      support: { tier: 'weak', because: ['The quote leaves out a negation or an exception.'] },
    });
  });

  test('the names of the source and of the statement in question may be said', () => {
    const conclusion = { about: 'statement', statement: 'S1', question: 'authentic' } as const;
    const named = exhibit('E1', text, { label: 'E1 invoice-0417.txt' });
    const proposal = {
      ...true_,
      text: `On S1: invoice-0417.txt reads "${quote}"`,
      conclusion,
    };
    expect(gate(proposal, courtroomOf([named]))).toMatchObject({ support: { tier: 'strong' } });
  });
});
