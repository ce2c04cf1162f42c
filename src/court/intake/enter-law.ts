import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Cause, LawReference } from '../../core/jurisdiction/profile.ts';
import { lawThatMatters, type LawRule } from '../../core/law/law-that-matters.ts';
import { lookUp, type ArticleVersion } from '../../core/law/look-up.ts';
import type { CaseDates } from './dates-of-case.ts';
import type { Filing } from './file-case.ts';
import { lawWords } from './law-words.ts';

export type LawOfCase = {
  /** The articles on which the cause rests, and those that it calls for in vain. */
  readonly entered: readonly CaseEvent[];
  /** One sentence for each article that was not in force, or is not known to have been. */
  readonly wanting: readonly string[];
};

/** The articles on which the cause rests, each in the version that matters, as sources of the case. */
export function enterLaw(filing: Filing, cause: Cause | null, dates: CaseDates): LawOfCase {
  const { profile, library } = filing;
  const { actOn } = dates;
  const words = lawWords(profile.language);
  const entered = new Map<string, LawEntered>();
  const wanting = new Map<string, LawWanting>();
  const enter = (reference: LawReference, version: ArticleVersion, because: string) => {
    if (!entered.has(version.source)) {
      entered.set(version.source, lawEntered(reference, version, because));
    }
  };
  /** The articles by which nobody is punished without law, as they stand today. */
  const enterLegality = () =>
    profile.legality.flatMap((reference) => {
      const found = lookUp(library, { ...reference, on: actOn });
      if (found.kind !== 'in force') return [];
      enter(reference, found.version, words.legality);
      return [`${found.version.title}, art. ${reference.article}`];
    });
  for (const reference of referencesOf(cause)) {
    const { work, article } = reference;
    const { title, nature } = profile.works.find(({ id }) => id === work) ?? {
      title: work,
      nature: 'substance',
    };
    const found = lawThatMatters(library, reference, {
      nature,
      factsOn: dates.factsOn ?? dates.filedOn ?? actOn,
      actOn,
    });
    const want = (known: boolean, on: string, rule: LawRule, because: string) => {
      const legality = known && nature === 'penal' ? enterLegality() : [];
      const data = { work, title, article, on, known, rule, because, legality };
      wanting.set(`${work} ${article}`, { type: 'law-wanting', data });
    };
    switch (found.kind) {
      case 'in force':
        enter(reference, found.version, '');
        for (const version of found.later) enter(reference, version, words.laterLaw);
        if (found.repealedSince !== null) want(true, found.repealedSince, 'LF4', words.repealed);
        break;
      case 'not in force':
        want(true, found.on, found.rule, words.notInForce(found));
        break;
      case 'not known':
        want(false, found.on, found.rule, words.notKnown[found.rule]);
        break;
    }
  }

  return {
    entered: [...entered.values(), ...wanting.values()],
    wanting: [...wanting.values()].map(({ data }) =>
      words.wanting(data.known, `${data.title}, art. ${data.article}`, data.on, data.because),
    ),
  };
}

function referencesOf(cause: Cause | null): readonly LawReference[] {
  if (cause === null) return [];
  const { law, elements, exceptions } = cause;
  return [...law, ...[...elements, ...exceptions].flatMap((element) => element.law)];
}

type LawEntered = Extract<CaseEvent, { type: 'law-entered' }>;
type LawWanting = Extract<CaseEvent, { type: 'law-wanting' }>;

function lawEntered(
  { work, article: number }: LawReference,
  { source, title, from, standing, article }: ArticleVersion,
  because: string,
): LawEntered {
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
