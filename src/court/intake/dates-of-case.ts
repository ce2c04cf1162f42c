import type { WorkedOut } from '../../core/complaint/complaint.ts';
import type { Document } from '../../core/document/document.ts';
import type { Filing } from './file-case.ts';
import { intakeWords } from './intake-words.ts';

/** The dates that choose the law: of the facts, and of the hearing. */
export type CaseDates = {
  readonly factsOn: string | null;
  readonly actOn: string;
  readonly facts: WorkedOut<string | null>;
};

/** As the page says; else the first full date in the complaint, else the earliest in the evidence. */
export function datesOf(filing: Filing, complaint: Document | null): CaseDates {
  const { page, documents, today, profile } = filing;
  const words = intakeWords(profile.language);
  const actOn = page.dates?.hearing ?? today;
  const told = page.dates?.facts;
  if (told !== undefined) {
    return {
      factsOn: told,
      actOn,
      facts: { value: told, confidence: 'strong', because: words.told },
    };
  }
  const pleaded = complaint === null ? undefined : fullDates(complaint, actOn)[0];
  if (complaint !== null && pleaded !== undefined) {
    const because = words.dateOf(complaint.name, pleaded);
    return { factsOn: pleaded, actOn, facts: { value: pleaded, confidence: 'fair', because } };
  }
  const [earliest] = documents
    .filter(({ kind }) => kind !== 'norm')
    .flatMap((document) => fullDates(document, actOn).map((date) => ({ date, document })))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  if (earliest === undefined) {
    return {
      factsOn: null,
      actOn,
      facts: { value: null, confidence: 'weak', because: words.noDate },
    };
  }
  const because = words.dateOf(earliest.document.name, earliest.date);
  return {
    factsOn: earliest.date,
    actOn,
    facts: { value: earliest.date, confidence: 'weak', because },
  };
}

function fullDates({ mentions }: Document, latest: string): readonly string[] {
  return mentions.dates
    .map(({ iso }) => iso)
    .filter((iso) => /^\d{4}-\d{2}-\d{2}$/u.test(iso) && iso <= latest);
}
