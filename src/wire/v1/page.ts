import { z } from 'zod';

/** How a list is asked for: at most `limit` items after the cursor that the last page gave. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(500).optional(),
});

/** A page of a list; `next` is the cursor of the page after it, `null` on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
