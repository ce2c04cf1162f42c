import type { GateRule } from './rule.ts';

/** Longest text of a proposal, in UTF-16 code units: a turn of speech, not a brief. */
const longest = 4_000;

/** GT1: a proposal says something, in at most 4,000 characters. */
export const wellFormed: GateRule = ({ text }) => {
  if (text.trim() === '') {
    return [{ rule: 'GT1', at: ['text'], says: 'A proposal needs words.' }];
  }
  if (text.length > longest) {
    const says = `A proposal has at most ${longest} characters; this one has ${text.length}.`;
    return [{ rule: 'GT1', at: ['text'], says }];
  }
  return [];
};
