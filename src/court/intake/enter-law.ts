import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Cause, LawReference } from '../../core/jurisdiction/profile.ts';
import { lawThatMatters } from '../../core/law/law-that-matters.ts';
import type { ArticleVersion } from '../../core/law/look-up.ts';
import type { CaseDates } from './dates-of-case.ts';
import type { Filing } from './file-case.ts';

/** The articles on which the cause rests, each in the version that matters, as sources of the case. */
export function enterLaw(
  { profile, library }: Filing,
  cause: Cause | null,
  { factsOn, actOn }: CaseDates,
): readonly CaseEvent[] {
  const references = [
    ...(cause?.law ?? []),
    ...(cause?.elements ?? []).flatMap(({ law }) => law),
    ...(cause?.exceptions ?? []).flatMap(({ law }) => law),
  ];
  const events = references.flatMap((reference) => {
    const nature = profile.works.find(({ id }) => id === reference.work)?.nature ?? 'substance';
    const found = lawThatMatters(library, reference, {
      nature,
      factsOn: factsOn ?? actOn,
      actOn,
    });
    switch (found.kind) {
      case 'one':
        return [lawEntered(reference, found.version, true, '')];
      case 'candidates':
        return [
          lawEntered(reference, found.ofTheFacts, true, ''),
          ...found.later.map((version) =>
            lawEntered(reference, version, true, 'later law, to be preferred where it is milder'),
          ),
        ];
      case 'missing':
        return [];
    }
  });
  return [...new Map(events.map((event) => [event.data.source, event])).values()];
}

function lawEntered(
  { work, article: number }: LawReference,
  { source, title, from, standing, article }: ArticleVersion,
  inForce: boolean,
  because: string,
): Extract<CaseEvent, { type: 'law-entered' }> {
  return {
    type: 'law-entered',
    data: {
      source,
      work,
      title,
      article: number,
      from,
      status: standing,
      inForce,
      because,
      text: article.text,
    },
  };
}
