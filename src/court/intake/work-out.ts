import type { WorkedOut } from '../../core/case/case-event.ts';
import type { Tier } from '../../core/document/document.ts';

/** How sure the secretary is of something, and why, in words. */
export type Guess = { readonly confidence: Tier; readonly because: string };

/** What the secretary worked out by itself, as the record tells it. */
export const workedOut = (what: WorkedOut['what'], { confidence, because }: Guess): WorkedOut => ({
  what,
  tier: confidence,
  because: { prose: because },
});
