import { z } from 'zod';
import type { Language } from '../document/document.ts';
import type { Refusal } from '../refusal.ts';
import { gateWords, type GateWords } from './gate-words.ts';
import { proposalKinds, seats } from './proposal.ts';

/** Longest text of a proposal (a turn of speech, not a brief), quote and name, in UTF-16 code units. */
export const longestText = 4_000;
export const longestQuote = 20_000;
export const longestName = 500;
const mostAnchors = 100;
const mostBindings = 50;
/** Most faults that are told at once. */
const mostFaults = 10;

function shapeOfProposal({
  tooLong,
  noCharacter,
  wholeOffset,
  needsWords,
  manyAnchors,
  manyBindings,
}: GateWords) {
  const text = (longest: number) =>
    z
      .string()
      .max(longest, tooLong(longest))
      .refine((words) => words.isWellFormed(), noCharacter);
  const name = text(longestName);
  const offset = z.int(wholeOffset);
  const conclusion = z.discriminatedUnion('about', [
    z.object({
      about: z.literal('element'),
      element: name,
      position: z.enum(['proved', 'not-proved']),
    }),
    z.object({ about: z.literal('statement'), statement: name, question: name }),
    z.object({ about: z.literal('nothing') }),
  ]);
  return z.object({
    kind: z.enum(proposalKinds),
    role: z.enum(seats),
    text: text(longestText).refine((words) => /[\p{L}\p{N}]/u.test(words), needsWords),
    anchors: z
      .array(z.object({ source: name, start: offset, end: offset, quote: text(longestQuote) }))
      .max(mostAnchors, manyAnchors(mostAnchors)),
    scheme: name,
    bindings: z
      .record(name, text(longestName))
      .refine(
        (bindings) => Object.keys(bindings).length <= mostBindings,
        manyBindings(mostBindings),
      ),
    conclusion,
  });
}

/** The shape, and what is said of it where it says nothing of its own, in each language. */
const shapes = {
  en: { shape: shapeOfProposal(gateWords('en')), error: z.locales.en().localeError },
  es: { shape: shapeOfProposal(gateWords('es')), error: z.locales.es().localeError },
};

/**
 * GT1: a proposal has its shape, says something in at most 4,000 characters, and is bounded in every
 * part, so that what comes after costs little whatever a mind sends. Its words can be put on record
 * (no lone surrogates).
 */
export function wellFormed(proposal: unknown, language: Language): readonly Refusal[] {
  const { shape, error: localeError } = shapes[language];
  const { error } = shape.safeParse(proposal, { error: localeError });
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
