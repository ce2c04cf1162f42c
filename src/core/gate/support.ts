import { canonicalText } from '../text/canonical.ts';
import { said, type Said } from './denials.ts';
import type { GateWords } from './gate-words.ts';
import { numbersOf } from './numbers.ts';

/** Whether the quoted words bear on the statement, as far as words alone can tell. */
export type Support = { readonly tier: 'strong' | 'weak'; readonly because: readonly string[] };

/** What stands around the quotes. */
export type Surroundings = {
  /** What the quotes leave out between their parts. */
  readonly omitted: readonly string[];
  /** Names of sources and statements, whose numbers the statement may say. */
  readonly names: readonly string[];
};

/** Share of the statement's own words that must stand in the quotes. */
const leastShare = 0.2;
/** Share from which on the statement says the quote over again. */
const closeShare = 0.6;

/**
 * A deterministic look, in English and Spanish, not an understanding. Support is weak where the statement
 * has a number that its quotes do not have, denies what they affirm or the other way round, shares next
 * to no word with them, or where a quote leaves out a negation or more than it says. Weak support is
 * admitted and marked, and the other side may press the point.
 */
export function support(
  text: string,
  quotes: readonly string[],
  { omitted, names }: Surroundings,
  words: GateWords,
): Support {
  if (quotes.length === 0) return { tier: 'strong', because: [] };
  const because = omissions(quotes, omitted, words);
  const own = withoutQuotes(canonicalText(text), quotes);
  if (/[\p{L}\p{N}]/u.test(own)) because.push(...departures(own, quotes, names, words));
  return { tier: because.length > 0 ? 'weak' : 'strong', because };
}

function departures(
  own: string,
  quotes: readonly string[],
  names: readonly string[],
  words: GateWords,
): string[] {
  const because: string[] = [];
  const statement = said(own);
  const quote = said(quotes.join(' \n '));
  const stems = [...new Set([...statement.affirmed, ...statement.denied])];
  const shared = stems.filter((stem) => quote.affirmed.has(stem) || quote.denied.has(stem)).length;
  const embeds = own.includes(quotePlace);
  if (stems.length > 0 && shared / stems.length < leastShare && !embeds) {
    because.push(words.sharesNoWord);
  }
  const isClose = shared >= closeShare * stems.length;
  const foreign = foreignNumbers(
    own,
    [...quotes, ...names].join(' \n '),
    isClose && stems.length > 0,
  );
  if (foreign.length > 0) because.push(words.foreignNumbers(foreign));
  const adds = isClose && statement.negations > quote.negations;
  if (adds || contradicts(statement, quote) || isAroundAQuote(own)) {
    because.push(words.differsByNegation);
  }
  return because;
}

/** Numbers of the statement that the quotes do not say; where it says them over again, not so often. */
function foreignNumbers(own: string, quoted: string, restates: boolean): readonly string[] {
  const numbers = numbersOf(restates ? own : own.replace(reference, ' '));
  if (numbers.length === 0) return [];
  const known = numbersOf(quoted);
  const timesIn = (all: readonly string[], wanted: string) =>
    all.filter((one) => one === wanted).length;
  const foreign = [...new Set(numbers)].filter((one) => {
    const times = timesIn(known, one);
    return times === 0 || (restates && timesIn(numbers, one) > times);
  });
  return foreign.slice(0, 5);
}

/** One denies a word of the matter that the other only affirms. */
function contradicts(statement: Said, quote: Said): boolean {
  return deniesWhatIsAffirmed(statement, quote) || deniesWhatIsAffirmed(quote, statement);
}

const deniesWhatIsAffirmed = (one: Said, other: Said) =>
  [...one.denied].some((stem) => other.affirmed.has(stem) && !other.denied.has(stem));

/** Stands in the statement where it quotes: a character that canonical text of words does not have. */
const quotePlace = '\uE000';

/** Exhibits, statements, objections, questions and passages by their ids: `E3 ¶2`. */
const reference = /\b[EOQS]\d+\b(?:\s?¶\s?\d+)?/gu;

/** Whether a sentence of the speaker's own denies the quote that it holds. */
function isAroundAQuote(own: string): boolean {
  const sentences = own.split(/[.;!?]\s/u).filter((sentence) => sentence.includes(quotePlace));
  return sentences.some((sentence) => said(sentence).negations > 0);
}

/** What the speaker adds in words of their own. */
function withoutQuotes(text: string, quotes: readonly string[]): string {
  return quotes.reduce((rest, quote) => rest.replaceAll(quote, () => ` ${quotePlace} `), text);
}

/** Words of exception, which turn what they stand by. */
const exception = /\b(?:unless|except|salvo|excepto)\b/iu;

function omissions(
  quotes: readonly string[],
  omitted: readonly string[],
  words: GateWords,
): string[] {
  const because: string[] = [];
  const turns = omitted.some((text) => exception.test(text) || said(text).negations > 0);
  if (turns) because.push(words.omitsNegation);
  const lengthOf = (texts: readonly string[]) => texts.reduce((sum, { length }) => sum + length, 0);
  if (lengthOf(omitted) > lengthOf(quotes)) {
    because.push(words.omitsMore);
  }
  return because;
}
