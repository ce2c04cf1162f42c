import { describe, test } from 'vitest';
import { admitted } from '../../../test/small-case.ts';
import { given, mind, moves, evidence } from '../../../test/small-moves.ts';

describe('to ask a witness', () => {
  const examining = (witness: string, id: string, element: string | null = 'promise') =>
    moves({ act: 'examine', witness, exhibit: id, element, text: 'When?' }, mind('prosecutor'));
  const past = [...evidence, admitted('E2'), admitted('E3')];

  test('a witness of the list is asked about the own statement, by name or by id', () => {
    for (const witness of ['Cy Teal', 'teal']) {
      given(...past)
        .when(examining(witness, 'E3', null))
        .begins({
          type: 'question-asked',
          data: {
            question: 'Q1',
            by: 'prosecutor',
            witness: { prose: 'Cy Teal' },
            exhibit: 'E3',
            element: null,
            text: { prose: 'When?' },
          },
        });
    }
  });

  test('[CA2] [CA5] no other paper, no stranger, no statement that was not admitted, no other matter', () => {
    given(...past)
      .when(examining('Cy Teal', 'E2'))
      .refuses('CA2');
    given(...past)
      .when(examining('Di Finch', 'E3'))
      .refuses('CA2');
    given(...evidence)
      .when(examining('Cy Teal', 'E3'))
      .refuses('CA2');
    given(...past)
      .when(examining('Cy Teal', 'E3', 'price'))
      .refuses('CA5');
    given(...past)
      .when(examining('Cy Teal', 'E9', 'price'))
      .refuses('CA2', 'CA5');
  });
});
