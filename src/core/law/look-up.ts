import { articleKey } from './article-number.ts';
import {
  inForceOn,
  type Library,
  type Series,
  type Shelf,
  type ShelvedVersion,
} from './library.ts';
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

/** Whether an article was in force on a date: it was, it was not, or what is loaded does not tell. */
export type LookedUp =
  | { readonly kind: 'in force'; readonly version: ArticleVersion }
  | NotInForce
  | NotKnown;

/**
 * Known not to be in force.
 * - LF1: the work itself came into force later, on `since`.
 * - LF2: the text in force since `since` is whole and has no such article.
 * - LF3: the text in force since `since` keeps the number without words: repealed, or still to come.
 */
export type NotInForce = {
  readonly kind: 'not in force';
  readonly rule: 'LF1' | 'LF2' | 'LF3';
  readonly since: string;
  /** Start of the first later text loaded that has it. Where texts in between are not, it may be older. */
  readonly appears: string | null;
};

/**
 * Not known to be in force, nor not to be.
 * - LF5: nothing of the work is loaded.
 * - LF6: what is loaded of the work begins after the date.
 * - LF7: of that date a summary alone is loaded, which has not every article.
 */
export type NotKnown = { readonly kind: 'not known'; readonly rule: 'LF5' | 'LF6' | 'LF7' };

/**
 * Whether the article was in force on the date, and its text then. Where a work holds other laws whole,
 * a bare number means its own article first.
 */
export function lookUp(library: Library, { work, article, on }: LawQuery): LookedUp {
  const shelf = library.works.get(work);
  return shelf === undefined
    ? { kind: 'not known', rule: 'LF5' }
    : lookUpIn(shelf, articleKey(article), on);
}

/**
 * The same in one work, by the key of the article. The official text answers where it reaches the date,
 * or else the summary does. An article that the official text has not, and a summary of a later date
 * has, came in between the two.
 */
export function lookUpIn(shelf: Shelf, key: string, on: string): LookedUp {
  const { inForceSince } = shelf;
  if (inForceSince !== null && on < inForceSince) {
    return { kind: 'not in force', rule: 'LF1', since: inForceSince, appears: null };
  }
  const [summary, official] = [shelf.summary, shelf.official].map((series) =>
    answerOf(inForceOn(series, on), series, key),
  );
  if (official === undefined) return summary ?? { kind: 'not known', rule: 'LF6' };
  const isLater =
    official.kind === 'not in force' &&
    summary?.kind === 'in force' &&
    summary.version.from > official.since;
  return isLater ? summary : official;
}

/** What one version says of an article; nothing where there is no version. */
function answerOf(
  shelved: ShelvedVersion | undefined,
  series: Series,
  key: string,
): LookedUp | undefined {
  if (shelved === undefined) return undefined;
  const { from: since, standing } = shelved.version;
  const found = shelved.articles.get(key)?.[0];
  if (found?.empty === false) return { kind: 'in force', version: articleVersion(shelved, found) };
  if (found === undefined && standing === 'summary') return { kind: 'not known', rule: 'LF7' };
  const later = series.find(
    ({ version, articles }) => version.from > since && articles.get(key)?.[0]?.empty === false,
  );
  const rule = found === undefined ? 'LF2' : 'LF3';
  return { kind: 'not in force', rule, since, appears: later?.version.from ?? null };
}

function articleVersion({ version, until }: ShelvedVersion, article: Article): ArticleVersion {
  const { work, title, from, standing } = version;
  return { source: `${work}/${article.id}@${from}`, work, title, from, until, standing, article };
}
