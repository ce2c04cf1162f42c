import { describe, expect, test } from 'vitest';
import { accepted, argued, caseOf, lawWanting, promised, said } from '../../../test/small-case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { draftJson } from '../../core/resolution/draft-json.ts';
import { draftMarkdown } from '../../core/resolution/draft-markdown.ts';
import { makeDraft } from '../../core/resolution/make-draft.ts';
import { replayDraft } from './replay-draft.ts';
import { why } from './why.ts';

const past = [...argued(), said('S1', [promised]), said('S2', [accepted])];

function drafted(events: readonly CaseEvent[]): CaseEvent {
  const made = makeDraft(caseOf(...events));
  const [draft] = made.kind === 'decided' ? made.events : [];
  if (draft === undefined) throw new Error('no draft');
  return {
    type: 'draft-made',
    data: { draft: { prose: draftJson(draft) }, markdown: { prose: draftMarkdown(draft) } },
  };
}

describe('replay', () => {
  test('rebuilds the state, and the draft byte for byte', () => {
    const { state, draft } = replayDraft([...past, drafted(past)]);
    expect(draft).toEqual({ kind: 'same' });
    expect(state).toEqual(caseOf(...past, drafted(past)));
    expect(replayDraft(past).draft).toEqual({ kind: 'none' });
  });

  test.each([true, false])(
    'gives the same draft where a norm is wanting, known (%s) or not, and why shows it as a premise',
    (known) => {
      const others = past.filter(({ type }) => type !== 'law-entered');
      const wanting = [...others, lawWanting('1', known)];
      expect(replayDraft([...wanting, drafted(wanting)]).draft).toEqual({ kind: 'same' });
      const answer = why(caseOf(...wanting), 'granted');
      expect(answer?.label).toBe(known ? 'out' : 'in');
      const premise = known ? 'not-in-force:small-code/1' : 'norm:small-code/1';
      expect(answer?.derivation.statements.get(premise)?.label).toBe('in');
      expect(answer?.premises.sets).toContainEqual([premise]);
    },
  );

  test('says what differs where the recorded draft follows from something else', () => {
    const { draft } = replayDraft([...past, drafted(argued())]);
    expect(draft.kind).toBe('differs');
    const early = replayDraft([drafted(past), ...past]).draft;
    expect(early).toMatchObject({ kind: 'differs', computed: '' });
  });
});

describe('why', () => {
  test('a label, its derivation, and the smallest losses that turn it', () => {
    const answer = why(caseOf(...past), 'promise');
    expect(answer?.label).toBe('in');
    expect([...(answer?.derivation.arguments.keys() ?? [])]).toEqual(['S1', 'S2']);
    expect(answer?.exhibits.sets).toEqual([['E2', 'E3']]);
    expect(answer?.premises.sets).toEqual([
      [`E2@${promised.start}-${promised.end}`, `E3@${accepted.start}-${accepted.end}`],
    ]);
  });

  test('the disposition, and what it rests on in law', () => {
    const answer = why(caseOf(...past), 'granted');
    expect(answer?.label).toBe('in');
    expect(answer?.premises.sets).toContainEqual(['small-code/1@2000-01-01']);
  });

  test('no answer about what is not in issue', () => {
    expect(why(caseOf(...past), 'price')).toBeUndefined();
  });
});
