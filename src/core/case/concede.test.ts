import { describe, test } from 'vitest';
import { argued } from '../../../test/small-case.ts';
import { given, mind, person, moves } from '../../../test/small-moves.ts';
import type { Seat } from '../gate/proposal.ts';
import type { CaseEvent } from './case-event.ts';
import type { Mover } from './move.ts';

describe('to concede', () => {
  const conceding = (element: string, mover: Mover) =>
    moves({ act: 'concede', element, text: 'We give it up.' }, mover);

  test('[CA8] only a person concedes, and only for a party', () => {
    given(...argued())
      .when(conceding('promise', mind('prosecutor')))
      .refuses('CA8');
    given(...argued('judge'))
      .when(conceding('promise', person('judge')))
      .refuses('CA8');
  });

  test('[CA5] what is not in issue cannot be conceded', () => {
    given(...argued())
      .when(conceding('price', person('prosecutor')))
      .refuses('CA5');
  });

  test('a concession gives the point to the other side', () => {
    const conceded = (by: Seat, element: string, position: 'proved' | 'not-proved'): CaseEvent => ({
      type: 'element-conceded',
      data: { element, position, by, text: { prose: 'We give it up.' } },
    });
    given(...argued('defender'))
      .when(conceding('promise', person('defender')))
      .begins(conceded('defender', 'promise', 'proved'));
    given(...argued())
      .when(conceding('promise', person('prosecutor')))
      .begins(conceded('prosecutor', 'promise', 'not-proved'));
  });
});
