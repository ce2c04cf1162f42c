import { findCaseCitations } from './case-citations.ts';
import type { Citation } from './citation.ts';
import { clean, looksLikeMarkup, originOf, type CleaningStep } from './cleaning.ts';
import { withoutOverlaps } from './overlaps.ts';
import { readReporters } from './reporters.ts';

export type CitationOptions = {
  /** How the text is made ready; by default a page with tags is read as one, other text as it is. */
  readonly clean?: readonly CleaningStep[];
};

const reporters = readReporters();

/**
 * The legal citations in a text, in order and without overlaps: reporters, laws and journals of the
 * United States with their short forms. Offsets are those of the text as given.
 */
export function findCitations(text: string, options: CitationOptions = {}): Citation[] {
  const steps = options.clean ?? (looksLikeMarkup(text) ? ['html', 'all_whitespace'] : []);
  const cleaned = clean(text, steps);
  const found = withoutOverlaps([
    ...findCaseCitations(cleaned.text, reporters, cleaned.emphasised),
  ]);
  return found.map((citation) => {
    const span = originOf(cleaned, citation);
    return { ...citation, ...span, text: text.slice(span.start, span.end) };
  });
}
