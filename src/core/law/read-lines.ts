import { articleHeader, type ArticleHeader } from './article-header.ts';
import { structureLine, type StructureLine } from './structure-line.ts';

/** One line of a text of law. `at` counts lines from 1. */
export type Line =
  | { readonly kind: 'blank'; readonly at: number }
  | { readonly kind: 'structure'; readonly at: number; readonly title: StructureLine }
  | Start
  | { readonly kind: 'words'; readonly at: number; readonly words: string };

export type Start = {
  readonly kind: 'article';
  readonly at: number;
  readonly header: ArticleHeader;
  /** A heading, or a line after a blank one: where codes begin their articles. */
  readonly apart: boolean;
};

/** Tells blank lines, titles of parts, starts of articles and plain words. Linear in the text. */
export function readLines(text: string, firstLine: number): readonly Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (const [index, raw] of text.split(/\r\n|[\n\r\u2028\u2029]/u).entries()) {
    const line = read(raw.trim(), firstLine + index, apart);
    // Only after a blank line can plain words be the title of a part; elsewhere they are a sentence.
    apart = line.kind === 'blank' || line.kind === 'structure';
    lines.push(line);
  }
  return lines;
}

function read(raw: string, at: number, apart: boolean): Line {
  if (raw === '') return { kind: 'blank', at };
  const header = articleHeader(raw);
  if (header !== undefined) {
    return { kind: 'article', at, header, apart: apart || header.level > 0 };
  }
  const title = apart || raw.startsWith('#') ? structureLine(raw) : undefined;
  return title === undefined ? { kind: 'words', at, words: raw } : { kind: 'structure', at, title };
}

/**
 * The starts that are articles of this very text. Where most stand apart, one that does not is a
 * reference or a quotation. One in quotation marks is quoted law, but for `"Artículo 1` when the next
 * is 2: there a whole code is quoted by the law that enacts it. One whose number is out of sequence
 * and was there already, with the sequence going on behind it, is quoted too.
 */
export function ownStarts(lines: readonly Line[]): readonly Start[] {
  const starts = lines.filter((line) => line.kind === 'article');
  const bare = starts.filter(({ header }) => !header.quoted);
  const strict = bare.filter(({ apart }) => apart).length * 2 > bare.length;
  const placed = strict ? starts.filter(({ apart }) => apart) : starts;
  const unquoted = placed.filter(
    ({ header }, index) => !header.quoted || beginsACode(header, placed[index + 1]),
  );
  const seen = new Set<string>();
  let last = 0;
  return unquoted.filter(({ header: { key, n } }, index) => {
    const next = unquoted[index + 1]?.header.n;
    const astray = n !== null && n !== 1 && (n < last || n > last + 1) && seen.has(key);
    if (astray && next === last + 1) return false;
    if (n === 1) seen.clear();
    seen.add(key);
    last = n ?? last;
    return true;
  });
}

function beginsACode({ n }: ArticleHeader, next: Start | undefined): boolean {
  return n === 1 && next?.header.quoted === false && next.header.n === 2;
}
