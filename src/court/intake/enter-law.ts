import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Cause, LawReference } from '../../core/jurisdiction/profile.ts';
import { lawThatMatters } from '../../core/law/law-that-matters.ts';
import type { ArticleVersion } from '../../core/law/look-up.ts';
import type { CaseDates } from './dates-of-case.ts';
import type { Filing } from './file-case.ts';
import { intakeWords } from './intake-words.ts';

export type LawOfCase = {
  readonly entered: readonly CaseEvent[];
  /** One sentence for each article of which no text in force is known here. */
  readonly missing: readonly string[];
};

/** The articles on which the cause rests, each in the version that matters, as sources of the case. */
export function enterLaw(
  { profile, library }: Filing,
  cause: Cause | null,
  { factsOn, actOn }: CaseDates,
): LawOfCase {
  const words = intakeWords(profile.language);
  const entered = new Map<string, LawEnteredEvent>();
  const missing = new Set<string>();
  const enter = (reference: LawReference, version: ArticleVersion, because: string) =>
    entered.set(version.source, lawEntered(reference, version, because));
  for (const reference of referencesOf(cause)) {
    const work = profile.works.find(({ id }) => id === reference.work);
    const found = lawThatMatters(library, reference, {
      nature: work?.nature ?? 'substance',
      factsOn: factsOn ?? actOn,
      actOn,
    });
    if (found.kind === 'missing') {
      missing.add(words.noLaw(work?.title ?? reference.work, reference.article, found.on));
    } else if (found.kind === 'one') {
      enter(reference, found.version, '');
    } else {
      enter(reference, found.ofTheFacts, '');
      for (const version of found.later) enter(reference, version, words.laterLaw);
    }
  }
  return { entered: [...entered.values()], missing: [...missing] };
}

function referencesOf(cause: Cause | null): readonly LawReference[] {
  if (cause === null) return [];
  const { law, elements, exceptions } = cause;
  return [...law, ...[...elements, ...exceptions].flatMap((element) => element.law)];
}

type LawEnteredEvent = Extract<CaseEvent, { type: 'law-entered' }>;

function lawEntered(
  { work, article: number }: LawReference,
  { source, title, from, standing, article }: ArticleVersion,
  because: string,
): LawEnteredEvent {
  return {
    type: 'law-entered',
    data: {
      source,
      work,
      title,
      article: number,
      from,
      status: standing,
      inForce: true,
      because,
      text: article.text,
    },
  };
}
