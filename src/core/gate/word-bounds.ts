/** Letters, digits and their marks: no quote begins or ends between two of them. */
const inWord = String.raw`[\p{L}\p{N}\p{M}]`;
/** Signs that hold the halves of one word together: «don't», «non-liable», «and/or», «AT&T». */
const joiner = String.raw`['\-/&@_]`;

const endsInWord = new RegExp(`${inWord}$`, 'u');
const startsInWord = new RegExp(`^${inWord}`, 'u');
const endsInJoiner = new RegExp(`${inWord}${joiner}$`, 'u');
const startsWithJoiner = new RegExp(`^${joiner}${inWord}`, 'u');
const endsInNumber = /\p{N}$/u;
const startsWithNumber = /^\p{N}/u;
const endsInSeparator = /\p{N}[.,:]$/u;
const startsWithSeparator = /^[.,:]\p{N}/u;
/** What changes a number by standing before it or behind it. */
const endsInSign = /[-+\u00B1.<>\u2264\u2265\u2248~\p{Sc}]$/u;
const startsWithUnit = /^[%\u2030\u00B0\p{Sc}]/u;

/**
 * Whether this offset lies within a word or a number of a canonical text, so that a quote cut there
 * would say something else: «liable» in «unliable» or «non-liable», «can» in «can't», «10» in «110»,
 * «1,500», «5» in «-5», «$5» or «5%».
 */
export function cutsWord(text: string, offset: number): boolean {
  if (text.charAt(offset - 1) === ' ' || text.charAt(offset) === ' ') return false;
  // Three code units hold a joiner and a letter from beyond the Basic Multilingual Plane.
  const before = text.slice(Math.max(0, offset - 3), offset);
  const after = text.slice(offset, offset + 3);
  const word = startsInWord.test(after);
  const number = startsWithNumber.test(after);
  return (
    (word && (endsInWord.test(before) || endsInJoiner.test(before))) ||
    (number && (endsInSeparator.test(before) || endsInSign.test(before))) ||
    (endsInWord.test(before) && startsWithJoiner.test(after)) ||
    (endsInNumber.test(before) && (startsWithSeparator.test(after) || startsWithUnit.test(after)))
  );
}
