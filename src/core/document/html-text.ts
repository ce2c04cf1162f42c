import type { PageText } from './layout.ts';

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
/** Elements whose content is no text of the document. */
const silent = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg']);

/** Text is kept in pieces: reading the end of a string that grows would take quadratic time. */
type Writer = {
  readonly pieces: string[];
  length: number;
  /** What the open paragraph holds so far. */
  holds: 'nothing' | 'marker' | 'words';
  /** Whether white space stands last. */
  spaced: boolean;
  readonly headings: { start: number; level: number }[];
  /** Number of the next item of each open list; null for a list without numbers. */
  readonly lists: (number | null)[];
  /** Where the open cell of a table begins. */
  cellStart: number | null;
};

/**
 * The text of HTML with its paragraphs on lines set apart, its headings, list numbers and table rows
 * (a row is a line). Takes any input, and time in proportion to it.
 */
export function htmlText(html: string): PageText {
  const lower = html.toLowerCase();
  const writer: Writer = {
    pieces: [],
    length: 0,
    holds: 'nothing',
    spaced: true,
    headings: [],
    lists: [],
    cellStart: null,
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    write(writer, html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    at = skipElement(lower, open);
    if (at > open) continue;
    const name = /^<\/?([a-z][a-z\d]*)/.exec(lower.slice(open, open + 16));
    if (name === null && !/^<[!?/]/.test(html.slice(open, open + 2))) {
      // A «<» in running text opens no element.
      write(writer, '<');
      at = open + 1;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) break;
    tag(writer, name?.[1] ?? '', lower.charAt(open + 1) === '/');
    at = close + 1;
  }
  return { text: writer.pieces.join('').trimEnd(), headings: writer.headings };
}

/** Where the comment or silent element ends that begins at `open`; `open` itself where none begins. */
function skipElement(lower: string, open: number): number {
  if (lower.startsWith('<!--', open)) return after(lower, '-->', open);
  const name = /^<([a-z]+)/.exec(lower.slice(open, open + 12))?.[1] ?? '';
  return silent.has(name) ? after(lower, '>', after(lower, `</${name}`, open)) : open;
}

function after(lower: string, end: string, from: number): number {
  const at = lower.indexOf(end, from);
  return at < 0 ? lower.length : at + end.length;
}

function write(writer: Writer, raw: string): void {
  const folded = entities(raw).replace(/[ \t\r\n\f]+/g, ' ');
  const words = writer.spaced && folded.startsWith(' ') ? folded.slice(1) : folded;
  if (words === '') return;
  add(writer, words);
  if (words !== ' ') writer.holds = 'words';
}

function add(writer: Writer, text: string): void {
  writer.pieces.push(text);
  writer.length += text.length;
  writer.spaced = /\s$/.test(text.slice(-1));
}

function tag(writer: Writer, name: string, closes: boolean): void {
  if (name === 'br') add(writer, '\n');
  if (name === 'td' || name === 'th') {
    if (closes) add(writer, '   ');
    else writer.cellStart = writer.length;
  }
  if (!blocks.has(name)) return;
  if (name === 'ol' || name === 'ul') {
    if (closes) writer.lists.pop();
    else writer.lists.push(name === 'ol' ? 1 : null);
  }
  if (name === 'tr') writer.cellStart = null;
  breakParagraph(writer);
  if (closes) return;
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) writer.headings.push({ start: writer.length, level: Number(level) });
  if (name === 'li') {
    add(writer, marker(writer.lists));
    writer.holds = 'marker';
  }
}

/** Cells of a row stand on one line; one as long as a page is a page and not a cell. */
const longestCell = 200;

function breakParagraph(writer: Writer): void {
  const { cellStart, length } = writer;
  if (cellStart !== null && length - cellStart <= longestCell) {
    if (!writer.spaced) add(writer, ' ');
  } else if (writer.holds === 'words') {
    add(writer, '\n\n');
    writer.holds = 'nothing';
  }
}

function marker(lists: (number | null)[]): string {
  const number = lists.at(-1) ?? null;
  if (number === null) return '- ';
  lists[lists.length - 1] = number + 1;
  return `${number}. `;
}

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

function entities(raw: string): string {
  return raw.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named.get(String(name)) ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
