import { fold } from '../language/fold.ts';

/** A capitalised word, initials, or a title with its stop; no other stop belongs to a name. */
const capital = `(?:(?:Mr|Mrs|Ms|Dr|Prof|Sra?|St)\\.|(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}\\p{M}'&-]*)`;
const particle = '(?:de|del|la|las|los|van|von|der|y|of|and|&)';

/** A run of up to six capitalised words, particles between them allowed. */
export const nameSource = `${capital}(?: (?:${particle} ){0,2}${capital}){0,5}`;

const corporate = new Set(
  'ltd limited inc incorporated llc llp plc corp corporation co company gmbh sa spa ltda limitada cia services group s.a'.split(
    ' ',
  ),
);
/** Titles and opening words that are written with a capital and belong to no name. */
const notNames = new Set(
  (
    'we our he she they it his her there signed firmado mr mrs ms dr prof sir don dona senor senora sr sra the a an el la los las i yo on in at by for and as to from this that if when ' +
    'claimant plaintiff complainant respondent defendant accused claim complaint statement answer date dated subject ' +
    'demandante demandado demandada querellante querellado acusado acusada imputado imputada'
  ).split(' '),
);

/** The name without titles and stops at its ends; empty where nothing of a name is left. */
export function cleanName(found: string): string {
  const parts = found.split(' ').map((part) => part.replace(/^[.'&-]+|(?<!\b\p{L})[.'&-]+$/gu, ''));
  const isName = (part: string) => !notNames.has(fold(part));
  const first = parts.findIndex(isName);
  if (first < 0) return '';
  return parts
    .slice(first, parts.findLastIndex(isName) + 1)
    .join(' ')
    .replace(/'s$/u, '');
}

/** The ways in which people shorten a name: each of its own words, without corporate endings. */
export function shortForms(name: string): readonly string[] {
  const parts = name.split(' ').filter((part) => /^\p{Lu}/u.test(part));
  const own = parts.filter((part) => !corporate.has(fold(part.replace(/\.$/u, ''))));
  const singles = own.filter((part) => part.length > 2);
  const pair = own.length > 2 ? [own.slice(0, 2).join(' ')] : [];
  return [...new Set([name, ...pair, ...singles])];
}
