import { describe, expect, test } from 'vitest';
import { admitted, caseOf, filedCase, phase } from '../../../test/small-case.ts';
import { noCase } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Act } from '../../core/jurisdiction/profile.ts';
import type { Seat } from '../../core/gate/proposal.ts';
import type { Pending } from '../../core/hearing/hearing.ts';
import { roomOf } from './room-of.ts';

const visitor = { person: 'p-1', seats: ['defender'] } as const;
const sits = { seat: 'defender', mind: 'offline', person: { id: 'p-1', name: 'Flo' } } as const;
const done = (seat: Seat, act: Act, leaves: Pending): CaseEvent => ({
  type: 'hearing-stepped',
  data: { type: 'act-done', seat, act, leaves },
});
const offered: CaseEvent = {
  type: 'exhibit-offered',
  data: { exhibits: ['E2', 'E3'], by: 'prosecutor', text: { prose: 'These.' } },
};
const objected: CaseEvent = {
  type: 'objection-made',
  data: {
    objection: 'O1',
    by: 'defender',
    against: { kind: 'exhibit', exhibit: 'E2' },
    ground: 'relevance',
    text: { prose: 'It says nothing.' },
  },
};
const seated: CaseEvent = {
  type: 'seat-taken',
  data: { seat: 'judge', actor: 'mind', mind: 'far' },
};

describe('the room', () => {
  test('of a case without papers is empty', () => {
    expect(roomOf(noCase, visitor, [])).toMatchObject({
      caption: '',
      state: 'not-opened',
      phase: null,
      pending: { kind: 'nothing' },
      yours: [{ seat: 'defender', acts: [] }],
      hasDraft: false,
    });
  });

  test('before the hearing is opened says who may open it', () => {
    const room = roomOf(caseOf(...filedCase), { person: 'p-2', seats: ['judge'] }, []);
    expect(room).toMatchObject({ phase: null, floor: null, yours: [{ acts: ['open'] }] });
  });

  test('says who sits where: a person, the mind that was named, the one on record', () => {
    const state = caseOf(...filedCase, seated);
    const rows = [sits, { seat: 'witness', mind: 'slow', person: null }] as const;
    const holders = (who: typeof visitor | { person: string; seats: [] }) =>
      Object.fromEntries(roomOf(state, who, rows).seats.map(({ seat, holder }) => [seat, holder]));
    expect(holders(visitor)).toEqual({
      judge: { kind: 'mind', mind: 'far' },
      prosecutor: { kind: 'mind', mind: '' },
      defender: { kind: 'person', id: 'p-1', name: 'Flo', isYou: true },
      secretary: { kind: 'mind', mind: '' },
      witness: { kind: 'mind', mind: 'slow' },
    });
    expect(holders({ person: 'p-2', seats: [] })['defender']).toMatchObject({ isYou: false });
  });

  test('says what may be objected to, and on which grounds', () => {
    const open = (to: 'offer' | 'question') =>
      roomOf(
        caseOf(
          ...filedCase,
          phase(1, 'prosecutor'),
          offered,
          admitted('E3'),
          done('prosecutor', 'offer', { kind: 'objection-open', to, seat: 'defender' }),
        ),
        visitor,
        [sits],
      );
    expect(open('offer')).toMatchObject({
      phase: { n: 1 },
      floor: 'prosecutor',
      pending: { kind: 'objection-open', seat: 'defender', exhibits: ['E2'] },
      yours: [{ seat: 'defender', acts: ['object', 'pass'] }],
    });
    const { pending } = open('question');
    expect(pending).toMatchObject({ to: 'question', exhibits: [] });
    expect(pending.kind === 'objection-open' && pending.grounds.length).toBeGreaterThan(0);
  });

  test('says what the judge must rule on, and when nothing or an answer is due', () => {
    const after = (leaves: Pending) =>
      roomOf(
        caseOf(
          ...filedCase,
          phase(1, 'prosecutor'),
          offered,
          objected,
          done('defender', 'object', leaves),
        ),
        { person: 'p-2', seats: ['judge', 'witness'] },
        [],
      );
    expect(after({ kind: 'ruling-due', on: 'offer', objector: 'defender' })).toMatchObject({
      pending: {
        kind: 'ruling-due',
        due: [{ objection: 'O1', ground: 'relevance', text: 'It says nothing.' }],
      },
      yours: [
        { seat: 'judge', acts: ['rule'] },
        { seat: 'witness', acts: [] },
      ],
    });
    expect(after({ kind: 'answer-due' }).pending).toEqual({ kind: 'answer-due' });
    expect(after({ kind: 'nothing' }).pending).toEqual({ kind: 'nothing' });
  });
});
