import { cutsWord } from './word-bounds.ts';
import type { Source } from './courtroom.ts';

/** Most of a passage that is shown, in UTF-16 code units. */
const mostShown = 300;
/** Fewest words of a half that says by itself where the quote comes from. */
const leastHalf = 3;
/** How many words count, the longest first, how many of them are searched for, and at how many places. */
const mostWords = 5;
const mostSearched = 2;
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
  const first = text.indexOf(words.slice(0, half).join(' '));
  const at = first >= 0 ? first : text.indexOf(words.slice(half).join(' '));
  return at >= 0 ? at : undefined;
}

/** Of the places of the longest word that stands in the text, the one with most of the others around it. */
function commonPlace(quote: string, text: string): number | undefined {
  const words = [...new Set(quote.match(/[\p{L}\p{N}]{3,}/gu))]
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostWords);
  for (const word of words.slice(0, mostSearched)) {
    const hits = hitsOf(word, text).map((at) => {
      const around = text.slice(Math.max(0, at - mostShown), at + mostShown);
      return { at, shared: words.filter((other) => around.includes(other)).length };
    });
    const [best] = hits.toSorted((one, other) => other.shared - one.shared);
    if (best !== undefined) return best.at;
  }
  return undefined;
}

function hitsOf(word: string, text: string): readonly number[] {
  const hits: number[] = [];
  let at = text.indexOf(word);
  while (at >= 0 && hits.length < mostHits) {
    hits.push(at);
    at = text.indexOf(word, at + mostShown);
  }
  return hits;
}
