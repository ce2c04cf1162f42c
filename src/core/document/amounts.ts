import { fold } from '../language/fold.ts';
import { withoutOverlaps } from './dates.ts';
import type { AmountMention, Language } from './document.ts';

/** ISO 4217 by sign or word, folded; `null` where the word names no one currency (a bare $). */
const currencies: Readonly<Record<string, string | null>> = {
  us$: 'USD',
  usd: 'USD',
  'us dollars': 'USD',
  'american dollars': 'USD',
  'dolares estadounidenses': 'USD',
  'dolares de los estados unidos': 'USD',
  dollars: null,
  dollar: null,
  dolares: null,
  $: null,
  clp: 'CLP',
  clp$: 'CLP',
  'clp $': 'CLP',
  'pesos chilenos': 'CLP',
  'chilean pesos': 'CLP',
  'pesos mexicanos': 'MXN',
  mxn: 'MXN',
  ars: 'ARS',
  cop: 'COP',
  pesos: null,
  peso: null,
  uf: 'CLF',
  'unidades de fomento': 'CLF',
  utm: null,
  'unidades tributarias mensuales': null,
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pounds: 'GBP',
  'pounds sterling': 'GBP',
  'libras esterlinas': 'GBP',
};
const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  mil: 1e3,
  million: 1e6,
  millions: 1e6,
  millon: 1e6,
  millones: 1e6,
  'mil millones': 1e9,
  billion: 1e9,
  m: 1e6,
  k: 1e3,
};

const number = '(\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?)(?![\\d]|[.,]\\d)';
const scale =
  '( (?:mil millones|mil|hundred|thousand|millions?|mill[oó]n|millones|billion)(?!\\p{L})|[mk](?!\\p{L}))?';
const signs = '(US\\$|CLP ?\\$|USD|CLP|EUR|GBP|MXN|ARS|COP|UF|UTM|\\$|€|£)';
const words =
  '(U\\.?S\\.? dollars|American dollars|d[oó]lares estadounidenses|d[oó]lares de los Estados Unidos|Chilean pesos|pesos chilenos|pesos mexicanos|unidades de fomento|unidades tributarias mensuales|pounds sterling|libras esterlinas|d[oó]lares|dollars?|pesos?|euros?|pounds|USD|CLP|EUR|GBP|UF|UTM|€)';
const before = new RegExp(`(?<![\\p{L}\\d])${signs} ?${number}${scale}`, 'giu');
const after = new RegExp(
  `(?<![\\p{L}\\d.,$€£])${number}${scale} ?(?:de )?${words}(?!\\p{L})`,
  'giu',
);

/** Amounts of money in a canonical text, in order. What no number can hold is no amount. */
export function findAmounts(text: string, language: Language | 'unknown'): AmountMention[] {
  const read = (match: RegExpExecArray, sign = '', digits = '', times = ''): AmountMention => ({
    start: match.index,
    end: match.index + match[0].length,
    value: valueOf(digits, language) * (scales[fold(times.trim())] ?? 1),
    currency: currencies[fold(sign).replaceAll('.', '')] ?? null,
  });
  return withoutOverlaps([
    ...Array.from(text.matchAll(before), (match) => read(match, match[1], match[2], match[3])),
    ...Array.from(text.matchAll(after), (match) => read(match, match[3], match[1], match[2])),
  ]).filter(({ value }) => Number.isFinite(value));
}

/**
 * `1,250.50`, `1.250,50`, `85,000`, `1.250.000`. A single point before three digits groups thousands,
 * but in English it is a decimal point.
 */
function valueOf(digits: string, language: Language | 'unknown'): number {
  const marks = digits.replace(/\d/g, '');
  const last = marks.at(-1) ?? '';
  const tail = digits.length - 1 - digits.lastIndexOf(last);
  const isDecimal =
    marks.length > 1 ? last !== marks.charAt(0) : tail !== 3 || (last === '.' && language === 'en');
  if (marks === '' || !isDecimal) return Number(digits.replace(/[.,]/g, ''));
  const whole = digits.slice(0, -tail - 1).replace(/[.,]/g, '');
  return Number(`${whole}.${digits.slice(-tail)}`);
}
