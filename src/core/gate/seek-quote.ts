import { canonicalText } from '../text/canonical.ts';
import { foldedWords } from './words.ts';
import type { Source } from './courtroom.ts';
import type { Anchor } from './proposal.ts';

/** Where a quote stands in its source. */
export type Sought =
  | { readonly kind: 'exact'; readonly anchor: Anchor }
  /** It stood elsewhere in the source, exactly once: the anchor was moved. */
  | { readonly kind: 'repaired'; readonly anchor: Anchor }
  | { readonly kind: 'absent'; readonly says: string };

/** The marks of an explicit omission. */
const ellipsis = /\s?(?:\[\s?(?:\.\.\.|…)\s?\]|\(\s?(?:\.\.\.|…)\s?\)|\.\.\.|…)\s?/u;

/**
 * Looks for the quote at its place, then anywhere in the source. White space and typographic variants
 * of the quote do not matter; a word, a number or a sign that differs does.
 */
export function seekQuote(anchor: Anchor, source: Source): Sought {
  const { start, end } = anchor;
  const quote = canonicalText(anchor.quote);
  if (quote === '') return { kind: 'absent', says: 'An empty quote quotes nothing.' };

  const { text, label } = source;
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  if (isPlace && end <= text.length && stands(quote, text.slice(start, end))) {
    return { kind: 'exact', anchor: { ...anchor, quote: text.slice(start, end) } };
  }
  const places = placesOf(quote, text);
  const [only] = places;
  if (only !== undefined && places.length === 1) {
    const moved = { ...anchor, ...only, quote: text.slice(only.start, only.end) };
    return { kind: 'repaired', anchor: moved };
  }
  if (places.length > 1) {
    const says = `${label} says that in more than one place, and not at ${start} to ${end}.`;
    return { kind: 'absent', says };
  }
  return {
    kind: 'absent',
    says: `${label} does not say that. Nearest: «${nearest(quote, source)}»`,
  };
}

function stands(quote: string, slice: string): boolean {
  if (quote === slice) return true;
  const place = elided(quote, slice, 0);
  return place !== undefined && place.start === 0 && place.end === slice.length;
}

type Place = { readonly start: number; readonly end: number };

/** At most two places of the quote on word bounds: one is a repair, two are already too many. */
function placesOf(quote: string, text: string): readonly Place[] {
  const places: Place[] = [];
  for (let from = 0; places.length < 2;) {
    const start = text.indexOf(quote, from);
    if (start < 0) break;
    const end = start + quote.length;
    if (onWordBounds(text, start, end)) places.push({ start, end });
    from = start + 1;
  }
  if (places.length > 0) return places;
  const place = elided(quote, text, 0);
  return place === undefined ? [] : [place];
}

/** The place of a quote with explicit omissions: each part in order, on word bounds. */
function elided(quote: string, text: string, from: number): Place | undefined {
  const parts = quote.split(ellipsis).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  let start = -1;
  let end = from;
  for (const part of parts) {
    const at = text.indexOf(part, end);
    if (at < 0 || !onWordBounds(text, at, at + part.length)) return undefined;
    if (start < 0) start = at;
    end = at + part.length;
  }
  return { start, end };
}

const wordCharacter = /[\p{L}\p{N}]/u;

function onWordBounds(text: string, start: number, end: number): boolean {
  return !joins(text, start) && !joins(text, end);
}

/** Whether a word runs across this offset. */
function joins(text: string, offset: number): boolean {
  return wordCharacter.test(text.charAt(offset - 1)) && wordCharacter.test(text.charAt(offset));
}

/** The passage that shares most words with the quote, to be shown, never to be put in its stead. */
function nearest(quote: string, { passages, text }: Source): string {
  const wanted = new Set(foldedWords(quote));
  let best = { shared: -1, words: '' };
  for (const { start, end } of passages) {
    const words = text.slice(start, end);
    const shared = new Set(foldedWords(words).filter((word) => wanted.has(word))).size;
    if (shared > best.shared) best = { shared, words };
  }
  return best.words.length > 300 ? `${best.words.slice(0, 300)} ...` : best.words;
}
