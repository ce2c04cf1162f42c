import { z } from 'zod';

/** Why a request was refused: problem details of RFC 9457, with the rule and the place of each trouble. */
export const problem = z
  .object({
    /** A page that explains the rule. */
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    /** Id of the request, as it stands in the log. */
    instance: z.string(),
    /** Rule of the first trouble: an id of docs/rules.md. */
    rule: z.string(),
    errors: z.array(
      z.object({
        rule: z.string(),
        /** Where in the request: `['body', 'caption']`. */
        at: z.array(z.union([z.string(), z.number()])),
        says: z.string(),
      }),
    ),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problem>;
