import type { Span } from './citation.ts';

/** The words of a page: each with its place in the source, and the spans in italics. */
export type Page = {
  readonly text: string;
  readonly origin: readonly number[];
  readonly emphasised: readonly Span[];
};

const part =
  /<!--(?:(?!-->)[^]){0,9999}-->|<(?<closing>\/?)(?<tag>[a-zA-Z][\w-]{0,40})[^<>]{0,9999}>|&(?<entity>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{1,31});|[^<&]+|[<&]/g;

/** What stands in these is not for the reader. */
const silent = new Set(['style', 'link', 'head', 'page-number', 'script']);
/** Of these `link` never closes. */
const empty = new Set(['link']);
const italic = new Set(['em', 'i']);

const entities: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  sect: '§',
  para: '¶',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** Reads what a page shows: runs of text between tags, a blank between one and the next. */
export function readPage(source: string): Page {
  let text = '';
  const origin: number[] = [];
  const emphasised: Span[] = [];
  let hidden: string | undefined;
  let opened: number | undefined;
  let runs = false;
  const write = (words: string, at: number, step: 0 | 1): void => {
    if (!runs && text !== '') {
      if (words.trim() === '') return;
      text += ' ';
      origin.push(at);
    }
    runs = true;
    for (let index = 0; index < words.length; index += 1) origin.push(at + index * step);
    text += words;
  };
  for (const match of source.matchAll(part)) {
    const { tag, closing, entity }: { [name: string]: string | undefined } = { ...match.groups };
    const name = tag?.toLowerCase();
    if (name === undefined) {
      if (hidden !== undefined || match[0].startsWith('<!--')) continue;
      if (entity === undefined) write(match[0], match.index, 1);
      else write(decode(entity) ?? match[0], match.index, 0);
      continue;
    }
    runs = false;
    if (hidden !== undefined) {
      if (closing === '/' && name === hidden) hidden = undefined;
    } else if (silent.has(name) && !empty.has(name) && closing === '') hidden = name;
    if (!italic.has(name)) continue;
    if (closing === '') opened = text.length;
    else if (opened !== undefined) {
      emphasised.push({ start: opened, end: text.length });
      opened = undefined;
    }
  }
  origin.push(source.length);
  return { text, origin, emphasised: emphasised.map((span) => fromFirstWord(text, span)) };
}

function fromFirstWord(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end };
}

function decode(entity: string): string | undefined {
  if (!entity.startsWith('#')) return entities[entity];
  const hexadecimal = /^#x/i.test(entity);
  const code = Number.parseInt(entity.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  return code <= 0xffff ? String.fromCharCode(code) : undefined;
}
