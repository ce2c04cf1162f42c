import { canonicalText } from '../text/canonical.ts';
import type { Source } from './courtroom.ts';
import type { GateWords } from './gate-words.ts';
import { nearestWords } from './nearest-words.ts';
import type { Anchor } from './proposal.ts';
import { cutsWord } from './word-bounds.ts';

/** Where a quote stands in its source, and the places of its parts between explicit omissions. */
export type Sought =
  | { readonly kind: 'exact'; readonly anchor: Anchor; readonly places: readonly Place[] }
  /** It stood elsewhere in the source, exactly once: the anchor was moved. */
  | { readonly kind: 'repaired'; readonly anchor: Anchor; readonly places: readonly Place[] }
  | { readonly kind: 'absent'; readonly says: string };

export type Place = { readonly start: number; readonly end: number };

/** The marks of an explicit omission, in canonical text. */
const omission = /\s?(?:\[\s?\.{3,}\s?\]|\(\s?\.{3,}\s?\)|\.{3,})\s?/u;

const hasWord = /[\p{L}\p{N}]/u;

/** Most parts of a quote with omissions. */
const mostParts = 12;

/** Longest reach of a quote with omissions, in UTF-16 code units. */
const longestReach = 20_000;

/**
 * Looks for the quote at its place, then anywhere in the source. White space and typographic variants
 * of the quote do not matter; a word, a number or a sign that differs does. At its own offsets the quote
 * may begin or end within a word (gate.ts marks it); anywhere else only whole words count. With explicit
 * omissions each part stands in order, and elsewhere than at its place each part stands exactly once.
 */
export function seekQuote(anchor: Anchor, source: Source, words: GateWords): Sought {
  const { text, label } = source;
  const quote = canonicalText(anchor.quote);
  if (!hasWord.test(quote)) return absent(words.quotesNothing);

  const parts = quote.split(omission).filter((part) => hasWord.test(part));
  if (parts.length > mostParts) return absent(words.manyParts(mostParts));
  const readings = parts.length === 1 && parts[0] === quote ? [parts] : [[quote], parts];
  const given = trimmed(anchor, text);
  if (given !== undefined) {
    for (const reading of readings) {
      const places = standAt(reading, text, given);
      if (places !== undefined) return found('exact', anchor, places, text, words);
    }
  }
  let several = false;
  for (const reading of readings) {
    const places = standOnce(reading, text);
    if (places === 'several') several = true;
    else if (places !== undefined) return found('repaired', anchor, places, text, words);
  }
  if (several) {
    const { start, end } = anchor;
    return absent(words.severalPlaces(label, start, end));
  }
  return absent(words.notWordForWord(label, nearestWords(quote, source)));
}

const absent = (says: string): Sought => ({ kind: 'absent', says });

function found(
  kind: 'exact' | 'repaired',
  anchor: Anchor,
  places: readonly Place[],
  text: string,
  words: GateWords,
): Sought {
  const start = Math.min(...places.map((place) => place.start));
  const end = Math.max(...places.map((place) => place.end));
  if (end - start > longestReach) {
    return absent(words.farApart(longestReach));
  }
  return { kind, anchor: { ...anchor, start, end, quote: text.slice(start, end) }, places };
}

/** The given place without the space at its ends; nothing where it is no place of the text. */
function trimmed({ start, end }: Anchor, text: string): Place | undefined {
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end;
  if (!isPlace || end > text.length) return undefined;
  return {
    start: text.charAt(start) === ' ' ? start + 1 : start,
    end: text.charAt(end - 1) === ' ' ? end - 1 : end,
  };
}

/** The places of the parts in order, the first at the start of the given place, the last at its end. */
function standAt(
  parts: readonly string[],
  text: string,
  { start, end }: Place,
): readonly Place[] | undefined {
  const places: Place[] = [];
  let from = start;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const earliest = isLast ? Math.max(from, end - part.length) : from;
    const isEdge = index === 0 || isLast;
    const place = isEdge ? edgePlace(parts, part, text, earliest) : nextPlace(part, text, from);
    if (place === undefined || place.start < from || place.end > end) return undefined;
    places.push(place);
    from = place.end;
  }
  const whole = places[0]?.start === start && from === end;
  return whole ? places : undefined;
}

/** A quote without omissions is taken as it stands at its offsets; parts of one are whole words. */
function edgePlace(
  parts: readonly string[],
  part: string,
  text: string,
  start: number,
): Place | undefined {
  if (parts.length > 1) return placeAt(part, text, start);
  return text.startsWith(part, start) ? { start, end: start + part.length } : undefined;
}

function placeAt(part: string, text: string, start: number): Place | undefined {
  const end = start + part.length;
  const stands = text.startsWith(part, start) && !cutsWord(text, start) && !cutsWord(text, end);
  return stands ? { start, end } : undefined;
}

/** Most places that are looked at before the quote counts as too common to be found. */
const mostTries = 500;

function nextPlace(part: string, text: string, from: number): Place | undefined {
  let at = text.indexOf(part, from);
  for (let tries = 0; at >= 0 && tries < mostTries; tries += 1) {
    const place = placeAt(part, text, at);
    if (place !== undefined) return place;
    at = text.indexOf(part, at + 1);
  }
  return undefined;
}

/** The places of the parts where each stands exactly once in the text, in order. */
function standOnce(
  parts: readonly string[],
  text: string,
): readonly Place[] | 'several' | undefined {
  const found = parts.map((part) => onlyPlace(part, text));
  if (found.includes(undefined)) return undefined;
  const places = found.filter((place) => typeof place === 'object');
  if (places.length < found.length) return 'several';
  const inOrder = places.every(({ start }, index) => start >= (places[index - 1]?.end ?? 0));
  return inOrder ? places : undefined;
}

function onlyPlace(part: string, text: string): Place | 'several' | undefined {
  let only: Place | undefined;
  let at = text.indexOf(part);
  for (let tries = 0; at >= 0; tries += 1) {
    const place = placeAt(part, text, at);
    if (tries === mostTries || (place !== undefined && only !== undefined)) return 'several';
    only ??= place;
    at = text.indexOf(part, at + 1);
  }
  return only;
}
