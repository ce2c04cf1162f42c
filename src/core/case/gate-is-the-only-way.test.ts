import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  argued,
  caseOf,
  contract,
  phase,
  proposing,
  said,
  at,
  statement,
  stranger,
} from '../../../test/small-case.ts';
import { passageNode, graphOfCase } from '../evidence/graph-of-case.ts';
import { gateWords } from '../gate/gate-words.ts';
import { proposalKinds, seats, type Anchor } from '../gate/proposal.ts';
import { seekQuote } from '../gate/seek-quote.ts';
import type { CaseEvent } from './case-event.ts';
import { sourceOf } from './courtroom-of.ts';
import { decideMove } from './decide-move.ts';
import type { Move } from './move.ts';

const promised = at(contract, 'The supplier promised delivery on the first of March.');
const past = [...argued(), said('S1', [promised])];
const papers = [contract, statement, stranger];

/** A run of words of a paper, true or spoilt. */
const anchor: fc.Arbitrary<Anchor> = fc
  .record({
    paper: fc.constantFrom(...papers),
    first: fc.nat(8),
    count: fc.nat(8),
    spoil: fc.constantFrom('nothing', 'nothing', 'words', 'place', 'source'),
  })
  .map(({ paper, first, count, spoil }) => {
    const { exhibit, text } = paper.data;
    const words = text.prose.split(' ');
    const start = words.slice(0, first).join(' ').length + (first === 0 ? 0 : 1);
    const quote = words.slice(first, first + count).join(' ');
    const shift = spoil === 'place' ? 3 : 0;
    return {
      source: spoil === 'source' ? 'E9' : exhibit,
      start: start + shift,
      end: start + quote.length + shift,
      quote: spoil === 'words' ? quote.replace(/\w+/u, 'never') : quote,
    };
  });

const proposal = fc
  .record({
    kind: fc.constantFrom(...proposalKinds),
    text: fc.constantFrom('So it is.', 'It came late.', ''),
    anchors: fc.array(anchor, { maxLength: 3 }),
    scheme: fc.constantFrom('document', 'document', 'none'),
    conclusion: fc.oneof(
      fc.constant({ about: 'nothing' } as const),
      fc.record({
        about: fc.constant('element' as const),
        element: fc.constantFrom('promise', 'waiver', 'price'),
        position: fc.constantFrom('proved' as const, 'not-proved' as const),
      }),
      fc.record({
        about: fc.constant('statement' as const),
        statement: fc.constantFrom('S1', 'S2'),
        question: fc.constantFrom('authentic', 'contradicted', 'weather'),
      }),
    ),
  })
  .map(({ anchors, ...more }) => proposing(anchors, more));

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    act: fc.constantFrom('argue' as const, 'state-case' as const, 'answer-question' as const),
    proposal,
  }),
  fc.record({
    act: fc.constant('raise-question' as const),
    statement: fc.constant('S1'),
    question: fc.constantFrom('authentic', 'contradicted'),
    proposal,
  }),
);

/** The anchors that an event puts before the court. */
const anchorsOf = (event: CaseEvent) =>
  event.type === 'statement-made' || event.type === 'critical-question-raised'
    ? event.data.anchors
    : [];

test('[GT5] whatever is proposed, every anchor that enters the record holds in its source', () => {
  let heard = 0;
  fc.assert(
    fc.property(move, fc.constantFrom(...seats), (proposed, seat) => {
      const state = caseOf(...past, phase(2, seat));
      const decision = decideMove(state, proposed, { seat, actor: 'mind' });
      const events = decision.kind === 'decided' ? decision.events : [];
      for (const { source: id, start, end, quote } of events.flatMap(anchorsOf)) {
        const source = sourceOf(state, id);
        expect(source).toBeDefined();
        if (source === undefined) return;
        const sought = seekQuote(
          { source: id, start, end, quote: quote.prose },
          source,
          gateWords('en'),
        );
        expect(sought.kind).toBe('exact');
        heard += 1;
      }
    }),
    { numRuns: 2_000, seed: 1 },
  );
  expect(heard).toBeGreaterThan(20);
});

test('what was refused moves neither graph nor transcript', () => {
  const rejected: CaseEvent = {
    type: 'proposal-rejected',
    data: { seat: 'defender', act: 'argue', text: { prose: 'It came.' }, refusals: [] },
  };
  expect(graphOfCase(caseOf(...past, rejected))).toEqual(graphOfCase(caseOf(...past)));
});

test('a passage stands in the graph only where a statement rests on it', () => {
  const { statements, assumptions } = graphOfCase(caseOf(...past));
  expect([...assumptions].filter((id) => id.startsWith('E'))).toEqual([passageNode(promised)]);
  expect([...statements.keys()].filter((id) => id.startsWith('E'))).toEqual([
    passageNode(promised),
  ]);
});
