import { articleKey } from './article-number.ts';
import { inForceOn, seriesOn, type Library, type Shelf, type ShelvedVersion } from './library.ts';
import type { Article, Standing } from './work-version.ts';

/** One article in one version: a source that a quotation may rest on. */
export type ArticleVersion = {
  /** `work/article@from`, the id of the source. */
  readonly source: string;
  readonly work: string;
  readonly title: string;
  /** In force from this ISO date … */
  readonly from: string;
  /** … until the day before this one; `null` where nothing is known to follow. */
  readonly until: string | null;
  /** Whether this is the official text or a summary of ours. */
  readonly standing: Standing;
  readonly article: Article;
};

/** `article` in the words of a citation: `12 bis`, `161-A`, `1 transitorio`, `ley-4808:12`. */
export type LawQuery = { readonly work: string; readonly article: string; readonly on: string };

export type Missing = 'no such work' | 'no such article' | 'not in force on that date';

/**
 * The article as it was in force on a date. One that the work knows only in other versions, or keeps
 * as a number without words, was not in force. Where a work holds other laws whole, a bare number
 * means its own article first.
 */
export function lookUp(
  library: Library,
  { work, article, on }: LawQuery,
): ArticleVersion | Missing {
  const shelf = library.works.get(work);
  return shelf === undefined ? 'no such work' : lookUpIn(shelf, articleKey(article), on);
}

/** The same in one work, by the key of the article. */
export function lookUpIn(
  shelf: Shelf,
  key: string,
  on: string,
): ArticleVersion | Exclude<Missing, 'no such work'> {
  const series = seriesOn(shelf, on);
  const shelved = inForceOn(series, on);
  const found = shelved?.articles.get(key)?.[0];
  if (shelved !== undefined && found !== undefined && !found.repealed) {
    return articleVersion(shelved, found);
  }
  const known = [...shelf.official, ...shelf.summary].some(({ articles }) => articles.has(key));
  return known ? 'not in force on that date' : 'no such article';
}

/** The article behind a source id, whether in force today or not. */
export function articleOfSource(library: Library, source: string): ArticleVersion | undefined {
  const [, work = '', id = '', from = ''] = /^([^/@]+)\/([^@]+)@(.+)$/s.exec(source) ?? [];
  const shelf = library.works.get(work);
  if (shelf === undefined) return undefined;
  for (const shelved of [...shelf.official, ...shelf.summary]) {
    if (shelved.version.from !== from) continue;
    const found = shelved.articles.get(id)?.find((article) => article.id === id);
    if (found !== undefined) return articleVersion(shelved, found);
  }
  return undefined;
}

export function articleVersion(
  { version, until }: ShelvedVersion,
  article: Article,
): ArticleVersion {
  const { work, title, from, standing } = version;
  return { source: `${work}/${article.id}@${from}`, work, title, from, until, standing, article };
}
