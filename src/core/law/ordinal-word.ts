import { fold } from '../language/fold.ts';

const units: readonly string[] = [
  'primer',
  'segund',
  'tercer',
  'cuart',
  'quint',
  'sext',
  'septim',
  'octav',
  'noven',
];
const tens: readonly string[] = [
  'decim',
  'vigesim',
  'trigesim',
  'cuadragesim',
  'quincuagesim',
  'sexagesim',
];
const alone: Readonly<Record<string, number>> = { undecim: 11, duodecim: 12, setim: 7, sest: 6 };

/**
 * The number of a Spanish ordinal at the start of the words (`primero`, `décimo tercero`,
 * `vigesimosegundo`, `undécimo`), and how many characters it takes. Case and accents do not matter.
 */
export function ordinalWord(
  words: string,
): { readonly n: number; readonly length: number } | undefined {
  const found = /^(\p{L}+)(?:\s(\p{L}+))?/u.exec(words.slice(0, 60));
  if (found === null) return undefined;
  const [whole, first = '', second = ''] = found;
  const one = ordinal(stem(first));
  const two = units.indexOf(stem(second)) + 1;
  if (one === undefined) return undefined;
  return one % 10 === 0 && two > 0
    ? { n: one + two, length: whole.length }
    : { n: one, length: first.length };
}

function ordinal(word: string): number | undefined {
  const unit = units.indexOf(word) + 1;
  if (unit > 0) return unit;
  if (Object.hasOwn(alone, word)) return alone[word];
  const ten = tens.findIndex((start) => word.startsWith(start));
  if (ten < 0) return undefined;
  const rest = word.slice(tens[ten]?.length);
  if (rest === '') return (ten + 1) * 10;
  // `decimotercero`, `vigesimasegunda`
  const more = units.indexOf(rest.slice(1)) + 1;
  return more > 0 && /^[oa]/.test(rest) ? (ten + 1) * 10 + more : undefined;
}

/** Without accents, case and the ending of gender. */
function stem(word: string): string {
  return fold(word).replace(/[oa]$/, '');
}
