import { findCaseCitations } from './case-citations.ts';
import type { Citation } from './citation.ts';
import { clean, looksLikeMarkup, originOf, type CleaningStep } from './cleaning.ts';
import { findEclis } from './ecli-citations.ts';
import { findNorms } from './norm-citations.ts';
import { withoutOverlaps } from './overlaps.ts';
import { readReporters } from './reporters.ts';
import { readWorks } from './work-reader.ts';
import { usualWorks, type WorkNames } from './works.ts';

export type CitationOptions = {
  /** How the text is made ready; by default a page with tags is read as one, other text as it is. */
  readonly clean?: readonly CleaningStep[];
  /** The works of law of a jurisdiction; by default the codes of Chile and Spain. */
  readonly works?: readonly WorkNames[];
};

const reporters = readReporters();
const usual = readWorks(usualWorks);

/**
 * The legal citations in a text, in order and without overlaps: reporters, laws and journals of the
 * United States with their short forms, norms by article and work in Spanish and English, and European
 * Case Law Identifiers. Offsets are those of the text as given.
 */
export function findCitations(text: string, options: CitationOptions = {}): Citation[] {
  const steps = options.clean ?? (looksLikeMarkup(text) ? ['html', 'all_whitespace'] : []);
  const cleaned = clean(text, steps);
  const found = withoutOverlaps([
    ...findCaseCitations(cleaned.text, reporters, cleaned.emphasised),
    ...findNorms(cleaned.text, options.works === undefined ? usual : readWorks(options.works)),
    ...findEclis(cleaned.text),
  ]);
  return found.map((citation) => {
    const span = originOf(cleaned, citation);
    return { ...citation, ...span, text: text.slice(span.start, span.end) };
  });
}
