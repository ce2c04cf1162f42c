import { z } from 'zod';
import { standardKinds } from './graph.ts';

const id = z.union([z.string().min(1), z.number().transform(String)]);

const weighing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linked') }),
  z.object({ kind: z.literal('convergent') }),
  z.object({ kind: z.literal('cumulative') }),
  z.object({ kind: z.literal('factorized') }),
  z.object({ kind: z.literal('constant'), weight: z.number() }),
  z.object({
    kind: z.literal('criteria'),
    hard: z.array(z.union([z.number(), z.string()])),
    soft: z.array(
      z.tuple([
        z.string(),
        z.object({ factor: z.number(), values: z.array(z.tuple([z.string(), z.number()])) }),
      ]),
    ),
  }),
  z.object({
    kind: z.literal('preference'),
    by: z.array(
      z.object({
        property: z.string(),
        order: z.union([z.enum(['ascending', 'descending']), z.array(z.string())]),
      }),
    ),
  }),
]);

/** On a statement (I-node). */
const courtStatement = z.object({ id: z.string(), assumed: z.boolean() });

/** On an argument (RA-node). */
const courtArgument = z.object({
  id: z.string(),
  scheme: z.string().nullable(),
  weighing,
  source: z.string().optional(),
  because: z.string().optional(),
  properties: z.array(z.tuple([z.string(), z.union([z.string(), z.number()])])).optional(),
});

const courtFile = z.object({
  accrual: z.enum(['strongest', 'independent']),
  issues: z.array(
    z.object({
      id: z.string(),
      /** Ids of statements. */
      positions: z.array(z.string()),
      standard: z.object({
        kind: z.enum(standardKinds),
        least: z.number(),
        margin: z.number(),
        contrary: z.number(),
      }),
    }),
  ),
});

const node = z.object({
  nodeID: id,
  text: z.string().default(''),
  type: z.string(),
  court: z.unknown().optional(),
});

const edge = z.object({
  fromID: id,
  toID: id,
  /** Role of the premise, on an edge from a statement to an argument. */
  role: z.string().optional(),
});

/**
 * AIF in the JSON of AIFdb (Chesñevar et al. 2006; aifdb.org): nodes of type I, RA, CA and others,
 * edges between them. The property `court` carries what AIF has no word for: on I-nodes the id and
 * whether it is assumed, on RA-nodes the weighing, on the file the issues and the accrual.
 */
export const aifFile = z.object({
  nodes: z.array(node),
  edges: z.array(edge),
  court: courtFile.optional(),
});
export const aifStatement = courtStatement;
export const aifArgument = courtArgument;

export type AifFile = z.infer<typeof aifFile>;
export type AifNode = AifFile['nodes'][number];
export type AifWeighing = z.infer<typeof weighing>;
