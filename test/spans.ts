/** A place of a text that begins and ends with whole words. */
export type Span = { readonly start: number; readonly quote: string };

/** Numbers from 0 up to a bound, the same on every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Spans of one to thirty words from anywhere in the text, each with a word in it. */
export function spansOf(text: string, count: number, roll: (below: number) => number): Span[] {
  const starts = [0, ...Array.from(text.matchAll(/ /gu), ({ index }) => index + 1)];
  const spans: Span[] = [];
  while (spans.length < count) {
    const first = roll(starts.length);
    const last = first + 1 + roll(30);
    const start = starts[first] ?? 0;
    const quote = text.slice(start, (starts[last] ?? text.length + 1) - 1);
    if (/[\p{L}\p{N}]/u.test(quote)) spans.push({ start, quote });
  }
  return spans;
}

type Change = (quote: string, roll: (below: number) => number) => string;

function atOne(pattern: RegExp, change: (found: string) => string): Change {
  return (quote, roll) => {
    const found = [...quote.matchAll(pattern)];
    const one = found[roll(found.length)];
    if (one === undefined) return quote;
    const { index, 0: word } = one;
    return quote.slice(0, index) + change(word) + quote.slice(index + word.length);
  };
}

/** What must never pass: each gives the quote back unchanged where it has nothing to change. */
export const falsifications: Readonly<Record<string, Change>> = {
  'a word changed': atOne(/\p{L}{2,}/gu, (word) => (word === 'zebra' ? 'heron' : 'zebra')),
  'one letter changed': atOne(/\p{L}/gu, (letter) => (letter === 'q' ? 'k' : 'q')),
  'a word left out': atOne(/ [\p{L}\p{N}]+(?= )/gu, () => ''),
  'a number changed': atOne(/\d/gu, (digit) => String((Number(digit) + 1) % 10)),
  'a digit added': atOne(/\d/gu, (digit) => `${digit}0`),
  'a negation added': atOne(/ /gu, () => ' not '),
  'a Spanish negation added': atOne(/ /gu, () => ' no '),
  'a case changed': atOne(/\p{Ll}{2,}/gu, (word) => word.toUpperCase()),
};

/** What must never matter. */
export const variants: Readonly<Record<string, (quote: string) => string>> = {
  'decomposed letters': (quote) => quote.normalize('NFD'),
  'curly quotes': (quote) => quote.replaceAll('"', '\u201C').replaceAll("'", '\u2019'),
  'soft hyphens': (quote) => quote.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u00AD'),
  'hard spaces': (quote) => quote.replaceAll(' ', '\u00A0'),
  'line breaks': (quote) => `\r\n  ${quote.replaceAll(' ', ' \n\t')} \n`,
  dashes: (quote) => quote.replaceAll('-', '\u2013'),
  'zero-width signs': (quote) => `\uFEFF${quote.replaceAll(' ', ' \u200B')}`,
  'set ellipses': (quote) => quote.replaceAll('...', '\u2026'),
};
