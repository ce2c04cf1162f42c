import type { Line } from './layout.ts';
import { lineHead } from './line-role.ts';

const longestHeading = 120;
const mostWords = 16;
const small =
  /^(?:a|an|and|as|at|by|for|from|in|into|of|on|or|per|the|to|v|vs|with|within|al|con|de|del|e|el|en|la|las|lo|los|o|para|por|sobre|un|una|y)$/i;

/** Level of a title in capitals. */
export const capitalsLevel = 3;

/** Level of a line that ends in a colon and leads in what follows. */
export const leadInLevel = 6;

/** Level of the heading that a line is (1 the highest), or 0. `after` is the line that follows. */
export function headingLevel(line: Line, after: Line | undefined): number {
  if (line.headingLevel > 0) return line.headingLevel;
  const head = line.text.slice(0, lineHead);
  const marks = /^(#{1,6}) \S/.exec(head)?.[1];
  if (marks !== undefined) return marks.length;
  const words = head.split(' ');
  if (head.length > longestHeading || words.length > mostWords) return 0;
  if (divisionTitle.test(head)) return 2;
  if (isCapitals(head) && (line.apart || after?.apart !== false)) return capitalsLevel;
  if (/^\p{Lu}.*:$/u.test(head)) return after === undefined ? 0 : leadInLevel;
  if (/[.;,!?]$/.test(head) || head.includes(': ')) return 0;
  const stands = line.apart && (after === undefined || after.apart || after.page !== line.page);
  const number = numbering.exec(head)?.[0];
  if (number === undefined) return stands && isTitle(words) ? 4 : 0;
  const leads = stands || (after !== undefined && numbering.test(after.text) && words.length <= 8);
  return leads && isTitle(words.slice(1)) ? 2 + number.split('.').length : 0;
}

const numbering = /^\d{1,3}(?:\.\d{1,3})*[.)]? /;
const divisionTitle =
  /^(?:exhibit|schedule|annex|appendix|article|chapter|part|title|anexo|cap[íi]tulo|t[íi]tulo|libro|p[áa]rrafo) (?:[IVXLC]+|\d+)[.:]?$/i;

/** A short line in capitals, `THE PARTIES`. */
export function isCapitals(text: string): boolean {
  return (
    /\p{Lu}{3}/u.test(text) &&
    !/\p{Ll}|\d\.\d|: ./u.test(text) &&
    !/[;,]$/.test(text) &&
    !(text.endsWith('.') && text.length > 20)
  );
}

/** Every word that carries meaning begins with a capital or a digit. */
export function isTitle(words: readonly string[]): boolean {
  const full = words.filter((word) => !small.test(word) && /[\p{L}\d]/u.test(word));
  return full.length > 0 && full.every((word) => /^["'(]?[\p{Lu}\d]/u.test(word));
}

const referenceTitle =
  /^#* ?(?:\d+[.)] )?(?:references?|sources|bibliography|works cited|list of exhibits|exhibit list|referencias|fuentes|bibliograf[íi]a|lista de anexos|documentos acompañados)[:.]?$/i;

/** A heading under which stands a list of sources and not what they say. */
export function headsReferences(heading: string): boolean {
  return referenceTitle.test(heading.slice(0, lineHead));
}
