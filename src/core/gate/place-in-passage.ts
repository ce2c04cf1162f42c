import type { Passage } from '../document/document.ts';
import type { Source } from './courtroom.ts';
import { gateWords } from './gate-words.ts';
import { seekQuote, type Place } from './seek-quote.ts';

/** Where a quote stands within one passage of a source, in offsets of the source; nothing where it does not. */
export function placeInPassage(source: Source, passage: Passage, quote: string): Place | undefined {
  const text = source.text.slice(passage.start, passage.end);
  const whole = { source: source.id, quote, start: 0, end: text.length };
  const sought = seekQuote(whole, { ...source, text, passages: [] }, gateWords('en'));
  if (sought.kind === 'absent') return undefined;
  const { start, end } = sought.anchor;
  return { start: passage.start + start, end: passage.start + end };
}
