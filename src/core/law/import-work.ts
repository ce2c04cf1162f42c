import type { Refusal } from '../refusal.ts';
import { splitFrontMatter, type FrontMatter } from './front-matter.ts';
import { nameArticles } from './name-articles.ts';
import { readArticles, type ReadArticle } from './read-articles.ts';
import { workName } from './work-name.ts';
import { alwaysFrom, beforeDates, type WorkVersion } from './work-version.ts';

export type Imported =
  | { readonly kind: 'imported'; readonly version: WorkVersion }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** Largest text that is read as one work, in UTF-16 code units; the longest code has about 1.2 million. */
export const longestWork = 20_000_000;

/**
 * Reads one version of a work of law from Markdown or plain text. The work is the file's name before
 * `@`, the date what follows it, or else `version_date` of the front matter; `1970-01-01` in the name
 * stands for «before 1970», and the front matter may know better.
 */
export function importWork(name: string, text: string): Imported {
  const named = workName(name);
  if (!('work' in named)) return { kind: 'refused', refusals: named };
  const { work } = named;
  if (text.length > longestWork) {
    const says = `${work} is longer than ${longestWork} characters, more than any work of law.`;
    return { kind: 'refused', refusals: [{ rule: 'LAW5', at: [], says }] };
  }
  const split = splitFrontMatter(text);
  if (split.kind === 'refused') return split;
  const { front, body, bodyLine } = split;

  const from = dateOf(named.date, front.date);
  if (from === null) {
    const says = `Neither the name of ${work} nor its front matter says from when it is in force; name it ${work}@DATE.md or write «version_date».`;
    return { kind: 'refused', refusals: [{ rule: 'LAW2', at: ['name'], says }] };
  }
  const read = readArticles(body, bodyLine);
  const [first] = read;
  if (first === undefined) {
    const says = `No line of ${work} begins an article; an article begins with «Artículo 1.», «Art. 1.» or «## Article 1. Title».`;
    return { kind: 'refused', refusals: [{ rule: 'LAW4', at: [], says }] };
  }
  // A publisher's text is taken as it is; who writes for this court, and says so, numbers once.
  const repeated = front.standing === null ? [] : repeatedNumbers(read);
  if (repeated.length > 0) return { kind: 'refused', refusals: repeated };
  return {
    kind: 'imported',
    version: {
      work,
      title: front.title ?? titleOf(body) ?? work,
      from,
      standing: front.standing ?? 'official',
      language: front.language ?? (/^article/i.test(first.article.label) ? 'en' : 'es'),
      nature: front.nature,
      workInForceSince: front.inForceSince,
      articles: nameArticles(read),
    },
  };
}

function dateOf(named: string | null, written: FrontMatter['date']): string | null {
  if (named !== beforeDates) return named ?? written;
  return written !== null && written < beforeDates ? written : alwaysFrom;
}

function titleOf(body: string): string | undefined {
  return /^#\s+(\S.*)$/m.exec(body)?.[1]?.trim();
}

/** LAW6: a text written for this court gives each number to one article. */
function repeatedNumbers(read: readonly ReadArticle[]): readonly Refusal[] {
  const lines = new Map<string, number>();
  return read.flatMap(({ article: { key, label }, at }) => {
    const first = lines.get(key);
    if (first === undefined) {
      lines.set(key, at);
      return [];
    }
    const says = `Line ${at}: ${label} stands already in line ${first}; every article has a number of its own.`;
    return [{ rule: 'LAW6', at: ['line', at], says }];
  });
}
