import { fold } from '../language/fold.ts';
import { isVerb } from '../language/clauses.ts';
import { foldedAt } from '../language/words.ts';
import type { Clause, FileIndex, Term } from './file-index.ts';
import type { Proposition } from './proposition.ts';

/** Concepts of something being done, delivered or arriving, in time or late. */
const timed: ReadonlySet<string> = new Set(
  '~finish ~deliver ~arrive ~late ~terminar ~entregar ~recibir ~tarde'.split(' '),
);
const asksWhen =
  /\b(?:when|deadline|on time|in time|late|delay\w*|by the (?:date|day|time)|cuando|plazo|a tiempo|atraso|tarde|fecha)\b/u;
const unreal = new Set(
  'will would shall can could if might must promised podra podria si debera sera estara'.split(' '),
);

/** Whether a clause says that something is done or comes, as a verb and not as «the complete text». */
export function speaksOfTiming({ terms, words }: Clause): boolean {
  return terms.some((term) => timed.has(term.concept?.name ?? '') && isSaid(term, words));
}

function isSaid({ at }: Term, words: Clause['words']): boolean {
  const before = foldedAt(words, at - 1);
  return (
    isVerb(words[at]) || ['be', 'is', 'was', 'were', 'been', 'esta', 'fue', 'es'].includes(before)
  );
}

/**
 * Whether the complaint turns on when something was done and no sentence of the file says that it was:
 * promises and conditions say when it would be.
 */
export function timingIsUnshown(
  propositions: readonly Proposition[],
  { units }: FileIndex,
): boolean {
  const turnsOnTime = propositions.some(
    ({ text, terms }) =>
      asksWhen.test(fold(text)) && terms.some(({ concept }) => timed.has(concept?.name ?? '')),
  );
  if (!turnsOnTime) return false;
  return !units.some(
    ({ asks, clauses }) =>
      !asks &&
      clauses.some(
        (clause) =>
          speaksOfTiming(clause) && !clause.words.some(({ folded }) => unreal.has(folded)),
      ),
  );
}
