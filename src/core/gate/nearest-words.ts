import { cutsWord } from './word-bounds.ts';
import type { Source } from './courtroom.ts';

/** Most of a passage that is shown, in UTF-16 code units. */
const mostShown = 300;
/** Fewest words of a half that says by itself where the quote comes from. */
const leastHalf = 3;
/** How many words are looked for one by one, the longest first, and how often each. */
const mostWords = 3;
const mostHits = 4;

/**
 * The passage nearest to a quote that its source does not have, to be shown and never to be put in its
 * stead; empty where no passage has anything of it. Looks for the halves of the quote, then for its
 * longest words, so that the cost is a few searches of the text.
 */
export function nearestWords(quote: string, { text, passages }: Source): string {
  const at = halfOf(quote, text) ?? commonPlace(quote, text);
  if (at === undefined) return '';
  const passage = passages.find(({ start, end }) => start <= at && at < end);
  return passage === undefined ? '' : shown(text, passage.start, passage.end);
}

function shown(text: string, start: number, end: number): string {
  if (end - start <= mostShown) return text.slice(start, end);
  let cut = start + mostShown;
  while (cut > start + mostShown / 2 && cutsWord(text, cut)) cut -= 1;
  return `${text.slice(start, cut).toWellFormed().trimEnd()} ...`;
}

function halfOf(quote: string, text: string): number | undefined {
  const words = quote.split(' ');
  const half = Math.ceil(words.length / 2);
  if (half < leastHalf) return undefined;
  const halves = [words.slice(0, half), words.slice(half)];
  return halves.map((piece) => text.indexOf(piece.join(' '))).find((at) => at >= 0);
}

/** Where the first of the longest words stands that lies closest to the others. */
function commonPlace(quote: string, text: string): number | undefined {
  const words = [...new Set(quote.match(/[\p{L}\p{N}]+/gu))]
    .filter((word) => word.length > 2)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostWords);
  const hits = words.flatMap((word) => hitsOf(word, text)).toSorted((one, other) => one - other);
  let best: { readonly at: number; readonly spread: number } | undefined;
  for (const [index, at] of hits.entries()) {
    const spread = (hits[index + 1] ?? Number.POSITIVE_INFINITY) - at;
    if (best === undefined || spread < best.spread) best = { at, spread };
  }
  return best?.at;
}

function hitsOf(word: string, text: string): readonly number[] {
  const hits: number[] = [];
  let at = text.indexOf(word);
  while (at >= 0 && hits.length < mostHits) {
    hits.push(at);
    at = text.indexOf(word, at + word.length);
  }
  return hits;
}
