import { describe, expect, test } from 'vitest';
import { caseOf, filedCase } from '../../../test/small-case.ts';
import { noCase } from '../case/case.ts';
import type { CaseEvent } from '../case/case-event.ts';
import { rulingOn } from './ruling.ts';

const asked = (text: string): CaseEvent => ({
  type: 'question-asked',
  data: {
    question: 'Q1',
    by: 'prosecutor',
    witness: { prose: 'Cy Teal' },
    exhibit: 'E3',
    element: null,
    text: { prose: text },
  },
});
const onExhibit = (exhibit: string, ground: string) =>
  rulingOn(caseOf(...filedCase), { against: { kind: 'exhibit', exhibit }, ground });
const onQuestion = (text: string, ground = 'leading') =>
  rulingOn(caseOf(asked(text)), { against: { kind: 'question', question: 'Q1' }, ground });

describe('[CA7] the ruling that follows from the rules', () => {
  test('relevant is what shares a word of weight with an issue, an allegation or a party', () => {
    expect(onExhibit('E2', 'relevance')).toEqual({ overruled: true, reason: 'bears-on-an-issue' });
    expect(onExhibit('E4', 'relevance')).toEqual({ overruled: false, reason: 'bears-on-nothing' });
    expect(onExhibit('E9', 'relevance')).toEqual({ overruled: false, reason: 'bears-on-nothing' });
  });

  test('every other ground against an exhibit goes to its weight', () => {
    expect(onExhibit('E2', 'foundation')).toEqual({ overruled: true, reason: 'goes-to-weight' });
  });

  test.each([
    'Is it not true that you saw it?',
    "Isn't it true you slept?",
    'Would you agree that it was late?',
    '¿No es verdad que llegó tarde?',
    'Es efectivo que usted firmó.',
  ])('«%s» puts the answer into the mouth', (text) => {
    expect(onQuestion(text)).toEqual({ overruled: false, reason: 'leading' });
  });

  test('an open question, and a leading one to which something else is objected, is answered', () => {
    const open = { overruled: true, reason: 'open' };
    expect(onQuestion('When did it come?')).toEqual(open);
    expect(onQuestion('¿Cuándo llegó?')).toEqual(open);
    expect(onQuestion('Would you agree?', 'beyond-knowledge')).toEqual(open);
    const nothing = { against: { kind: 'question', question: 'Q1' }, ground: 'leading' } as const;
    expect(rulingOn(noCase, nothing)).toEqual(open);
  });
});
