import type { Document } from '../../core/document/document.ts';
import type { Filing } from './file-case.ts';
import { intakeWords } from './intake-words.ts';
import { reasonWords } from './reason-words.ts';
import type { Guess } from './work-out.ts';

/** The dates that choose the law: of the facts, of the filing where the page tells it, and of the hearing. */
export type CaseDates = {
  readonly factsOn: string | null;
  readonly filedOn: string | null;
  readonly actOn: string;
  /** How the date of the facts was found. */
  readonly facts: Guess;
};

/**
 * The date of the facts as the page says; else the first full date in the complaint, else the earliest in the
 * evidence. No fact is later than the filing, nor than the hearing.
 */
export function datesOf(
  { page, today, profile }: Filing,
  documents: readonly Document[],
  complaint: Document | null,
): CaseDates {
  const words = intakeWords(profile.language);
  const filedOn = page.dates?.filed ?? null;
  const actOn = page.dates?.hearing ?? today;
  const latest = filedOn ?? actOn;
  const dated = (factsOn: string | null, facts: Guess) => ({ factsOn, filedOn, actOn, facts });
  const told = page.dates?.facts;
  if (told !== undefined) {
    const because = reasonWords(profile.language)({ why: 'told' });
    return dated(told, { confidence: 'strong', because });
  }
  const pleaded = complaint === null ? undefined : fullDates(complaint, latest)[0];
  if (complaint !== null && pleaded !== undefined) {
    const because = words.dateOf(complaint.name, pleaded);
    return dated(pleaded, { confidence: 'fair', because });
  }
  const [earliest] = documents
    .filter(({ kind }) => kind !== 'norm')
    .flatMap((document) => fullDates(document, latest).map((date) => ({ date, document })))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  if (earliest === undefined) return dated(null, { confidence: 'weak', because: words.noDate });
  const because = words.dateOf(earliest.document.name, earliest.date);
  return dated(earliest.date, { confidence: 'weak', because });
}

function fullDates({ mentions }: Document, latest: string): readonly string[] {
  return mentions.dates
    .map(({ iso }) => iso)
    .filter((iso) => /^\d{4}-\d{2}-\d{2}$/u.test(iso) && iso <= latest);
}
