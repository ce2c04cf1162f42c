import { canonicalise } from '../text/canonical.ts';
import { numbering, type Run } from './numbering.ts';
import { ownStarts, readLines, type Line, type Start } from './read-lines.ts';
import { isTransitory, type StructureLine } from './structure-line.ts';
import type { Article, Place } from './work-version.ts';

/** An article as read, before the parts of the work have their names. */
export type ReadArticle = {
  readonly article: Omit<Article, 'id'>;
  /** The run of numbers that it belongs to: a work may hold laws with numbers of their own. */
  readonly run: Run;
  /** Line in the file, from 1. */
  readonly at: number;
};

/** Splits a text of law into its articles, each with the titles above it. */
export function readArticles(text: string, firstLine: number): readonly ReadArticle[] {
  const lines = readLines(text, firstLine);
  const own = new Set<Line>(ownStarts(lines));
  const articles: ReadArticle[] = [];
  let headings: readonly StructureLine[] = [];
  const runOf = numbering();
  let open: Open | undefined;
  /** A title goes on until the next blank line. */
  let inTitle = false;

  const close = () => {
    if (open !== undefined) articles.push(closed(open));
    open = undefined;
  };
  for (const line of lines) {
    if (line.kind === 'blank') {
      inTitle = false;
    } else if (line.kind === 'article' && own.has(line)) {
      close();
      // An article that is itself a heading ends the parts on its level: it may bring in another law.
      const { level: own } = line.header;
      if (own > 0) headings = headings.filter(({ level }) => level < own);
      const titles = headings.map(({ title }) => title);
      const before = articles.at(-1)?.article.text ?? '';
      const run = runOf(line.header, titles.some(isTransitory), before);
      open = { start: line, titles, run, words: [line.header.line] };
      inTitle = false;
    } else if (line.kind === 'structure' && !isWithin(line.title, open)) {
      close();
      headings = [...headings.filter(({ level }) => level < line.title.level), line.title];
      inTitle = true;
    } else if (inTitle) {
      headings = withMore(headings, wordsOf(line));
    } else {
      open?.words.push(wordsOf(line));
    }
  }
  close();
  return articles;
}

type Open = {
  readonly start: Start;
  readonly titles: readonly string[];
  readonly run: Run;
  readonly words: string[];
};

/** A heading below the article's own heading is part of its words, unless it names a part of the law. */
function isWithin({ level, ofLaw }: StructureLine, open: Open | undefined): boolean {
  const own = open?.start.header.level ?? 0;
  return own > 0 && level > own && !ofLaw;
}

function wordsOf(line: Exclude<Line, { kind: 'blank' }>): string {
  switch (line.kind) {
    case 'article':
      return line.header.line;
    case 'structure':
      return line.title.title;
    case 'words':
      return line.words;
  }
}

/** Longest title that is kept, in UTF-16 code units. */
const longestTitle = 300;

function withMore(headings: readonly StructureLine[], words: string): readonly StructureLine[] {
  return headings.map((heading, index) =>
    index === headings.length - 1 && heading.title.length < longestTitle
      ? { ...heading, title: `${heading.title} ${words}` }
      : heading,
  );
}

/** What stands where an article has no words: they are gone, or not yet in force. */
const emptiness =
  /^[\s.:;()*–—-]*(?:derogad[oa]s?|suprimid[oa]s?|eliminad[oa]s?|repealed|deleted|(?:a[úu]\u0301?n )?no vigente|not (?:yet )?in force)[\s.:;()*–—-]*(?:\n|$)/iu;

function closed({ start, titles, run, words }: Open): ReadArticle {
  const { header, at } = start;
  const raw = words.join('\n');
  const { text, canonicalOffset } = canonicalise(raw);
  const paragraphs: Place[] = [];
  let from = 0;
  for (const line of words) {
    const place = { start: canonicalOffset(from), end: canonicalOffset(from + line.length) };
    if (place.start < place.end) paragraphs.push(place);
    from += line.length + 1;
  }
  const isNumberOfTransitory = run.transitory && header.n !== null && !header.transitory;
  const body = raw.slice(raw.indexOf(header.label) + header.label.length);
  return {
    article: {
      key: isNumberOfTransitory ? `${header.key}-transitorio` : header.key,
      shortKey: header.shortKey,
      label: header.label,
      headings: titles,
      text,
      paragraphs,
      empty: emptiness.test(body),
    },
    run,
    at,
  };
}
