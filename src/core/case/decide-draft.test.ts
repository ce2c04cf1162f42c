import { describe, expect, test } from 'vitest';
import { argued, caseOf, filedCase } from '../../../test/small-case.ts';
import { given, mind, person } from '../../../test/small-moves.ts';
import { decideDraft, type DraftChoice } from './decide-draft.ts';
import type { CaseEvent } from './case-event.ts';
import type { Mover } from './move.ts';

const closed: CaseEvent = { type: 'hearing-stepped', data: { type: 'hearing-closed' } };
const draft: CaseEvent = {
  type: 'draft-made',
  data: { draft: { prose: '{}' }, markdown: { prose: '# Draft' } },
};
const heard = [...argued(), draft, closed];

const choosing =
  (change: Partial<DraftChoice> = {}, mover: Mover = person('judge')) =>
  (state: Parameters<typeof decideDraft>[0]) =>
    decideDraft(state, { act: 'sign', name: 'Judge Ash', reason: '', ...change }, mover);

describe('a draft', () => {
  test('is signed by a person in the seat of the judge, by name', () => {
    given(...heard)
      .when(choosing())
      .records(
        {
          type: 'draft-decided',
          data: { decision: 'signed', by: { prose: 'Judge Ash' }, reason: { prose: '' } },
        },
        { type: 'hearing-stepped', data: { type: 'draft-signed' } },
      );
  });

  test('is rejected with a reason', () => {
    const { decision } = given(...heard).when(
      choosing({ act: 'reject', reason: 'The date is wrong.' }),
    );
    expect(decision).toMatchObject({
      events: [
        { data: { decision: 'rejected', reason: { prose: 'The date is wrong.' } } },
        { data: { type: 'draft-rejected' } },
      ],
    });
    const events = decision.kind === 'decided' ? decision.events : [];
    const after = caseOf(...heard, ...events);
    expect(after.hearing).toEqual({ state: 'rejected' });
    expect(after.decision?.decision).toBe('rejected');
  });

  test('[CA1] belongs to a court', () => {
    given().when(choosing()).refuses('CA1');
  });

  test('[HR1] is decided upon once, after the hearing', () => {
    given(...filedCase)
      .when(choosing())
      .refuses('HR1');
    for (const type of ['draft-signed', 'draft-rejected'] as const) {
      given(...heard, { type: 'hearing-stepped', data: { type } })
        .when(choosing())
        .refuses('HR1');
    }
    const signed = given(...heard, {
      type: 'hearing-stepped',
      data: { type: 'draft-signed' },
    }).when(choosing({ act: 'reject', reason: 'No.' }));
    expect(signed.decision).toMatchObject({
      refusals: [{ says: 'The draft is signed: nobody may reject now.' }],
    });
  });

  test('[HR7] is for no mind, and for no other seat', () => {
    given(...heard)
      .when(choosing({}, mind('judge')))
      .refuses('HR7');
    given(...heard)
      .when(choosing({}, person('secretary')))
      .refuses('HR7');
  });

  test('[DR2] must be there', () => {
    given(...argued(), closed)
      .when(choosing())
      .refuses('DR2');
  });

  test('[CA14] is signed by a name that can be read out in one line', () => {
    const half = 'A\uD800';
    for (const name of ['', ' ', '…', 'Judge\nAsh', half, 'x'.repeat(201)]) {
      given(...heard)
        .when(choosing({ name }))
        .refuses('CA14');
    }
  });

  test('[GT1] is not rejected without a reason, nor signed with one that is none', () => {
    for (const reason of ['', ' ']) {
      given(...heard)
        .when(choosing({ act: 'reject', reason }))
        .refuses('GT1');
    }
    given(...heard)
      .when(choosing({ name: '', reason: 'x'.repeat(4_001) }))
      .refuses('CA14', 'GT1');
    expect(given(...heard).when(choosing({ reason: 'It is right.' })).decision.kind).toBe(
      'decided',
    );
  });
});
