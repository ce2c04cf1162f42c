import { describe, expect, test } from 'vitest';
import { argued, phase, proposing, said } from '../../../test/small-case.ts';
import { given, mind, person, moves, promised, arrived } from '../../../test/small-moves.ts';
import type { Proposal } from '../gate/proposal.ts';
import type { CaseEvent } from './case-event.ts';
import type { Mover } from './move.ts';

describe('to put a critical question', () => {
  const past = [...argued(), said('S1', [promised]), phase(2, 'defender')];
  const raising = (question: string, mover: Mover, proposal: Partial<Proposal> = {}, id = 'S1') =>
    moves(
      {
        act: 'raise-question',
        statement: id,
        question,
        proposal: proposing([arrived], {
          kind: 'argument',
          text: 'Who wrote it?',
          conclusion: { about: 'nothing' },
          ...proposal,
        }),
      },
      mover,
    );

  test('it is heard with the passage that gives reason to ask', () => {
    given(...past)
      .when(raising('authentic', mind('defender')))
      .begins({
        type: 'critical-question-raised',
        data: {
          statement: 'S1',
          question: 'authentic',
          by: 'defender',
          text: { prose: 'Who wrote it?' },
          anchors: [
            {
              source: 'E3',
              start: arrived.start,
              end: arrived.end,
              quote: { prose: arrived.quote },
              repaired: false,
            },
          ],
        },
      });
  });

  test('[CA5] only questions of the scheme, of a statement that was made, and each once', () => {
    given(...past)
      .when(raising('weather', mind('defender')))
      .refuses('CA5');
    given(...past)
      .when(raising('authentic', mind('defender'), {}, 'S9'))
      .refuses('CA5');
    const before: CaseEvent = {
      type: 'critical-question-raised',
      data: {
        statement: 'S1',
        question: 'authentic',
        by: 'defender',
        text: { prose: 'Who?' },
        anchors: [],
      },
    };
    given(...past, before)
      .when(raising('authentic', mind('defender')))
      .refuses('CA5');
    const other = { ...before, data: { ...before.data, question: 'contradicted' } };
    expect(given(...past, other).when(raising('authentic', mind('defender'))).decision.kind).toBe(
      'decided',
    );
  });

  test('[CA6] a mind asks with a passage only; the word of a person is enough', () => {
    given(...past)
      .when(raising('authentic', mind('defender'), { anchors: [] }))
      .refuses('CA6');
    const remark = { anchors: [], kind: 'procedural', scheme: 'address' } as const;
    expect(
      given(...past).when(raising('authentic', person('defender'), remark)).decision.kind,
    ).toBe('decided');
  });

  test('[HR8] nobody puts a question against the own side; the judge may ask anybody', () => {
    given(...past, phase(2, 'prosecutor'))
      .when(raising('authentic', mind('prosecutor')))
      .refuses('HR8');
    expect(
      given(...past, phase(2, 'judge')).when(raising('authentic', mind('judge'))).decision.kind,
    ).toBe('decided');
  });

  test('[GT5] its ground passes the gate like anything else', () => {
    const wrong = { ...arrived, quote: arrived.quote.replace('ninth', 'tenth') };
    given(...past)
      .when(raising('authentic', mind('defender'), { anchors: [wrong] }))
      .refuses('GT5');
  });
});
