import type { DateMention, Language } from './document.ts';

/** Which number of `10/03/2026` is the day. */
export type DateOrder = 'day first' | 'month first';

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
];
const month = `(${monthNames.flat().join('|')})\\b\\.?`;
const year = '((?:1[5-9]|20|21)\\d\\d)(?!\\d)';
const start = '(?<![\\p{L}\\d./-])';

type Form = {
  readonly pattern: RegExp;
  readonly iso: (groups: readonly string[], order: DateOrder) => string | null;
};

/** The ways to write a date. A form further up wins where two begin at one place. */
const forms: readonly Form[] = [
  form(`${start}${year}-(\\d\\d)-(\\d\\d)(?!\\d)`, ([y, m, d]) => day(y, m, d)),
  form(
    `${start}(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d\\d)(?![\\d/]|[.-]\\d)`,
    ([first, , second, y], order) =>
      (order === 'month first' ? day(y, first, second) : null) ??
      day(y, second, first) ??
      day(y, first, second),
  ),
  form(
    `${start}(\\d{1,2})(?:st|nd|rd|th|º|°)?(?: day)? (?:de |of )?${month},? (?:de |del |of )?(?:año )?${year}`,
    ([d, m, y]) => day(y, monthNumber(m), d),
  ),
  form(`${start}${month} (\\d{1,2})(?:st|nd|rd|th)?,? ${year}`, ([m, d, y]) =>
    day(y, monthNumber(m), d),
  ),
  form(`${start}${month},? (?:de |del |of )?${year}`, ([m, y]) => `${y}-${monthNumber(m)}`),
  form(`(?<=\\b(?:in|since|year|en|desde|año) )${year}`, ([y]) => `${y}`),
];

function form(pattern: string, iso: Form['iso']): Form {
  return { pattern: new RegExp(pattern, 'giu'), iso };
}

/** Dates in a canonical text, in order, none inside another. Impossible days are no dates. */
export function findDates(text: string, order: DateOrder): DateMention[] {
  const found = forms.flatMap(({ pattern, iso }) =>
    Array.from(text.matchAll(pattern)).flatMap((match): DateMention[] => {
      const read = iso(match.slice(1), order);
      return read === null
        ? []
        : [{ start: match.index, end: match.index + match[0].length, iso: read }];
    }),
  );
  return withoutOverlaps(found);
}

/** Keeps, of places that overlap, the one that begins first, and of those the first found. */
export function withoutOverlaps<Place extends { readonly start: number; readonly end: number }>(
  places: readonly Place[],
): Place[] {
  let end = 0;
  return places
    .toSorted((one, other) => one.start - other.start)
    .filter((place) => {
      if (place.start < end) return false;
      end = place.end;
      return true;
    });
}

/**
 * The order that numeric dates of a document follow: shown by a number above 12, else by its language
 * (English writes the month first, as courts of the United States do).
 */
export function dateOrder(text: string, language: Language | 'unknown'): DateOrder {
  for (const [, first, second] of text.matchAll(
    /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:\d\d){1,2}(?!\d)/g,
  )) {
    if (Number(first) > 12 && Number(second) <= 12) return 'day first';
    if (Number(second) > 12 && Number(first) <= 12) return 'month first';
  }
  return language === 'en' ? 'month first' : 'day first';
}

function monthNumber(name = ''): string {
  const index = monthNames.findIndex((names) => names.includes(name.toLowerCase()));
  return String(index + 1).padStart(2, '0');
}

function day(year = '', month = '', dayOfMonth = ''): string | null {
  const full = year.length === 2 ? (Number(year) < 70 ? `20${year}` : `19${year}`) : year;
  const iso = `${full}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? null : iso;
}
