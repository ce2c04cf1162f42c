import { foldedWords } from './words.ts';

/** Whether the quoted words bear on the statement, as far as words alone can tell. */
export type Support = { readonly tier: 'strong' | 'weak'; readonly because: readonly string[] };

/** Share of the statement's own content words that must stand in the quotes. */
const leastShare = 0.2;

/**
 * A deterministic look, not an understanding: numbers that the quotes do not have, a negation on one
 * side only within otherwise equal words, or next to no word in common make the support weak. Weak
 * support is admitted and marked, and the other side may press the point.
 */
export function support(text: string, quotes: readonly string[]): Support {
  if (quotes.length === 0) return { tier: 'strong', because: [] };
  const own = foldedWords(withoutQuotes(text, quotes));
  const quoted = new Set(quotes.flatMap(foldedWords));
  const because: string[] = [];

  const foreign = own.filter((word) => /\d/u.test(word) && !quoted.has(word));
  if (foreign.length > 0) because.push(`The quote does not say ${foreign.join(', ')}.`);

  const content = own.filter((word) => word.length > 3 && !negations.has(word));
  const stems = new Set([...quoted].map(stem));
  const shared = content.filter((word) => stems.has(stem(word))).length;
  if (content.length > 0 && shared / content.length < leastShare && !quotesStand(text, quotes)) {
    because.push('The statement shares next to no word with its quote.');
  }
  const close = content.length > 0 && shared / content.length >= 0.6;
  if (
    close &&
    own.some(isNegation) !== quotes.some((quote) => foldedWords(quote).some(isNegation))
  ) {
    because.push('The statement and its quote differ by a negation.');
  }
  return { tier: because.length > 0 ? 'weak' : 'strong', because };
}

const negations = new Set(
  'not no never nor neither none without cannot didn doesn isn wasn weren hasn hadn won wouldn couldn nunca jamas tampoco ni sin ningun ninguna ninguno nadie nada'.split(
    ' ',
  ),
);
const isNegation = (word: string) => negations.has(word);

/** Long words match by their beginning: a plain stem that serves English and Spanish alike. */
const stem = (word: string) => (word.length > 6 ? word.slice(0, 6) : word);

const quotesStand = (text: string, quotes: readonly string[]) =>
  quotes.some((quote) => text.includes(quote));

/** What the speaker adds in words of their own. */
function withoutQuotes(text: string, quotes: readonly string[]): string {
  return quotes.reduce((rest, quote) => rest.split(quote).join(' '), text);
}
