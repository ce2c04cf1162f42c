import type { Passage } from './document.ts';

/** A text that is one passage, as an article of law is: number 1, on page 1, nobody's words. */
export const wholePassage = (text: string): Passage => ({
  n: 1,
  start: 0,
  end: text.length,
  page: 1,
  headings: [],
  speaker: null,
  saidAt: null,
  evidential: true,
});
