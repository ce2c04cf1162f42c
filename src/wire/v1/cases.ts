import { z } from 'zod';
import { language } from './language.ts';
import { pageQuery } from './page.ts';

export const stage = z.enum([
  'filed',
  'in-hearing',
  'deliberated',
  'drafted',
  'signed',
  'rejected',
]);

/** A line of text as people write it: no control signs, no lone surrogates. */
export const line = (most: number) =>
  z
    .string()
    .max(most)
    .trim()
    .min(1)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), {
      message: 'holds control signs or broken characters',
    });

/** A case as a docket shows it. */
export const courtCase = z
  .object({
    id: z.uuid(),
    courtId: z.uuid(),
    number: z.string().nullable(),
    caption: z.string(),
    jurisdiction: z.string(),
    language,
    matter: z.enum(['civil', 'criminal']).nullable(),
    cause: z.string().nullable(),
    stage,
    sealed: z.boolean(),
    /** Number of events in its record; also its entity tag. */
    version: z.int().min(0),
    filedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Case' });

export const casesQuery = pageQuery.extend({
  stage: stage.optional(),
  /** Letters of the caption or the docket number. */
  text: line(200).optional(),
});

/** A case that is opened empty; its papers follow, and filing it writes the first page of the record. */
export const newCase = z
  .strictObject({
    caption: line(2_000),
    sealed: z.boolean().default(false),
    /** What the filer is in it; a clerk who files for others leaves it out. */
    role: z.enum(['prosecutor', 'defender', 'party']).nullable().default(null),
  })
  .meta({ id: 'NewCase' });

export const caseChanges = z
  .strictObject({ number: line(60).optional(), sealed: z.boolean().optional() })
  .refine((changes) => Object.keys(changes).length > 0, { message: 'changes nothing' })
  .meta({ id: 'CaseChanges' });

export const caseMember = z
  .strictObject({
    personId: z.uuid(),
    role: z.enum(['judge', 'clerk', 'prosecutor', 'defender', 'party', 'observer']),
    party: line(200).nullable().default(null),
  })
  .meta({ id: 'CaseMember' });
