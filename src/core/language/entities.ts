import { fold } from './fold.ts';
import type { Placeholder } from './cue-pattern.ts';
import type { Word } from './words.ts';

/** Names by which the actor of an element and the other side go, any case, of one word or several. */
export type CueNames = { readonly actor: readonly string[]; readonly other: readonly string[] };

/** The same names as folded words, by their first word. */
export type NameIndex = Readonly<
  Record<'actor' | 'other', ReadonlyMap<string, readonly (readonly string[])[]>>
>;

export function indexNames(names: CueNames): NameIndex {
  return { actor: byFirstWord(names.actor), other: byFirstWord(names.other) };
}

function byFirstWord(
  names: readonly string[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const index = new Map<string, (readonly string[])[]>();
  for (const name of names) {
    const parts = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
    const [first] = parts;
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), parts]);
  }
  return index;
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
  return (names[name].get(found[at]?.folded ?? '') ?? [])
    .filter((parts) => parts.every((part, index) => found[at + index]?.folded === part))
    .map((parts) => parts.length);
}

const currencies = new Set(
  'dollar dollars usd euro euros eur pound pounds gbp peso pesos clp cent cents centavos uf utm uf pesetas soles mxn cop ars'.split(
    ' ',
  ),
);

function amount(found: readonly Word[], at: number): readonly number[] {
  const folded = found[at]?.folded ?? '';
  const next = found[at + 1]?.folded ?? '';
  if (/^[$€£¥]/u.test(folded)) return [1];
  if (isNumber(folded) && currencies.has(next)) return [2];
  if (currencies.has(folded) && isNumber(next)) return [2];
  const scaled = /^(?:million|millions|thousand|millon|millones|mil)$/u.test(next);
  const after = found[at + 2]?.folded === 'de' ? 3 : 2;
  return isNumber(folded) && scaled && currencies.has(found[at + after]?.folded ?? '')
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
  const [first, second, third] = [0, 1, 2].map((offset) => found[at + offset]?.folded ?? '') as [
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
