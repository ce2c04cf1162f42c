import { z } from 'zod';

/** The draft in which a hearing ended, and what a person made of it. */
export const draft = z
  .object({
    version: z.int().min(0),
    /** As it was computed: `first-court-draft/1`. */
    draft: z.looseObject({ format: z.string() }),
    decision: z
      .object({
        decision: z.enum(['signed', 'rejected']),
        by: z.string(),
        reason: z.string(),
        at: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Draft' });

export const draftQuery = z.object({ format: z.enum(['json', 'markdown', 'pdf']).default('json') });

const reason = z
  .string()
  .max(4_000)
  .refine((text) => text.isWellFormed() && !text.includes('\0'), {
    message: 'holds broken characters',
  });

/** A remark may go with a signature. */
export const signature = z
  .strictObject({ reason: reason.default('') })
  .meta({ id: 'DraftSignature' });

/** A rejection says why. */
export const rejection = z.strictObject({ reason: reason.min(1) }).meta({ id: 'DraftRejection' });
