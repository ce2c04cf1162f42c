import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admitted, at, caseOf, exhibit, filedCase, issue, said } from '../../../test/small-case.ts';
import { evaluate } from '../argument/evaluate.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-event.ts';
import { granted, graphOfCase, positionNode } from '../evidence/graph-of-case.ts';
import { draftJson } from './draft-json.ts';
import { draftMarkdown } from './draft-markdown.ts';
import { makeDraft, passagesOf } from './make-draft.ts';

const questioned = (statement: string): CaseEvent => ({
  type: 'critical-question-raised',
  data: {
    statement,
    question: 'authentic',
    by: 'defender',
    text: { prose: 'Is it?' },
    anchors: [],
  },
});

/** Cases with papers, statements, questions and exceptions at random. */
const generated: fc.Arbitrary<Case> = fc
  .array(
    fc.record({
      paper: fc.nat(4),
      kind: fc.constantFrom('element', 'element', 'exception', 'answer', 'question'),
      element: fc.constantFrom('promise', 'waiver', 'price'),
      position: fc.constantFrom('proved' as const, 'not-proved' as const),
      target: fc.nat(5),
      value: fc.constantFrom(0.15, 0.35, 0.6, 0.75),
    }),
    { maxLength: 10 },
  )
  .map((steps) => {
    const papers = Array.from({ length: 5 }, (_, n) =>
      exhibit(`E${n + 10}`, 'contract', [`Paper ${n} says so.`]),
    );
    const events: CaseEvent[] = [
      ...filedCase,
      issue('price', 'prosecutor'),
      ...papers,
      ...papers.map(({ data }) => admitted(data.exhibit)),
    ];
    let count = 0;
    for (const { paper, kind, element, position, target, value } of steps) {
      const earlier = `S${(target % Math.max(1, count)) + 1}`;
      if (kind === 'question') {
        if (count > 0) {
          events.push(questioned(earlier));
        }
        continue;
      }
      const about =
        kind === 'element' || count === 0
          ? ({ about: 'element', element, position } as const)
          : ({
              about: 'statement',
              statement: earlier,
              question: kind === 'answer' ? 'authentic' : 'contradicted',
            } as const);
      count += 1;
      const anchors = papers.slice(paper, paper + 1).map((one) => at(one, one.data.text.prose));
      const weight = { class: 'witness', value, because: 'so' };
      events.push(
        said(`S${count}`, anchors, {
          conclusion: about,
          weight: about.about === 'element' ? weight : null,
        }),
      );
    }
    return caseOf(...events);
  });

describe('properties of every draft', () => {
  test('made again it is the same, byte for byte, JSON and page', () => {
    fc.assert(
      fc.property(generated, (state) => {
        const [one, other] = [makeDraft(state), makeDraft(structuredClone(state))];
        if (one.kind === 'refused' || other.kind === 'refused') throw new Error('refused');
        expect(other.events.map(draftJson)).toEqual(one.events.map(draftJson));
        expect(other.events.map(draftMarkdown)).toEqual(one.events.map(draftMarkdown));
      }),
      { numRuns: 60 },
    );
  });

  test('every fact found has its means, every exhibit its use, every issue its outcome', () => {
    fc.assert(
      fc.property(generated, (state) => {
        const made = makeDraft(state);
        const [draft] = made.kind === 'decided' ? made.events : [];
        expect(draft?.exhibits.map(({ exhibit: id }) => id)).toEqual([...state.exhibits.keys()]);
        expect(draft?.issues.map(({ element }) => element)).toEqual([...state.issues.keys()]);
        expect(draft?.completeness.filter(({ kind }) => kind === 'no-means')).toEqual([]);
        expect(draft?.completeness.filter(({ kind }) => kind === 'proved-by-nothing')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('a flip set turns its target, and no proper subset of it does', () => {
    let sets = 0;
    const turns = (state: Case, node: string, lost: readonly string[]) => {
      const graph = graphOfCase(state);
      const gone = new Set(lost.flatMap((id) => passagesOf(state, id)));
      const left = new Set([...graph.assumptions].filter((one) => !gone.has(one)));
      return evaluate({ ...graph, assumptions: left }).label(node) !== evaluate(graph).label(node);
    };
    fc.assert(
      fc.property(generated, (state) => {
        const made = makeDraft(state);
        const flips = made.kind === 'decided' ? made.events.flatMap((draft) => draft.flips) : [];
        for (const { target, sets: found } of flips) {
          const node = target === granted ? granted : positionNode(target, 'proved');
          for (const set of found) {
            sets += 1;
            expect(turns(state, node, set)).toBe(true);
            for (let bits = 1; bits < 2 ** set.length - 1; bits += 1) {
              const subset = set.filter((_, n) => (bits >> n) % 2 === 1);
              expect(turns(state, node, subset)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(sets).toBeGreaterThan(100);
  });
});
