import { articleNumber, type ArticleNumber } from './article-number.ts';

/** The start of an article: `ARTÍCULO 1.`, `Art. 5° (6°). Si …`, `## Article 12. Title`. */
export type ArticleHeader = ArticleNumber & {
  /** Level of the Markdown heading that it is, 0 for a plain line. */
  readonly level: number;
  /** As printed. */
  readonly label: string;
  /** The line without the marks of Markdown. */
  readonly line: string;
  /** The line begins with a quotation mark: another law is quoted, or a code begins. */
  readonly quoted: boolean;
};

const opening =
  /^((#{0,6})\s*(?:\*\*|__)?)(["'“‘«´]{0,3})(?:ART(?:[ÍI]\u0301?CULO|ICLE)?\.?|Art(?:[íi]\u0301?culo|icle)?\.?)\s*/u;

/**
 * Reads a line as the start of an article. A cross reference that happens to begin a line («Artículo 12
 * del Código …», «Art. 1º Nº 3») goes on in lower case, with a comma or with a number, and is none.
 */
export function articleHeader(raw: string): ArticleHeader | undefined {
  const line = raw.slice(0, 200);
  const found = opening.exec(line);
  if (found === null) return undefined;
  const [start, before = '', marks = '', quotes = ''] = found;
  const number = articleNumber(line.slice(start.length));
  if (number === undefined) return undefined;
  const end = start.length + number.length;
  if (!/^(?:\s*[.:;)–—(*-]|\s*$|\s+(?!N[.°º]|N[úu]m)[\p{Lu}"'“«¿¡])/u.test(line.slice(end))) {
    return undefined;
  }
  return {
    ...number,
    level: marks.length,
    label: line.slice(before.length + quotes.length, end).trim(),
    line: raw.slice(before.length),
    quoted: quotes !== '',
  };
}
