import type { Case, Objection } from '../case/case.ts';
import { foldedWords } from '../gate/words.ts';

/** How an objection is ruled upon by the rules alone, and why, as a key for words in either language. */
export type Ruling = {
  readonly overruled: boolean;
  readonly reason: 'bears-on-an-issue' | 'bears-on-nothing' | 'goes-to-weight' | 'leading' | 'open';
};

/**
 * The ruling that follows from the rules. A mind in the judge's seat has no other: what stays out of the
 * evidence moves the outcome, and no outcome comes from a model. A person in the seat is free, with reasons.
 */
export function rulingOn(
  state: Case,
  { against, ground }: Pick<Objection, 'against' | 'ground'>,
): Ruling {
  if (against.kind === 'question') {
    const asked = state.questions.find(({ question }) => question === against.question);
    return asked !== undefined && ground === 'leading' && isLeading(asked.text.prose)
      ? { overruled: false, reason: 'leading' }
      : { overruled: true, reason: 'open' };
  }
  if (ground !== 'relevance') return { overruled: true, reason: 'goes-to-weight' };
  return bearsOnAnIssue(state, against.exhibit)
    ? { overruled: true, reason: 'bears-on-an-issue' }
    : { overruled: false, reason: 'bears-on-nothing' };
}

const leading =
  /^(?:is it not true|isn['’]t it (?:true|a fact)|would you agree|you (?:saw|knew|did)|no es (?:verdad|cierto)|es (?:verdad|efectivo|cierto) que)/u;

const isLeading = (question: string) =>
  leading.test(question.toLowerCase().replace(/^[¿¡\s]+/u, ''));

/** Relevant is whatever shares a word of weight with an allegation or an issue: a low bar, on purpose. */
function bearsOnAnIssue({ exhibits, issues, allegations, parties }: Case, id: string): boolean {
  const wanted = new Set(
    [
      ...[...issues.values()].map(({ text }) => text.prose),
      ...allegations.map(({ text }) => text.prose),
      ...parties.map(({ name }) => name.prose),
    ].flatMap(stems),
  );
  return stems(exhibits.get(id)?.text.prose ?? '').some((stem) => wanted.has(stem));
}

const stems = (text: string) =>
  foldedWords(text)
    .filter((word) => word.length > 4)
    .map((word) => word.slice(0, 6));
