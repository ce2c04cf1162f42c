import { z } from 'zod';
import { stage } from './cases.ts';
import { language } from './language.ts';
import { pageQuery, wholeInAddress } from './page.ts';

export const foundKind = z.string().regex(/^[a-z-]{1,40}$/, { message: 'is no kind of document' });

const day = z.iso.date();

/** A question in words, with quotes around those that stand together, and what narrows it. */
export const searchQuery = z
  .object({
    text: z.string(),
    language: language.optional(),
    court: z.uuid().optional(),
    case: z.uuid().optional(),
    /** As a facet gives it: a kind of document, `law`, or `case`. */
    kind: foundKind.optional(),
    party: z.string().min(1).max(200).optional(),
    phase: stage.optional(),
    from: day.optional(),
    to: day.optional(),
    limit: wholeInAddress(1, 50).default(20),
    cursor: pageQuery.shape.cursor,
  })
  .refine(({ text }) => text.isWellFormed() && !text.includes('\0'), {
    path: ['text'],
    message: 'holds broken characters',
  })
  .refine(({ party = '' }) => party.isWellFormed() && !party.includes('\0'), {
    path: ['party'],
    message: 'holds broken characters',
  });

const span = z.object({ start: z.int().min(0), end: z.int().min(0) });

const excerpt = z.object({
  text: z.string(),
  /** Where it begins in the passage, in UTF-16 code units. */
  starts: z.int().min(0),
  /** What was found, in UTF-16 code units of `text`. */
  highlights: z.array(span),
});

const shared = { courtId: z.uuid(), score: z.number(), excerpt };

export const hit = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('document'),
      ...shared,
      caseId: z.uuid(),
      documentId: z.uuid(),
      name: z.string(),
      exhibit: z.string().nullable(),
      kind: z.string().nullable(),
      passage: z.int().min(1),
      page: z.int().min(1).nullable(),
    }),
    z.object({
      type: z.literal('law'),
      ...shared,
      work: z.string(),
      /** From when this text is in force. */
      from: day,
      article: z.string(),
      label: z.string(),
    }),
    z.object({
      type: z.literal('case'),
      ...shared,
      caseId: z.uuid(),
      number: z.string().nullable(),
      caption: z.string(),
    }),
  ])
  .meta({ id: 'Hit' });

const facets = z.array(z.object({ value: z.string(), count: z.int().min(1) }));

export const found = z
  .object({
    items: z.array(hit),
    next: z.string().nullable(),
    /** How many passages there are on all pages. */
    total: z.int().min(0),
    facets: z.object({ kinds: facets, phases: facets, parties: facets, years: facets }),
    /** Words that nothing has, and the names or numbers that were taken for them. */
    corrections: z.array(z.object({ asked: z.string(), found: z.string() })),
  })
  .meta({ id: 'Found' });

export const suggestionsQuery = z.object({
  text: z
    .string()
    .max(400)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), {
      message: 'holds broken characters',
    }),
  court: z.uuid().optional(),
  limit: wholeInAddress(1, 20).default(10),
});

export const suggestion = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('word'), text: z.string() }),
    z.object({
      type: z.literal('case'),
      text: z.string(),
      caseId: z.uuid(),
      number: z.string().nullable(),
    }),
  ])
  .meta({ id: 'Suggestion' });
