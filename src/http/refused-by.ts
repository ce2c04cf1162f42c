import type { Refusal } from '../core/refusal.ts';
import { Refused } from './refuse.ts';

/** What the court refused, as the answer of a request. A refusal without a reason is a bug and throws. */
export function refusedBy(refusals: readonly Refusal[]): Refused {
  const [first, ...more] = refusals;
  if (first === undefined) throw new TypeError('the court refused and named no rule');
  return new Refused(first, ...more);
}
