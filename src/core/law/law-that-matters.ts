import type { LawReference, Work } from '../jurisdiction/profile.ts';
import { articleKey } from './article-number.ts';
import { seriesOn, type Library, type Series } from './library.ts';
import { articleVersion, lookUpIn, type ArticleVersion, type Missing } from './look-up.ts';

/** Dates are ISO 8601 dates: of the facts, and of the act of the court that applies the law. */
export type Occasion = {
  readonly nature: Work['nature'];
  readonly factsOn: string;
  readonly actOn: string;
};

export type LawThatMatters =
  | { readonly kind: 'one'; readonly version: ArticleVersion; readonly follows: 'facts' | 'act' }
  /** A later penal law differs from that of the facts: the accused is owed the milder one. */
  | {
      readonly kind: 'candidates';
      readonly ofTheFacts: ArticleVersion;
      readonly later: readonly ArticleVersion[];
      /** First day on which the article no longer stood, before the act: what exempts is the milder law. */
      readonly repealedSince: string | null;
    }
  | { readonly kind: 'missing'; readonly because: Missing; readonly on: string };

/**
 * Which version of an article matters. Substance follows the date of the facts, procedure the date of
 * the act. Penal law is that of the facts, but a law that came between them and the judgment counts if
 * it is milder to the accused (Chile: Código Penal 18, second paragraph; Constitution 19 No. 3). Which
 * of two texts is milder is judged and not computed: all candidates come back, defence counsel invokes
 * one, and an act of the judge chooses with a reason.
 */
export function lawThatMatters(
  library: Library,
  { work, article }: LawReference,
  { nature, factsOn, actOn }: Occasion,
): LawThatMatters {
  const on = nature === 'procedure' ? actOn : factsOn;
  const shelf = library.works.get(work);
  if (shelf === undefined) return { kind: 'missing', because: 'no such work', on };
  const key = articleKey(article);
  const version = lookUpIn(shelf, key, on);
  if (typeof version === 'string') return { kind: 'missing', because: version, on };
  if (nature !== 'penal') {
    return { kind: 'one', version, follows: nature === 'procedure' ? 'act' : 'facts' };
  }
  const { later, repealedSince } = laterPenalLaw(seriesOn(shelf, factsOn), version, key, actOn);
  return later.length === 0 && repealedSince === null
    ? { kind: 'one', version, follows: 'facts' }
    : { kind: 'candidates', ofTheFacts: version, later, repealedSince };
}

function laterPenalLaw(
  series: Series,
  { from, article }: ArticleVersion,
  key: string,
  actOn: string,
): { readonly later: readonly ArticleVersion[]; readonly repealedSince: string | null } {
  const later: ArticleVersion[] = [];
  let repealedSince: string | null = null;
  let text = article.text;
  for (const shelved of series) {
    const { from: start } = shelved.version;
    if (start <= from || start > actOn) continue;
    const found = shelved.articles.get(key)?.[0];
    if (found === undefined || found.repealed) repealedSince ??= start;
    else if (found.text !== text) later.push(articleVersion(shelved, found));
    text = found?.text ?? text;
  }
  return { later, repealedSince };
}
