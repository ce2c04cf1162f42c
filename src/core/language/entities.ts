import { fold } from './fold.ts';
import type { Placeholder } from './cue-pattern.ts';
import { foldedAt, type Word } from './words.ts';

/** Names by which the actor of an element and the other side go, any case, of one word or several. */
export type CueNames = { readonly actor: readonly string[]; readonly other: readonly string[] };

/** The same names as folded words, by their first word. */
export type NameIndex = Readonly<
  Record<'actor' | 'other', ReadonlyMap<string, readonly (readonly string[])[]>>
>;

export function indexNames(names: CueNames): NameIndex {
  return { actor: byFirstWord(names.actor), other: byFirstWord(names.other) };
}

function byFirstWord(names: readonly string[]): NameIndex['actor'] {
  const split = names.map((name) =>
    Array.from(fold(name).matchAll(/[\p{L}\p{N}]+/gu), ([part]) => part),
  );
  return Map.groupBy(split, ([first]) => first ?? '');
}

/** How many words from `at` on the placeholder covers: every length that fits. */
export function covers(
  name: Placeholder,
  found: readonly Word[],
  at: number,
  names: NameIndex,
): readonly number[] {
  if (name === 'amount') return amount(found, at);
  if (name === 'date') return date(found, at);
  return (names[name].get(foldedAt(found, at)) ?? [])
    .filter((parts) => parts.every((part, index) => foldedAt(found, at + index) === part))
    .map((parts) => parts.length);
}

const currencies = new Set(
  'dollar dollars usd euro euros eur pound pounds gbp peso pesos clp cent cents centavos uf utm uf pesetas soles mxn cop ars'.split(
    ' ',
  ),
);

function amount(found: readonly Word[], at: number): readonly number[] {
  const folded = foldedAt(found, at);
  const next = foldedAt(found, at + 1);
  if (/^[$€£¥]/u.test(folded)) return [1];
  if (isNumber(folded) && currencies.has(next)) return [2];
  if (currencies.has(folded) && isNumber(next)) return [2];
  const scaled = /^(?:million|millions|thousand|millon|millones|mil)$/u.test(next);
  const after = foldedAt(found, at + 2) === 'de' ? 3 : 2;
  return isNumber(folded) && scaled && currencies.has(foldedAt(found, at + after))
    ? [after + 1]
    : [];
}

function isNumber(folded: string): boolean {
  return /^\d[\d.,]*$/u.test(folded);
}

const months = new Set(
  (
    'january february march april may june july august september october november december ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre'
  ).split(' '),
);
const days = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight yesterday ' +
    'lunes martes miercoles jueves viernes sabado domingo hoy manana ayer'
  ).split(' '),
);

function date(found: readonly Word[], at: number): readonly number[] {
  const [first, second, third] = [0, 1, 2].map((offset) => foldedAt(found, at + offset)) as [
    string,
    string,
    string,
  ];
  if (/^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/u.test(first) || days.has(first))
    return [1];
  if (/^\d{1,2}$/u.test(first) && months.has(second)) return [2];
  if (/^\d{1,2}$/u.test(first) && second === 'de' && months.has(third)) return [3];
  return months.has(first) && /^\d{1,4}(?:st|nd|rd|th)?$/u.test(second) ? [2] : [];
}
