import type { PageText } from './layout.ts';

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
/** Elements whose content is no text of the document. */
const silent = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg']);

type Writer = {
  text: string;
  readonly headings: { start: number; level: number }[];
  /** Number of the next item of each open list; null for a list without numbers. */
  readonly lists: (number | null)[];
};

/**
 * The text of HTML with its paragraphs on lines set apart, its headings, list numbers and table rows
 * (a row is a line). Takes any input, and time in proportion to it.
 */
export function htmlText(html: string): PageText {
  const lower = html.toLowerCase();
  const writer: Writer = { text: '', headings: [], lists: [] };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    write(writer, html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    at = skipElement(lower, open);
    if (at > open) continue;
    const close = html.indexOf('>', open);
    if (close < 0) break;
    const name = /^<\/?([a-z][a-z\d]*)/.exec(lower.slice(open, open + 16));
    if (name === null && !/^<[!?/]/.test(html.slice(open, open + 2))) {
      // A «<» in running text opens no element.
      write(writer, '<');
      at = open + 1;
      continue;
    }
    tag(writer, name?.[1] ?? '', lower.charAt(open + 1) === '/');
    at = close + 1;
  }
  return { text: writer.text.trimEnd(), headings: writer.headings };
}

/** Where the comment or silent element ends that begins at `open`; `open` itself where none begins. */
function skipElement(lower: string, open: number): number {
  if (lower.startsWith('<!--', open)) return after(lower, '-->', open);
  const name = /^<([a-z]+)/.exec(lower.slice(open, open + 12))?.[1] ?? '';
  return silent.has(name) ? after(lower, `</${name}`, open) : open;
}

function after(lower: string, end: string, from: number): number {
  const at = lower.indexOf(end, from);
  return at < 0 ? lower.length : at + end.length;
}

function write(writer: Writer, raw: string): void {
  const words = entities(raw).replace(/[ \t\r\n\f]+/g, ' ');
  writer.text += /\s$/.test(writer.text) || writer.text === '' ? words.trimStart() : words;
}

function tag(writer: Writer, name: string, closes: boolean): void {
  if (name === 'br') writer.text += '\n';
  if ((name === 'td' || name === 'th') && closes) writer.text += '   ';
  if (!blocks.has(name)) return;
  const inCell = writer.text.endsWith('   ');
  if (name === 'ol' || name === 'ul') {
    if (closes) writer.lists.pop();
    else writer.lists.push(name === 'ol' ? 1 : null);
  }
  if (!inCell || name === 'tr' || name === 'table') breakParagraph(writer);
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (closes) return;
  if (level !== undefined)
    writer.headings.push({ start: writer.text.length, level: Number(level) });
  if (name === 'li') writer.text += marker(writer.lists);
}

function breakParagraph(writer: Writer): void {
  const text = writer.text.trimEnd();
  // A list item whose paragraph begins after its number stays on the line of the number.
  if (text !== '' && !/(?:^|\n)(?:-|\d+\.) $/.test(writer.text)) writer.text = `${text}\n\n`;
}

function marker(lists: (number | null)[]): string {
  const number = lists.at(-1) ?? null;
  if (number === null) return '- ';
  lists[lists.length - 1] = number + 1;
  return `${number}. `;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  uuml: 'ü',
  Aacute: 'Á',
  Eacute: 'É',
  Iacute: 'Í',
  Oacute: 'Ó',
  Uacute: 'Ú',
  Ntilde: 'Ñ',
  Uuml: 'Ü',
  iquest: '¿',
  iexcl: '¡',
  ordm: 'º',
  ordf: 'ª',
  deg: '°',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  pound: '£',
  sect: '§',
  copy: '©',
  middot: '·',
  bull: '•',
  shy: '\u00AD',
  zwnj: '\u200C',
};

function entities(raw: string): string {
  return raw.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name)] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
