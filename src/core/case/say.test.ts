import { describe, expect, test } from 'vitest';
import {
  argued,
  at,
  complaint,
  constituted,
  filedCase,
  phase,
  proposing,
  said,
} from '../../../test/small-case.ts';
import {
  given,
  mind,
  person,
  moves,
  promised,
  accepted,
  arrived,
  offered,
  answerDue,
  asked,
} from '../../../test/small-moves.ts';
import type { Proposal, Seat } from '../gate/proposal.ts';
import type { Move } from './move.ts';
import { decideMove } from './decide-move.ts';

describe('to say something', () => {
  const argue = (proposal: Proposal): Move => ({ act: 'argue', proposal });

  test('[GT] what passes the gate is heard with its weight, and who speaks is the seat', () => {
    const { decision } = given(...argued()).when(
      moves(argue(proposing([promised], { role: 'judge' })), mind('prosecutor')),
    );
    expect(decision).toMatchObject({
      events: [
        {
          type: 'statement-made',
          data: {
            statement: 'S1',
            seat: 'prosecutor',
            act: 'argue',
            anchors: [{ source: 'E2', start: promised.start, repaired: false }],
            support: { tier: 'strong' },
            sureness: 'fair',
            weight: { class: 'private-instrument', value: 0.75 },
          },
        },
        { type: 'hearing-stepped' },
        { type: 'hearing-stepped' },
      ],
    });
  });

  test('[GT5] a moved anchor is put where the quote stands, and marked', () => {
    const moved = { ...promised, start: 7, end: 7 + promised.quote.length };
    const { decision } = given(...argued()).when(
      moves(argue(proposing([moved], { bindings: {}, sureness: 'strong' })), mind('prosecutor')),
    );
    expect(decision).toMatchObject({
      events: [
        { data: { anchors: [{ start: promised.start, repaired: true }], sureness: 'strong' } },
        {},
        {},
      ],
    });
  });

  test('[GT2] what binds a variable binds one of its scheme', () => {
    given(...argued())
      .when(moves(argue(proposing([promised], { bindings: { x: 'y' } })), mind('prosecutor')))
      .refuses('GT2');
    const profile = {
      schemes: [
        {
          id: 'document',
          name: 'd',
          variables: ['who'],
          anchors: { least: 1, most: 1 },
          premises: [],
          questions: [],
        },
      ],
    };
    const { decision } = given(constituted('en', profile), ...argued().slice(1)).when(
      moves(argue(proposing([promised], { bindings: { who: 'Bo' } })), mind('prosecutor')),
    );
    expect(decision).toMatchObject({
      events: [{ data: { bindings: { who: { prose: 'Bo' } } } }, {}, {}],
    });
  });

  test('[GT3] [GT4] [GT5] what has no passage, no source or another text is not heard', () => {
    const elsewhere = { ...promised, source: 'E9' };
    const changed = { ...promised, quote: promised.quote.replace('first', 'second') };
    given(...argued())
      .when(moves(argue(proposing([])), mind('prosecutor')))
      .refuses('GT2', 'GT3');
    given(...argued())
      .when(moves(argue(proposing([elsewhere])), mind('prosecutor')))
      .refuses('GT4');
    given(...argued())
      .when(moves(argue(proposing([changed])), mind('prosecutor')))
      .refuses('GT5');
  });

  test('[GT7] pleadings, excluded papers and papers not admitted prove nothing', () => {
    given(...argued())
      .when(moves(argue(proposing([at(complaint, 'Bo Rowan promised')])), mind('prosecutor')))
      .refuses('GT7');
    given(...filedCase, phase(2, 'prosecutor'))
      .when(moves(argue(proposing([promised])), mind('prosecutor')))
      .refuses('GT7');
    given(...filedCase, offered('E2'), phase(2, 'prosecutor'))
      .when(moves(argue(proposing([promised])), mind('prosecutor')))
      .refuses('GT7');
    given(
      ...argued(),
      { type: 'exhibit-excluded', data: { exhibit: 'E2', reason: { prose: 'stolen' } } },
      phase(2, 'prosecutor'),
    )
      .when(moves(argue(proposing([promised])), mind('prosecutor')))
      .refuses('GT7');
  });

  test('[GT7] an article may be cited for what it says, and proves no fact', () => {
    const { decision } = given(...argued()).when((state) => {
      const [law] = [...state.law.values()];
      const anchors = [
        { source: law?.source ?? '', start: 0, end: 10, quote: (law?.text ?? '').slice(0, 10) },
      ];
      const proposal = proposing(anchors, { kind: 'law', conclusion: { about: 'nothing' } });
      return decideMove(state, { act: 'argue', proposal }, mind('prosecutor'));
    });
    expect(decision).toMatchObject({
      kind: 'decided',
      events: [{ data: { weight: null } }, {}, {}],
    });
  });

  test('[GT8] what is not in issue is not argued, and a question must be one of the scheme', () => {
    const about = (conclusion: Proposal['conclusion']) =>
      moves(argue(proposing([accepted], { conclusion })), mind('defender'));
    given(...argued('defender'))
      .when(about({ about: 'element', element: 'price', position: 'proved' }))
      .refuses('GT8');
    given(...argued('defender'))
      .when(about({ about: 'statement', statement: 'S7', question: 'authentic' }))
      .refuses('GT8');
    given(...argued(), said('S1', [promised]), phase(2, 'defender'))
      .when(about({ about: 'statement', statement: 'S1', question: 'weather' }))
      .refuses('GT8');
  });

  test('[GT9] the same conclusion from the same passage is said once', () => {
    given(...argued(), said('S1', [promised]))
      .when(moves(argue(proposing([promised])), mind('prosecutor')))
      .refuses('GT9');
  });

  test('[HR8] counsel speak for their own side, and the judge for none', () => {
    given(...argued('defender'))
      .when(moves(argue(proposing([promised])), mind('defender')))
      .refuses('HR8');
    given(...argued('judge'))
      .when(moves(argue(proposing([promised])), person('judge')))
      .refuses('HR8');
    const { decision } = given(...argued('defender')).when(
      moves(
        argue(
          proposing([accepted], {
            conclusion: { about: 'element', element: 'promise', position: 'not-proved' },
          }),
        ),
        mind('defender'),
      ),
    );
    expect(decision.kind).toBe('decided');
  });

  test('[HR8] who proves an exception to a statement, or answers for it, speaks for a side too', () => {
    const about = (question: string, seat: Seat) =>
      moves(
        argue(
          proposing([accepted], { conclusion: { about: 'statement', statement: 'S1', question } }),
        ),
        mind(seat),
      );
    const past = [...argued(), said('S1', [promised])];
    given(...past)
      .when(about('contradicted', 'prosecutor'))
      .refuses('HR8');
    given(...past, phase(2, 'defender'))
      .when(about('authentic', 'defender'))
      .refuses('HR8');
    for (const [question, seat] of [
      ['authentic', 'prosecutor'],
      ['contradicted', 'defender'],
    ] as const) {
      const { decision } = given(...past, phase(2, seat)).when(about(question, seat));
      expect(decision).toMatchObject({
        kind: 'decided',
        events: [{ data: { weight: null } }, {}, {}],
      });
    }
  });

  test('[HR8] what shows something about a remark helps nobody', () => {
    const remark = said('S1', [], { conclusion: { about: 'nothing' } });
    const { decision } = given(...argued(), remark).when(
      moves(
        argue(
          proposing([accepted], {
            conclusion: { about: 'statement', statement: 'S1', question: 'authentic' },
          }),
        ),
        mind('prosecutor'),
      ),
    );
    expect(decision.kind).toBe('decided');
  });

  test('[HR9] a witness answers from the own statement, for whomever it helps', () => {
    const past = [...argued(), phase(1, 'prosecutor'), asked('When did it come?'), answerDue];
    const answer = (proposal: Proposal): Move => ({ act: 'answer', proposal });
    given(...past)
      .when(moves(answer(proposing([promised])), mind('witness')))
      .refuses('HR9');
    const { decision } = given(...past).when(moves(answer(proposing([arrived])), mind('witness')));
    expect(decision).toMatchObject({
      events: [{ data: { seat: 'witness', act: 'answer' } }, {}, {}],
    });
    const unasked = [...argued(), phase(1, 'prosecutor'), answerDue];
    given(...unasked)
      .when(moves(answer(proposing([arrived])), mind('witness')))
      .refuses('HR9');
  });
});
