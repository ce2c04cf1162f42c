import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  admitted,
  argued,
  at,
  caseOf,
  constituted,
  contract,
  exhibit,
  proposing,
  stranger,
} from '../../../test/small-case.ts';
import { smallProfile } from '../../../test/small-profile.ts';
import type { ExhibitFiled } from '../case/case-event.ts';
import { documentKinds } from '../document/document.ts';
import type { Position, Proposal } from '../gate/proposal.ts';
import type { Support } from '../gate/support.ts';
import { weigh } from './weigh.ts';

const strong: Support = { tier: 'strong', because: [] };
const about = (element: string, position: Position) =>
  ({ about: 'element', element, position }) as const;
const words = 'The delivery came on the ninth of March.';

/** The weight of the first words of this paper for the promise. */
function weightOf(
  paper: ExhibitFiled,
  { support = strong, ...more }: Partial<Proposal> & { readonly support?: Support } = {},
) {
  const state = caseOf(...argued(), paper, admitted(paper.data.exhibit));
  const [place] = paper.data.passages;
  if (place === undefined) throw new Error('a paper has a passage');
  const { start, end } = place;
  const quote = paper.data.text.prose.slice(start, end);
  const anchors = [{ source: paper.data.exhibit, start, end, quote }];
  return weigh(state, proposing(anchors, more), support);
}

describe('the weight of a passage', () => {
  test.each(documentKinds)(
    'a paper of the kind %s weighs as its class, else as the least',
    (kind) => {
      const classes = smallProfile().evidenceClasses;
      const own = classes.find(({ kinds }) => kinds.includes(kind)) ?? classes.at(-1);
      expect(weightOf(exhibit('E7', kind, [words]))).toEqual({
        class: own?.id,
        value: own?.weight,
        because: own?.because,
      });
    },
  );

  test('a side’s own words against it are an admission, whoever bears the burden', () => {
    const paper = exhibit('E7', 'witness-statement', [words], { speaker: 'Bo Rowan' });
    expect(weightOf(paper)?.class).toBe('admission');
    expect(weightOf(paper, { conclusion: about('waiver', 'not-proved') })?.class).toBe('admission');
    const written = exhibit('E7', 'correspondence', [words], {
      author: { name: { prose: 'Bo Rowan' }, side: 'defender' },
    });
    expect(weightOf(written)?.class).toBe('admission');
  });

  test('a party’s own word for the court weighs little; words written at the time keep their class', () => {
    const mine = { author: { name: null, side: 'prosecutor' } } as const;
    expect(weightOf(exhibit('E7', 'witness-statement', [words], mine))?.class).toBe('party-word');
    expect(weightOf(exhibit('E7', 'correspondence', [words], mine))?.class).toBe('witness');
  });

  test('words that only repeat what somebody said are hearsay, in the mouth of a side too', () => {
    const told = ['A neighbour told me that the van had come on the ninth.'];
    expect(weightOf(exhibit('E7', 'witness-statement', told))?.class).toBe('hearsay');
    expect(weightOf(exhibit('E7', 'witness-statement', told, { speaker: 'Bo Rowan' }))?.class).toBe(
      'hearsay',
    );
  });

  test('weak support makes it lighter and says why; what weighs less already stays', () => {
    const support: Support = { tier: 'weak', because: ['The quote does not say 9.'] };
    expect(weightOf(exhibit('E7', 'contract', [words]), { support })).toEqual({
      class: 'weak-support',
      value: 0.15,
      because: 'Because it is weak-support. The quote does not say 9.',
    });
    expect(weightOf(exhibit('E7', 'complaint', [words]), { support })?.class).toBe('pleading');
  });

  test('what rests on several passages is as strong as the weakest, in whatever order', () => {
    const one = at(contract, 'The supplier promised delivery on the first of March.');
    const other = at(stranger, 'Blue herons nest by rivers.');
    const state = caseOf(...argued());
    for (const anchors of [
      [one, other],
      [other, one],
    ]) {
      expect(weigh(state, proposing(anchors), strong)?.class).toBe('other');
    }
  });

  test('an anchor outside every passage is nobody’s word', () => {
    const paper = exhibit('E7', 'contract', [words], {
      speaker: 'Bo Rowan',
      passages: [],
    } as object);
    const state = caseOf(...argued(), paper, admitted('E7'));
    const anchors = [{ source: 'E7', start: 0, end: words.length, quote: words }];
    expect(weigh(state, proposing(anchors), strong)?.class).toBe('private-instrument');
  });

  test('law, answers, exceptions and remarks weigh nothing by themselves', () => {
    const state = caseOf(...argued());
    const anchor = { source: 'small-code/1@2000-01-01', start: 0, end: 10, quote: 'Article 1.' };
    expect(weigh(state, proposing([anchor], { kind: 'law' }), strong)).toBeNull();
    const contractual = at(contract, 'The price is ninety.');
    for (const conclusion of [
      { about: 'nothing' },
      { about: 'statement', statement: 'S1', question: 'authentic' },
    ] as const) {
      expect(weigh(state, proposing([contractual], { conclusion }), strong)).toBeNull();
    }
  });

  test('a jurisdiction without classes gives no weight, one with a kind’s own class and no others still that', () => {
    const anchors = [at(contract, 'The price is ninety.')];
    const [, ...rest] = argued();
    const none = caseOf(constituted('en', { evidenceClasses: [] }), ...rest);
    expect(weigh(none, proposing(anchors), strong)).toBeNull();
    expect(weigh(caseOf(contract), proposing(anchors), strong)).toBeNull();
    const bare = smallProfile().evidenceClasses.filter(({ id }) => id === 'private-instrument');
    const state = caseOf(constituted('en', { evidenceClasses: bare }), ...rest);
    const support: Support = { tier: 'weak', because: [] };
    expect(weigh(state, proposing(anchors), support)?.class).toBe('private-instrument');
  });

  test('nothing that a mind says of itself moves a weight', () => {
    const anchors = [at(contract, 'The supplier promised delivery on the first of March.')];
    const state = caseOf(...argued());
    const expected = weigh(state, proposing(anchors), strong);
    fc.assert(
      fc.property(
        fc.record({
          text: fc.string(),
          scheme: fc.string(),
          bindings: fc.dictionary(fc.string(), fc.string()),
          kind: fc.constantFrom('fact', 'argument'),
          sureness: fc.constantFrom('strong', 'fair', 'weak'),
        }),
        (more) => {
          expect(weigh(state, proposing(anchors, more), strong)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
