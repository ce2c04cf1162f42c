import type { Citation } from './citation.ts';

/** Country or `EU`, court, year, ordinal: Council conclusions 2011/C 127/01, annex, point 1. */
const ecli =
  /(?<![A-Za-z0-9:])ECLI:(?<country>[A-Z]{2}):(?<court>[A-Z][A-Z0-9]{0,6}):(?<year>[12]\d{3}):(?<ordinal>[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?)(?![A-Za-z0-9:]|\.[A-Za-z0-9])/gi;

/** European Case Law Identifiers, with their parts in capitals. */
export function findEclis(text: string): Citation[] {
  return [...text.matchAll(ecli)].map((match) => ({
    type: 'EcliCitation',
    groups: Object.fromEntries(
      Object.entries({ ...match.groups }).map(([name, value]) => [name, value.toUpperCase()]),
    ),
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    meta: {},
  }));
}
