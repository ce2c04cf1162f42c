import { describe, expect, test } from 'vitest';
import { argued, caseOf, phase, said } from '../../../test/small-case.ts';
import { given, mind, moves, person, promised } from '../../../test/small-moves.ts';
import { makeDraft } from '../resolution/make-draft.ts';
import type { CaseEvent } from './case-event.ts';
import { decideMove } from './decide-move.ts';
import type { Mover } from './move.ts';

const step = (act: 'deliberate' | 'reweigh' | 'draft'): CaseEvent => ({
  type: 'hearing-stepped',
  data: { type: 'act-done', seat: 'judge', act, leaves: { kind: 'nothing' } },
});
const remark = said('S2', [promised], { conclusion: { about: 'nothing' }, weight: null });
const deliberating = [...argued(), said('S1', [promised]), remark, phase(4, 'judge')];
const deliberated = [...deliberating, step('deliberate')];

const reweighing = (statement: string, value: number, mover: Mover, text = 'The ink is fresh.') =>
  moves({ act: 'reweigh', statement, value, text }, mover);
const judge = person('judge');

describe('to change a weight', () => {
  test('says what, to how much and why, and labels the issues anew', () => {
    const { decision } = given(...deliberated).when(reweighing('S1', 0.1, judge));
    expect(decision).toMatchObject({
      events: [
        {
          type: 'weight-changed',
          data: { statement: 'S1', value: 0.1, reason: { prose: 'The ink is fresh.' } },
        },
        { type: 'deliberated', data: { granted: false } },
        { data: { type: 'act-done', act: 'reweigh' } },
        { data: { type: 'floor-given', to: 'judge' } },
      ],
    });
    expect(given(...deliberated).when(reweighing('S1', 0.9, judge)).decision).toMatchObject({
      events: [{}, { type: 'deliberated', data: { granted: true } }, {}, {}],
    });
  });

  test('shows in the draft: the new weight, the old one, who and why', () => {
    const state = caseOf(...deliberated);
    const decision = decideMove(
      state,
      { act: 'reweigh', statement: 'S1', value: 0.1, text: 'The ink is fresh.' },
      judge,
    );
    const events = decision.kind === 'decided' ? decision.events : [];
    const draft = makeDraft(caseOf(...deliberated, ...events));
    expect(draft).toMatchObject({
      events: [
        {
          disposition: { granted: false },
          issues: [
            {
              element: 'promise',
              outcome: 'not-proved',
              arguments: [
                {
                  statement: 'S1',
                  weight: 0.1,
                  because: 'changed from 0.6 by the judge: The ink is fresh.',
                },
              ],
            },
            {},
          ],
        },
      ],
    });
  });

  test('[CA11] no mind says what anything weighs, whatever it was told', () => {
    given(...deliberated)
      .when(reweighing('S1', 0.1, mind('judge')))
      .refuses('CA11');
  });

  test('[CA12] what has no weight gets none', () => {
    for (const statement of ['S2', 'S9', '']) {
      given(...deliberated)
        .when(reweighing(statement, 0.1, judge))
        .refuses('CA12');
    }
  });

  test('[CA13] a weight lies between 0 and 1, both included, and is another than before', () => {
    for (const value of [-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY, 0.6]) {
      given(...deliberated)
        .when(reweighing('S1', value, judge))
        .refuses('CA13');
    }
    for (const value of [0, 1]) {
      expect(given(...deliberated).when(reweighing('S1', value, judge)).decision.kind).toBe(
        'decided',
      );
    }
  });

  test('[GT1] nothing is changed without a reason', () => {
    for (const reason of ['', ' ', '…']) {
      given(...deliberated)
        .when(reweighing('S1', 0.1, judge, reason))
        .refuses('GT1');
    }
  });

  test('[HR1] [HR2] [HR5] only the judge does, after deliberation and before the draft', () => {
    given(...argued())
      .when(reweighing('S1', 0.1, judge))
      .refuses('HR2');
    given(...deliberating)
      .when(reweighing('S1', 0.1, judge))
      .refuses('HR5');
    given(...deliberated)
      .when(reweighing('S1', 0.1, person('prosecutor')))
      .refuses('HR2');
    given(...deliberated, step('draft'))
      .when(reweighing('S1', 0.1, judge))
      .refuses('HR1');
  });
});
