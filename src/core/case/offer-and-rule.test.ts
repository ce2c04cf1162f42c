import { describe, expect, test } from 'vitest';
import { admitted } from '../../../test/small-case.ts';
import {
  given,
  mind,
  person,
  moves,
  offered,
  openToObjection,
  askedOpen,
  rulingDue,
  objected,
  asked,
  evidence,
} from '../../../test/small-moves.ts';
import type { CaseEvent } from './case-event.ts';

describe('to offer, to object and to rule', () => {
  test('an offer names exhibits that were filed, each once', () => {
    given(...evidence)
      .when(moves({ act: 'offer', exhibits: ['E2', 'E3', 'E2'], text: 'Two.' }, mind('prosecutor')))
      .begins({
        type: 'exhibit-offered',
        data: { exhibits: ['E2', 'E3'], by: 'prosecutor', text: { prose: 'Two.' } },
      });
  });

  test('[CA2] [CA3] nothing, unknown papers, pleadings and admitted papers cannot be offered', () => {
    const offering = (...exhibits: string[]) =>
      moves({ act: 'offer', exhibits, text: 'These.' }, mind('prosecutor'));
    given(...evidence)
      .when(offering())
      .refuses('CA2');
    given(...evidence)
      .when(offering('E9', 'E1'))
      .refuses('CA2', 'CA3');
    given(...evidence, admitted('E2'))
      .when(offering('E2'))
      .refuses('CA3');
  });

  test('an offer that is let pass is admitted; a question that is let pass admits nothing', () => {
    given(...evidence, offered('E2', 'E3'), openToObjection)
      .when(moves({ act: 'pass' }, mind('defender')))
      .begins(admitted('E2'), admitted('E3'));
    const { decision } = given(...evidence, offered('E2'), askedOpen).when(
      moves({ act: 'pass' }, mind('defender')),
    );
    expect(decision).toMatchObject({ events: [{ type: 'hearing-stepped' }] });
  });

  test('an exhibit of the offer is objected to on a ground of the jurisdiction', () => {
    const objecting = (exhibitId: string | null, ground: string) =>
      moves({ act: 'object', exhibit: exhibitId, ground, text: 'Why?' }, mind('defender'));
    const past = [...evidence, offered('E2'), openToObjection];
    given(...past)
      .when(objecting('E2', 'relevance'))
      .begins({
        type: 'objection-made',
        data: {
          objection: 'O1',
          by: 'defender',
          against: { kind: 'exhibit', exhibit: 'E2' },
          ground: 'relevance',
          text: { prose: 'Why?' },
        },
      });
    given(...past)
      .when(objecting('E3', 'relevance'))
      .refuses('CA2');
    given(...past)
      .when(objecting(null, 'leading'))
      .refuses('CA2');
    given(...past)
      .when(objecting('E2', 'leading'))
      .refuses('CA4');
    given(...past)
      .when(objecting('E2', 'boredom'))
      .refuses('CA4');
  });

  test('the question just asked is objected to', () => {
    const past = [...evidence, asked('You saw it, did you not?'), askedOpen];
    given(...past)
      .when(
        moves({ act: 'object', exhibit: null, ground: 'leading', text: 'L.' }, mind('defender')),
      )
      .begins({
        type: 'objection-made',
        data: {
          objection: 'O1',
          by: 'defender',
          against: { kind: 'question', question: 'Q1' },
          ground: 'leading',
          text: { prose: 'L.' },
        },
      });
  });

  test('[CA7] a mind rules as the rules do; a person is free, with a reason', () => {
    const past = [
      ...evidence,
      offered('E2', 'E4'),
      objected({ kind: 'exhibit', exhibit: 'E4' }, 'relevance'),
      rulingDue('offer'),
    ];
    const ruling = (overruled: boolean) => ({ act: 'rule', overruled, text: 'So be it.' }) as const;
    const ruled = (overruled: boolean): CaseEvent => ({
      type: 'objection-ruled',
      data: { objection: 'O1', overruled, reason: { prose: 'So be it.' } },
    });
    given(...past)
      .when(moves(ruling(true), mind('judge')))
      .refuses('CA7');
    given(...past)
      .when(moves(ruling(false), mind('judge')))
      .begins(ruled(false), {
        type: 'exhibit-excluded',
        data: { exhibit: 'E4', reason: { prose: 'So be it.' } },
      });
    given(...past)
      .when(moves(ruling(true), person('judge')))
      .begins(ruled(true), admitted('E4'));
  });

  test('a ruling on a question admits and excludes nothing', () => {
    given(
      ...evidence,
      asked('When did it come?'),
      objected({ kind: 'question', question: 'Q1' }, 'leading'),
      rulingDue('question'),
    )
      .when(moves({ act: 'rule', overruled: true, text: 'Answer.' }, mind('judge')))
      .begins(
        {
          type: 'objection-ruled',
          data: { objection: 'O1', overruled: true, reason: { prose: 'Answer.' } },
        },
        {
          type: 'hearing-stepped',
          data: { type: 'act-done', seat: 'judge', act: 'rule', leaves: { kind: 'answer-due' } },
        },
      );
  });
});
