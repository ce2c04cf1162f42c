const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether these words are a date of the Gregorian calendar as ISO 8601 writes it, `2026-08-12`. */
export function isIsoDate(words: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = daysOf[month - 1];
  return year > 0 && days !== undefined && day > 0 && day <= days + (leap ? 1 : 0);
}
