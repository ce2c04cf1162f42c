import { z } from 'zod';
import { language } from './language.ts';

export const court = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    /** The profile of jurisdiction by which it decides: `model`, `cl`. */
    jurisdiction: z.string(),
    language,
  })
  .meta({ id: 'Court' });
