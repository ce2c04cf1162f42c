import { findCitations } from '../../core/citation/find-citations.ts';
import type { NormMention } from '../../core/document/document.ts';

/** The norms and statutes that a text cites; case law is not among them. */
export function normsIn(text: string): NormMention[] {
  return findCitations(text)
    .filter(({ type }) => type === 'NormCitation' || type === 'FullLawCitation')
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}
