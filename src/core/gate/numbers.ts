import { fold } from '../language/fold.ts';

/** Number words of both languages; «one», «uno» and «once» are left out, for they are seldom numbers. */
const words: ReadonlyMap<string, string> = new Map(
  Array.from(
    (
      'two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 ' +
      'fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 ' +
      'seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000 million 1000000 ' +
      'dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 doce 12 trece 13 catorce 14 quince 15 ' +
      'dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 ' +
      'setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 trescientos 300 cuatrocientos 400 ' +
      'quinientos 500 seiscientos 600 setecientos 700 ochocientos 800 novecientos 900 mil 1000 millon 1000000 millones 1000000' +
      ', value = '
    ).matchAll(/(\p{L}+) (\d+)/gu),
    ([, word = '', value = '']) => [word, value] as const,
  ),
);

const numberOrWord = /\d+(?:[.,']\d+)*|\p{L}+/gu;

/**
 * The numbers of a text as digits, in order, however they are set: «1.500», «1,500» and «1500» are one, «two» and
 * «dos» are 2, a date gives its day, month and year.
 */
export function numbersOf(text: string): readonly string[] {
  return Array.from(fold(text).matchAll(numberOrWord)).flatMap(([found]) =>
    /^\d/u.test(found) ? plain(found) : (words.get(found) ?? []),
  );
}

function plain(found: string): readonly string[] {
  const parts = found.split(/[.,']/u);
  const [first = '', ...rest] = parts;
  const last = rest.at(-1) ?? '';
  const grouped = first.length <= 3 && rest.every((part) => part.length === 3);
  if (rest.length === 0 || grouped) return [withoutZeros(parts.join(''))];
  const thousands = rest.slice(0, -1).every((part) => part.length === 3);
  if (!thousands || (last.length > 2 && rest.length > 1)) return parts.map(withoutZeros);
  const whole = withoutZeros(parts.slice(0, -1).join(''));
  return [last === '00' ? whole : `${whole}.${last}`];
}

const withoutZeros = (digits: string) => digits.replace(/^0+(?=\d)/u, '');
