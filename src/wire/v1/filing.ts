import { z } from 'zod';
import { casePage } from '../../core/case/case-page.ts';
import { documentKinds } from '../../core/document/document.ts';
import { courtCase } from './cases.ts';

export const filingQuery = z.strictObject({
  /** To see what would be worked out, and write nothing. */
  preview: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true'),
});

/** What the filer says of the case: the page that a folder has as case.yaml. All of it is optional. */
export const newFiling = z.strictObject({ page: casePage.optional() }).meta({ id: 'NewFiling' });

const tier = z.enum(['strong', 'fair', 'weak']);
const side = z.enum(['prosecutor', 'defender']);

/** What the secretary made of the papers. */
export const filingShown = z
  .object({
    caption: z.string(),
    matter: z.enum(['civil', 'criminal']),
    jurisdiction: z.string(),
    procedure: z.string(),
    /** ISO dates. */
    dates: z.object({
      facts: z.string().nullable(),
      filed: z.string().nullable(),
      hearing: z.string(),
    }),
    cause: z.object({
      id: z.string().nullable(),
      name: z.string(),
      tier,
      because: z.string(),
    }),
    parties: z.array(
      z.object({
        id: z.string(),
        role: z.string(),
        side: z.enum([...side.options, 'none']),
        name: z.string(),
      }),
    ),
    exhibits: z.array(
      z.object({
        exhibit: z.string(),
        name: z.string(),
        sha256: z.string(),
        kind: z.enum(documentKinds),
        tier,
        by: z.enum([...side.options, 'court']),
        warnings: z.array(z.string()),
      }),
    ),
    witnesses: z.array(z.object({ name: z.string(), exhibit: z.string() })),
    issues: z.array(z.object({ id: z.string(), nature: z.string(), text: z.string() })),
    allegations: z.int(),
    /** Articles as they stand in the record: `work/article@from`. */
    law: z.array(z.string()),
    lawWanting: z.array(z.object({ article: z.string(), because: z.string() })),
    /** What the filer did not say, how sure the secretary is of it, and why. */
    workedOut: z.array(z.object({ what: z.string(), tier, because: z.string() })),
  })
  .meta({ id: 'FilingShown' });

export const filed = z.object({ case: courtCase, filing: filingShown }).meta({ id: 'Filed' });
