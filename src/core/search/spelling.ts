/** How many slips a word of this length may hold and still be meant. */
export function slipsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Whether two words are at most so many slips apart: a letter more, less, another, or two swapped
 * (optimal string alignment, after Damerau 1964).
 */
export function isWithin(one: string, other: string, slips: number): boolean {
  if (Math.abs(one.length - other.length) > slips) return false;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          cell(last, column) + 1,
          cell(next, column - 1) + 1,
          cell(last, column - 1) + (same ? 0 : 1),
          cell(before, column - 2) + (swapped ? 1 : Infinity),
        ),
      );
    }
    if (Math.min(...next) > slips) return false;
    [before, last] = [last, next];
  }
  return cell(last, other.length) <= slips;
}

const cell = (row: readonly number[], at: number): number => row[at] ?? Infinity;

/**
 * The beginning and the end by which a word with slips is still found: with one slip, one half of it is whole.
 */
export function halvesOf(word: string): { readonly head: string; readonly tail: string } {
  const kept = Math.floor(word.length / (slipsAllowed(word) + 1));
  return { head: word.slice(0, kept), tail: word.slice(word.length - kept) };
}

/** The word that was most likely meant: fewest slips, then the same length, then by the alphabet. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  for (let slips = 1; slips <= slipsAllowed(word); slips += 1) {
    const near = [...new Set(known)].filter((other) => isWithin(word, other, slips));
    const [nearest] = near.toSorted((one, other) => rank(word, one, other));
    if (nearest !== undefined) return nearest;
  }
  return null;
}

function rank(word: string, one: string, other: string): number {
  const lengths = Math.abs(one.length - word.length) - Math.abs(other.length - word.length);
  return lengths === 0 ? (one < other ? -1 : 1) : lengths;
}
