import { z } from 'zod';
import { line } from './cases.ts';

/** One version of a work of law that a court decides by. */
export const lawWork = z
  .object({
    work: z.string(),
    title: z.string(),
    /** ISO date from which this text is in force. */
    from: z.string(),
    /** The official text, or a summary in words of the court's own. */
    standing: z.enum(['official', 'summary']),
    articles: z.int().min(0),
    /** Whether this court imported it, or its jurisdiction brings it along. */
    origin: z.enum(['imported', 'shipped']),
    source: z.string().nullable(),
    importedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'LawWork' });

export const newLaw = z
  .strictObject({
    /** `WORK@DATE.md`, as a file is named for `court law import`. */
    name: line(200),
    text: z
      .string()
      .min(1)
      .max(20_000_000)
      .refine((text) => text.isWellFormed() && !text.includes('\0'), {
        message: 'holds characters that are none',
      }),
    /** To put another text in the place of a version that is there. */
    replace: z.boolean().default(false),
  })
  .meta({ id: 'NewLaw' });

export const importedLaw = z
  .object({
    work: z.string(),
    title: z.string(),
    from: z.string(),
    standing: z.enum(['official', 'summary']),
    articles: z.int(),
    outcome: z.enum(['kept', 'unchanged', 'replaced']),
  })
  .meta({ id: 'ImportedLaw' });

const words = z.string().trim().min(1);

export const quotesToCheck = z
  .strictObject({
    quotes: z
      .array(
        z.strictObject({
          work: words.max(200),
          article: words.max(100),
          quote: words.max(20_000),
          on: z.iso.date(),
        }),
      )
      .min(1)
      .max(1_000),
  })
  .meta({ id: 'QuotesToCheck' });

export const quotesChecked = z
  .object({
    quotes: z.array(
      z.object({
        work: z.string(),
        article: z.string(),
        on: z.string(),
        status: z.enum(['in force', 'stale', 'absent']),
        /** The day from which it no longer stands there, or will stand there. */
        since: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'QuotesChecked' });
