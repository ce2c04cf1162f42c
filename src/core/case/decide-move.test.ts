import { describe, expect, test } from 'vitest';
import { argued, constituted, filedCase, phase, said } from '../../../test/small-case.ts';
import { given, mind, person, moves, promised, evidence } from '../../../test/small-moves.ts';
import type { CaseEvent } from './case-event.ts';

describe('a move before the court', () => {
  test('[CA1] a case without a court decides nothing', () => {
    given()
      .when(moves({ act: 'open' }, mind('judge')))
      .refuses('CA1');
  });

  test('[HR1] the law of the hearing comes first', () => {
    given(...filedCase)
      .when(moves({ act: 'offer', exhibits: [], text: '' }, mind('prosecutor')))
      .refuses('HR1');
  });

  test('to open, to appear and to pass say nothing but that they were done', () => {
    given(...filedCase)
      .when(moves({ act: 'open' }, mind('judge')))
      .begins({ type: 'hearing-stepped', data: { type: 'hearing-opened', by: 'judge' } });
    given(...filedCase, phase(0, 'secretary'))
      .when(moves({ act: 'appear' }, mind('secretary')))
      .begins({
        type: 'hearing-stepped',
        data: { type: 'act-done', seat: 'secretary', act: 'appear', leaves: { kind: 'nothing' } },
      });
    given(...evidence)
      .when(moves({ act: 'pass' }, mind('prosecutor')))
      .begins({
        type: 'hearing-stepped',
        data: { type: 'act-done', seat: 'prosecutor', act: 'pass', leaves: { kind: 'nothing' } },
      });
  });

  test('[GT1] whatever words an act comes with are heard, and so pass the gate', () => {
    const half = 'A\uD800B';
    const long = 'x'.repeat(4_001);
    for (const text of [half, long, '']) {
      given(...evidence)
        .when(moves({ act: 'offer', exhibits: ['E2'], text }, person('prosecutor')))
        .refuses('GT1');
      given(...argued())
        .when(moves({ act: 'concede', element: 'promise', text }, person('prosecutor')))
        .refuses('GT1');
    }
  });
});

describe('the end of a hearing', () => {
  test('deliberation labels every issue, and the disposition follows from them', () => {
    const past = [...argued(), said('S1', [promised]), phase(4, 'judge')];
    const { decision } = given(...past).when(moves({ act: 'deliberate' }, mind('judge')));
    expect(decision).toMatchObject({
      events: [{ type: 'deliberated', data: { granted: true } }, {}, {}],
    });
    const silent = given(...argued(), phase(4, 'judge')).when(
      moves({ act: 'deliberate' }, mind('judge')),
    );
    expect(silent.decision).toMatchObject({ events: [{ data: { granted: false } }, {}, {}] });
  });

  const deliberated: CaseEvent = {
    type: 'hearing-stepped',
    data: { type: 'act-done', seat: 'judge', act: 'deliberate', leaves: { kind: 'nothing' } },
  };

  test('the draft is made of the record before it', () => {
    const { decision } = given(...argued(), phase(4, 'judge'), deliberated).when(
      moves({ act: 'draft' }, mind('judge')),
    );
    expect(decision).toMatchObject({
      events: [{ type: 'draft-made' }, { data: { type: 'act-done' } }, { type: 'hearing-stepped' }],
    });
  });

  test('[DR1] a court to which nothing was filed drafts nothing', () => {
    given(constituted(), phase(4, 'judge'), deliberated)
      .when(moves({ act: 'draft' }, mind('judge')))
      .refuses('DR1');
  });
});
