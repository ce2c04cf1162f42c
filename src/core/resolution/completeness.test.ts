import { expect, test } from 'vitest';
import { argued, caseOf, price, said } from '../../../test/small-case.ts';
import { completenessOf } from './completeness.ts';
import type { Draft } from './draft.ts';
import { makeDraft } from './make-draft.ts';

const made = makeDraft(caseOf(...argued(), said('S1', [price])));
const whole: readonly Draft[] = made.kind === 'decided' ? made.events : [];
const gapsOf = (change: (draft: Draft) => Partial<Draft>) =>
  whole.flatMap((draft) => completenessOf({ ...draft, ...change(draft) }));

test('a draft with everything lacks nothing', () => {
  expect(whole).toHaveLength(1);
  expect(gapsOf(() => ({}))).toEqual([]);
});

test('completeness is a check: what is missing is named, whatever made the draft', () => {
  expect(
    gapsOf(({ exhibits }) => ({
      exhibits: exhibits.map((one) => ({ ...one, use: 'not-offered' })),
    })),
  ).toHaveLength(4);
  expect(gapsOf(() => ({ factsFound: [] }))).toEqual([
    { kind: 'proved-by-nothing', about: 'promise' },
  ]);
  expect(
    gapsOf(({ factsFound }) => ({
      factsFound: factsFound.map((fact) => ({ ...fact, means: [] })),
    })),
  ).toEqual([{ kind: 'no-means', about: 'S1' }]);
  expect(
    gapsOf(({ allegations }) => ({
      allegations: allegations.map((allegation) => ({ ...allegation, answers: [] })),
    })),
  ).toEqual([{ kind: 'unanswered', about: '1' }]);
});
