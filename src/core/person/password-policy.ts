import type { Refusal } from '../refusal.ts';
import { commonParts } from './common-passwords.ts';

/** Least and most characters (NIST SP 800-63B-4, 3.1.1.2: 15 where a password alone opens the door). */
const least = 15;
const most = 256;
/** Characters that must be the person's own, beside what everybody uses. */
const leastOwn = 6;

/** The form in which a password is hashed and compared, whatever the keyboard made of it (3.1.1.2: NFKC). */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * ID5: length, and nothing that is guessed first: common passwords of any composition, runs of the keyboard,
 * repetitions, and the parts of the person's own e-mail address. No rules of composition, which make passwords
 * alike. Time grows with the length alone.
 */
export function refusePassword(password: string, email: string): Refusal | null {
  const normal = normalizePassword(password);
  const length = Array.from(normal).length;
  if (length < least)
    return refusal(`A password has at least ${least} characters; a few words do.`);
  if (length > most) return refusal(`A password has at most ${most} characters.`);
  if (!normal.isWellFormed()) return refusal('A password is text.');
  const known = [...commonParts, ...partsOf(email)].toSorted(
    (one, other) => other.length - one.length,
  );
  const plain = withoutMarks(normal);
  return Math.min(own(plain, known), own(meantLetters(plain), known)) < leastOwn
    ? refusal(
        'This password is one of the first that are guessed: common words, runs, or your address.',
      )
    : null;
}

function refusal(says: string): Refusal {
  return { rule: 'ID5', at: ['password'], says };
}

function withoutMarks(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** Letters for the figures and signs that stand for them. */
function meantLetters(plain: string): string {
  return Array.from(plain, (sign) => meant.get(sign) ?? sign).join('');
}

const meant = new Map(
  Object.entries({
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  }),
);

function partsOf(email: string): readonly string[] {
  return withoutMarks(email)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3);
}

/** Characters that belong to no known part, no run («abcd», «4321»), and repeat nothing just before. */
function own(text: string, known: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < text.length;) {
    const part = known.find((one) => text.startsWith(one, at));
    if (part !== undefined) {
      at += part.length;
    } else {
      if (!follows(text, at)) count += 1;
      at += 1;
    }
  }
  return count;
}

function follows(text: string, at: number): boolean {
  const distance = text.charCodeAt(at) - text.charCodeAt(at - 1);
  if (Math.abs(distance) <= 1) return true;
  // Something of up to eight characters again: «xyz9xyz9xyz9».
  return [2, 3, 4, 5, 6, 7, 8].some((period) => at >= period && text[at] === text[at - period]);
}
