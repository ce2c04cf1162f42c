import { articleKey } from './article-number.ts';
import {
  inForceOn,
  type Library,
  type Series,
  type Shelf,
  type ShelvedVersion,
} from './library.ts';
import type { LawQuery } from './look-up.ts';
import { soughtQuote, standsIn, type SoughtQuote, type Variants } from './stands-in.ts';

export type QuoteClaim = LawQuery & { readonly quote: string };

/**
 * What became of a quotation of law on a date:
 * - `in force`: it stands in that article in the version in force;
 * - `stale`: it stands in that article, but in another version. Where it stood before, `since` is the
 *   first day of the version that dropped it, and so not after the date asked for. Where it is still
 *   to come, `since` is the first day on which it will stand, and so after that date;
 * - `absent`: no version of that article has it.
 */
export type QuoteStatus =
  | { readonly status: 'in force' }
  | { readonly status: 'stale'; readonly since: string }
  | { readonly status: 'absent' };

/**
 * Compares canonical texts: white space and typographic variants do not matter, every word, number
 * and accent does. A bare number means every article of that number in the work, those of laws that it
 * holds whole included; `ley-4808:12` means one. A citation may leave out what is set off from a number
 * by a hyphen or stands second behind it (`161` for `161-A`, `456 bis` for `456 bis A`).
 */
export function checkQuote(library: Library, claim: QuoteClaim): QuoteStatus {
  const { work, article, quote, on } = claim;
  const shelf = library.works.get(work);
  if (shelf === undefined) return { status: 'absent' };
  const key = articleKey(article);
  const series = seriesOn(shelf, on);
  // Versions may differ in such signs alone: a quote with the very signs of an earlier one is from it.
  const exact = statusOf(having(series, key, quote, 'canonical'), on);
  const isLater = exact.status === 'stale' && exact.since > on;
  if (exact.status !== 'absent' && !isLater) return exact;
  return statusOf(having(series, key, quote, 'signs'), on);
}

/** The status of a quote that stands in these versions, earliest first. */
function statusOf(versions: Series, on: string): QuoteStatus {
  const [first] = versions;
  if (first === undefined) return { status: 'absent' };
  const { until, version } = inForceOn(versions, on) ?? first;
  if (version.from > on) return { status: 'stale', since: version.from };
  return until === null || until > on ? { status: 'in force' } : { status: 'stale', since: until };
}

function having(series: Series, key: string, quote: string, variants: Variants): Series {
  const sought = soughtQuote(quote, variants);
  return series.filter((shelved) => has(shelved, key, sought, variants));
}

/** An article that is cited short counts where the one of that very number does not have the words. */
function has(
  { articles, citedShort }: ShelvedVersion,
  key: string,
  sought: SoughtQuote,
  variants: Variants,
): boolean {
  const named = [...(articles.get(key) ?? []), ...(citedShort.get(key) ?? [])];
  return named.some(({ text }) => standsIn(sought, text, variants));
}

/**
 * The series in which a quote is looked for: the official text where it was imported and reaches back to the
 * date, or else the summary if it does, or else whichever there is.
 */
function seriesOn({ official, summary }: Shelf, on: string): Series {
  if (inForceOn(official, on) !== undefined) return official;
  if (inForceOn(summary, on) !== undefined) return summary;
  return official.length > 0 ? official : summary;
}
