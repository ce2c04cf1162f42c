import { z } from 'zod';
import type { Refusal } from '../refusal.ts';
import { proposalKinds, seats } from './proposal.ts';

/** Longest text of a proposal, in UTF-16 code units: a turn of speech, not a brief. */
const longestText = 4_000;
const longestQuote = 20_000;
const longestName = 500;
const mostAnchors = 100;
const mostBindings = 50;
/** Most faults that are told at once. */
const mostFaults = 10;

const words = (longest: number) =>
  z
    .string()
    .max(longest, `At most ${longest} characters stand here.`)
    .refine((text) => text.isWellFormed(), 'Half of a surrogate pair is no character.');

const name = words(longestName);
const offset = z.int('An offset is a whole number.');

const conclusion = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('element'),
    element: name,
    position: z.enum(['proved', 'not-proved']),
  }),
  z.object({ about: z.literal('statement'), statement: name, question: name }),
  z.object({ about: z.literal('nothing') }),
]);

const shape = z.object({
  kind: z.enum(proposalKinds),
  role: z.enum(seats),
  text: words(longestText).refine((text) => /[\p{L}\p{N}]/u.test(text), 'A proposal needs words.'),
  anchors: z
    .array(z.object({ source: name, start: offset, end: offset, quote: words(longestQuote) }))
    .max(mostAnchors, `A proposal has at most ${mostAnchors} anchors.`),
  scheme: name,
  bindings: z
    .record(name, words(longestName))
    .refine(
      (bindings) => Object.keys(bindings).length <= mostBindings,
      `A proposal binds at most ${mostBindings} variables.`,
    ),
  conclusion,
});

/**
 * GT1: a proposal has its shape, says something in at most 4,000 characters, and is bounded in every
 * part, so that what comes after costs little whatever a mind sends. Its words can be put on record
 * (no lone surrogates).
 */
export function wellFormed(proposal: unknown): readonly Refusal[] {
  const { error } = shape.safeParse(proposal);
  if (error === undefined) return [];
  return error.issues.slice(0, mostFaults).map(({ path, message }) => ({
    rule: 'GT1',
    at: path.filter((step) => typeof step !== 'symbol').map(bounded),
    says: message,
  }));
}

/** A name of the proposal's own that goes into a refusal. */
const bounded = (step: string | number) =>
  typeof step === 'string' ? step.slice(0, longestName).toWellFormed() : step;
