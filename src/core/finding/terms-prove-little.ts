import type { Document, Tier } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import type { Unit } from './file-index.ts';
import type { Finding } from './finding.ts';

/** Terms of more passages than this are long: which of them governs is for a reader, not for words. */
const longTerms = 60;

/** A sentence that says what holds in a case, and not that the case has come. */
const supposes = /^\W*(?:if|where|when|should|unless|in case|in the event|si|cuando|en caso)\b/u;

/**
 * How sure a finding in a contract or a set of rules can be at most. A rule under a condition shows nothing
 * that happened, terms do not tell what did not happen, and which clause of long terms governs is not told by its words: both inform, weakly, and
 * decide nothing.
 */
export function tierInTerms(
  document: Document,
  element: Element,
  unit: Unit,
  { tier, position }: Pick<Finding, 'tier' | 'position'>,
): Tier {
  const isTerms = document.kind === 'contract' || document.kind === 'norm';
  if (!isTerms || element.proof === 'speech') return tier;
  if (element.proof === 'norm') return document.passages.length > longTerms ? 'weak' : tier;
  const isSupposed = supposes.test(fold(document.text.slice(unit.start, unit.end)));
  return isSupposed || position === 'not-proved' ? 'weak' : tier;
}
