import { z } from 'zod';

export const label = z.enum(['in', 'out', 'undecided']);

const standard = z.object({
  kind: z.enum(['scintilla', 'dialectical-validity', 'PE', 'CCE', 'BRD']),
  least: z.number(),
  margin: z.number(),
  contrary: z.number(),
});

/** The argument graph of a case with its labels, worked out from the record. */
export const argumentGraph = z
  .object({
    version: z.int().min(0),
    accrual: z.enum(['strongest', 'independent']),
    statements: z.array(
      z.object({ id: z.string(), text: z.string(), label, assumed: z.boolean() }),
    ),
    arguments: z.array(
      z.object({
        id: z.string(),
        conclusion: z.string(),
        scheme: z.string().nullable(),
        premises: z.array(z.object({ role: z.string().nullable(), statement: z.string() })),
        undercutter: z.string().nullable(),
        because: z.string().nullable(),
      }),
    ),
    issues: z.array(z.object({ id: z.string(), positions: z.array(z.string()), standard })),
  })
  .meta({ id: 'ArgumentGraph' });

const labelled = z.object({ statement: z.string(), label });

const flips = z.object({
  /** Each set turns the label by its loss, and no part of it does. */
  sets: z.array(z.array(z.string())),
  /** Whether there may be more. */
  cut: z.boolean(),
});

/** Why a point is decided as it is, and what would turn it. */
export const derivation = z
  .object({
    target: z.string(),
    label,
    statements: z.record(
      z.string(),
      z.object({
        text: z.string(),
        label,
        rule: z.string(),
        pro: z.array(z.string()),
        issue: z.string().nullable(),
      }),
    ),
    arguments: z.record(
      z.string(),
      z.object({
        conclusion: z.string(),
        scheme: z.string().nullable(),
        applicable: z.boolean(),
        weight: z.number(),
        because: z.string().nullable(),
        premises: z.array(labelled.extend({ role: z.string().nullable() })),
        undercutter: labelled.nullable(),
      }),
    ),
    issues: z.record(
      z.string(),
      z.object({
        standard,
        winner: z.string().nullable(),
        positions: z.array(
          z.object({
            position: z.string(),
            label,
            weight: z.number(),
            tests: z.array(z.object({ test: z.string(), met: z.boolean(), by: z.number() })),
          }),
        ),
      }),
    ),
    flips: z.object({ exhibits: flips, passages: flips }),
  })
  .meta({ id: 'Derivation' });
