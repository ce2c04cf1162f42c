import { canonicalText } from '../text/canonical.ts';

/** A quote made ready to be looked for: whole, or in the parts between its omissions. */
export type SoughtQuote = { readonly whole: string; readonly parts: readonly string[] };

/**
 * How typographic variants are taken. `signs` goes beyond the canonical text: the ordinal sign and the
 * degree sign (`1º`, `1°`) and two single quotes for a double one are set for one another everywhere.
 */
export type Variants = 'canonical' | 'signs';

/** The marks of an explicit omission, in canonical text. */
const omission = /\s?(?:\[\s?\.{3}\s?\]|\(\s?\.{3}\s?\)|\.{3})\s?/u;

export function soughtQuote(quote: string, variants: Variants): SoughtQuote {
  const whole = alike(canonicalText(quote), variants);
  return { whole, parts: whole.split(omission).filter((part) => /[\p{L}\p{N}]/u.test(part)) };
}

/**
 * Whether the quote stands in a canonical text, word for word: whole, or each part between explicit
 * omissions in order; never cut out of the middle of a word or of a number. Case, accents and
 * punctuation count. A quote without a word stands nowhere.
 */
export function standsIn({ whole, parts }: SoughtQuote, text: string, variants: Variants): boolean {
  if (parts.length === 0) return false;
  const where = alike(text, variants);
  if (endOf(whole, where, 0) >= 0) return true;
  if (parts.length === 1 && parts[0] === whole) return false;
  let from = 0;
  for (const part of parts) {
    from = endOf(part, where, from);
    if (from < 0) return false;
  }
  return true;
}

function endOf(part: string, text: string, from: number): number {
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    if (!isWithinWord(text, at) && !isWithinWord(text, end)) return end;
  }
  return -1;
}

function alike(canonical: string, variants: Variants): string {
  if (variants === 'canonical') return canonical;
  return canonical.replaceAll('º', '°').replaceAll("''", '"');
}

/** Whether a word, a number (`1.500`) or a number with its letter (`161-A`) runs across this offset. */
function isWithinWord(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 2), offset);
  const after = text.slice(offset, offset + 2);
  return (
    (/[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\p{M}]/u.test(after)) ||
    (/\p{N}$/u.test(before) && /^(?:[.,:]\p{N}|-[\p{L}\p{N}])/u.test(after)) ||
    (/\p{N}[.,:-]$/u.test(before) && /^\p{N}/u.test(after))
  );
}
