import { canonicalise } from '../text/canonical.ts';
import type { Page } from './document.ts';

/** A page as a reader hands it on: its text with the line structure that the original shows. */
export type PageText = {
  readonly text: string;
  /** Lines that the format itself calls headings: where they begin in `text`; level 1 is the highest. */
  readonly headings?: readonly { readonly start: number; readonly level: number }[];
};

/** A line with words in it. Offsets are those of the canonical text. */
export type Line = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns of white space before the first word. */
  readonly indent: number;
  /** Whether a blank line or the beginning of the document stands before it. */
  readonly apart: boolean;
  readonly page: number;
  /** Level of the heading that the format says it is, or 0. */
  readonly headingLevel: number;
};

/** The canonical text of a document with its pages and lines. */
export type Layout = {
  readonly text: string;
  readonly pages: readonly Page[];
  readonly lines: readonly Line[];
};

const pageBreak = '\n\f';
const rawLine = /[^\n\r\f\v\u0085\u2028\u2029]+/g;

export function layOut(pageTexts: readonly PageText[]): Layout {
  const { text, canonicalOffset } = canonicalise(
    pageTexts.map((page) => page.text).join(pageBreak),
  );
  const pages: Page[] = [];
  const lines: Line[] = [];
  let pageStart = 0;
  let apart = true;
  for (const [index, page] of pageTexts.entries()) {
    const n = index + 1;
    const levels = new Map(page.headings?.map(({ start, level }) => [start, level]));
    const pageEnd = pageStart + page.text.length;
    pages.push({ n, start: canonicalOffset(pageStart), end: canonicalOffset(pageEnd) });
    let lastEnd = 0;
    for (const { index: start, 0: raw } of page.text.matchAll(rawLine)) {
      const end = start + raw.length;
      const from = pageStart + start;
      const place = trimmed(text, canonicalOffset(from), canonicalOffset(from + raw.length));
      apart ||= lastEnd > 0 && breaks(page.text.slice(lastEnd, start)) > 1;
      lastEnd = end;
      if (place.start === place.end) {
        apart = true;
        continue;
      }
      lines.push({
        ...place,
        text: text.slice(place.start, place.end),
        indent: indentOf(raw),
        apart,
        page: n,
        headingLevel: levels.get(start) ?? 0,
      });
      apart = false;
    }
    pageStart = pageEnd + pageBreak.length;
  }
  return { text, pages, lines };
}

/** The space that stands for the end of the line before lies before `start`. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function breaks(between: string): number {
  return between.replaceAll('\r\n', '\n').length;
}

const tabColumns = 4;
const widestIndent = 200;

function indentOf(raw: string): number {
  const space = raw.slice(0, raw.slice(0, widestIndent).search(/\S|$/));
  return space.replaceAll('\t', ' '.repeat(tabColumns)).length;
}
