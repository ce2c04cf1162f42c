import { z } from 'zod';

/** A whole number as an address writes it: digits and nothing else, where `Number` takes « 5», `0x10` and `1e1` too. */
export function wholeInAddress(least: number, most: number) {
  return z.preprocess(
    (words) => (typeof words === 'string' && /^\d{1,15}$/.test(words) ? Number(words) : words),
    z.int().min(least).max(most),
  );
}

/** How a list is asked for: at most `limit` items after the cursor that the last page gave. */
export const pageQuery = z.object({
  limit: wholeInAddress(1, 200).default(50),
  cursor: z.string().min(1).max(500).optional(),
});

/** A page of a list; `next` is the cursor of the page after it, `null` on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
