import { matchAt } from './match-at.ts';

/** One article of a list, with the parts of it that the text names. */
export type Article = {
  readonly article: string;
  readonly paragraph?: string;
  readonly letter?: string;
  readonly number?: string;
  readonly start: number;
  readonly end: number;
  /** The article is the first or the last of a range, as in «14 a 17». */
  readonly range?: string;
};

const ordinals = [
  'primer[oa]?',
  'segund[oa]',
  'tercer[oa]?',
  'cuart[oa]',
  'quint[oa]',
  'sext[oa]',
  's[ée]ptim[oa]',
  'octav[oa]',
  'noven[oa]',
  'd[ée]cim[oa]',
] as const;
const ordinal = ordinals.join('|');
const multiple = 'bis|ter|qu[áa]ter|quinquies|sexies|septies|octies|nonies|decies';
const letterAfter =
  '(?:-[A-Z]|\\s(?:[A-Z](?=[,;)]|\\s(?:de|del|y|e)\\s|$)|[ABD-Z](?=\\.(?:\\s|$))))(?![\\p{L}\\d])';
const figure =
  '\\d{1,3}(?:\\.\\d{3}){1,2}(?![\\d.])|\\d{1,5}(?:(?:\\.\\d{1,4}){1,3}(?:-\\d{1,4}){0,2})?[A-Za-z]?(?![\\p{L}\\d])';
const item = new RegExp(
  `(?<figure>${figure}|(?:${ordinal}|único)(?!\\p{L}))(?:\\s?[°ºª])?(?:\\s(?<multiple>${multiple})(?!\\p{L}))?(?<suffix>${letterAfter})?(?<transitory>\\stransitori[oa])?(?<subsections>(?:\\([0-9a-zA-Z]{1,4}\\)){1,6})?`,
  'uy',
);

const and = '(?:,\\s(?:y|e|o|and|or)\\s|,\\s|\\s(?:y|e|o|u|and|or|&)\\s)';
const paragraphValue = `(?:${ordinal}|final|[úu]ltimo|\\d{1,2}\\s?[°º]?)(?![\\p{L}\\d])`;
const letterValue = '(?:["“«]?[a-zñ](?:\\)|["”»]\\)?)|[a-df-np-tv-xzñ](?![\\p{L}\\d]))';
const numberValue = '\\d{1,3}(?:\\s?[°º])?(?![\\p{L}\\d])';
const detailForms = [
  ['paragraph', 'inc(?:isos?|s?\\.)', paragraphValue],
  ['letter', '(?:letras?|literal(?:es)?|let\\.)', letterValue],
  ['number', '(?:N(?:[°ºo]s?\\.?|ros?\\.)|n[úu]meros?|numeral(?:es)?)', numberValue],
] as const;
type Part = (typeof detailForms)[number][0];

const detail = detailForms.map(
  ([part, word, value]) =>
    [
      part,
      new RegExp(
        `,?\\s(?:en\\s)?(?:(?:su|sus|el|la|los|las)\\s)?${word}\\s?(?<values>${value}(?:${and}${value}){0,9})`,
        'iuy',
      ),
    ] as const,
);
const leadingDetail = detailForms.map(
  ([part, word, value]) =>
    [
      part,
      new RegExp(
        `(?<![\\p{L}\\d])${word}\\s?(${value}(?:${and}${value}){0,9}),?\\s(?:del|de\\slos|de\\sla)\\s$`,
        'giu',
      ),
    ] as const,
);
const separator = new RegExp(
  `(?:(?<range>\\s(?:al?|hasta|to|through)(?:\\s(?:el|la))?\\s|\\s?[-–]\\s?)|${and})(?=\\d)`,
  'iuy',
);

type Details = { readonly [part in Part]?: string };

/** The articles listed from `at` on: «12 bis, inciso segundo, y 14 a 17». */
export function readArticles(text: string, at: number): Article[] {
  const articles: Article[] = [];
  let article = readArticle(text, at);
  let opened: Article | undefined;
  while (article !== undefined && articles.length < 200) {
    if (opened === undefined) articles.push(article);
    else {
      const range = `${opened.article}-${article.article}`;
      articles.splice(-1, 1, { ...opened, range }, { ...article, range });
    }
    const between = matchAt(separator, text, article.end);
    if (between === undefined) break;
    opened = between.groups['range'] === undefined ? undefined : article;
    article = readArticle(text, between.end);
  }
  return articles;
}

/** Parts that stand before the article: «inciso segundo del artículo 108». */
export function readLeadingDetails(text: string, at: number): Details & { readonly start: number } {
  let details: Details & { readonly start: number } = { start: at };
  for (let count = 0; count < detailForms.length; count += 1) {
    const stretch = text.slice(Math.max(0, details.start - 60), details.start);
    const found = leadingDetail.flatMap(([part, expression]) =>
      [...stretch.matchAll(expression)].map(([words, values]) => ({
        [part]: valuesOf(part, String(values)),
        start: details.start - words.length,
      })),
    );
    if (found.length === 0) break;
    details = { ...details, ...found[0] };
  }
  return details;
}

function readArticle(text: string, start: number): Article | undefined {
  const match = matchAt(item, text, start);
  if (match === undefined) return undefined;
  const { figure: named, multiple: times, suffix, transitory, subsections } = match.groups;
  let { end } = match;
  let details: Details = subsectionsOf(subsections);
  for (let count = 0; count < detail.length; count += 1)
    for (const [part, expression] of detail) {
      const found = matchAt(expression, text, end);
      if (found === undefined) continue;
      end = found.end;
      details = { ...details, [part]: valuesOf(part, String(found.groups['values'])) };
    }
  const article = [numberOf(String(named)), times, transitory && 'transitorio']
    .filter((word) => word !== undefined)
    .join(' ');
  return { article: article + (suffix ?? ''), ...details, start, end };
}

/** `12(2)(b)`: figures name the paragraph, letters the letter, a third level the number. */
function subsectionsOf(subsections: string | undefined): Details {
  const details: { [part in Part]?: string } = {};
  for (const value of subsections?.match(/[^()]+/g) ?? []) {
    const part = /^\d/.test(value) ? 'paragraph' : 'letter';
    details[details[part] === undefined ? part : 'number'] = value;
  }
  return details;
}

/** Values joined by commas: ordinals as figures, letters without their bracket. */
function valuesOf(part: Part, values: string): string {
  return values
    .split(new RegExp(and, 'iu'))
    .map((value) =>
      part === 'letter' ? value.replaceAll(/["“”«»)]/g, '').toLowerCase() : numberOf(value),
    )
    .join(',');
}

/** `segundo` and `2°` as `2`, `1.545` as `1545`, `4.2` as it is. */
function numberOf(value: string): string {
  const bare = value.replaceAll(/[\s°ºª]/g, '').toLowerCase();
  const rank = ordinals.findIndex((form) => new RegExp(`^(?:${form})$`, 'u').test(bare));
  if (rank >= 0) return String(rank + 1);
  if (/^[uú]ltimo$/.test(bare)) return 'final';
  return /^\d{1,3}(?:\.\d{3})+$/.test(bare)
    ? bare.replaceAll('.', '')
    : value.replaceAll(/[\s°ºª]/g, '');
}
