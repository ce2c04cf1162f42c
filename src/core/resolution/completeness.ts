import type { Draft, Gap } from './draft.ts';

/**
 * What a draft still owes its reader; empty when it is complete. Every exhibit is used or set aside, every
 * fact found has its means of proof, every allegation is answered (Chile, CPP 297).
 */
export function completenessOf({
  exhibits,
  factsFound,
  allegations,
  issues,
}: Pick<Draft, 'exhibits' | 'factsFound' | 'allegations' | 'issues'>): readonly Gap[] {
  const founded = new Set(factsFound.map(({ element }) => element));
  const gaps = (kind: Gap['kind'], about: readonly string[]): readonly Gap[] =>
    about.map((one) => ({ kind, about: one }));
  return [
    ...gaps(
      'not-offered',
      exhibits.filter(({ use }) => use === 'not-offered').map(({ exhibit }) => exhibit),
    ),
    ...gaps(
      'proved-by-nothing',
      issues
        .filter(({ outcome, conceded }) => outcome === 'proved' && !conceded)
        .map(({ element }) => element)
        .filter((element) => !founded.has(element)),
    ),
    ...gaps(
      'no-means',
      factsFound.filter(({ means }) => means.length === 0).map(({ statement }) => statement),
    ),
    ...gaps(
      'unanswered',
      allegations.filter(({ answers }) => answers.length === 0).map(({ n }) => String(n)),
    ),
  ];
}
