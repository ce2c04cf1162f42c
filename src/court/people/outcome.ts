import type { Refusal } from '../../core/refusal.ts';

/** Identity said no. `waitMs`: when it may be tried again, where that is the trouble. */
export type No = {
  readonly kind: 'refused';
  readonly refusal: Refusal;
  readonly waitMs: number | null;
};

export function no(rule: string, at: Refusal['at'], says: string): No {
  return { kind: 'refused', refusal: { rule, at, says }, waitMs: null };
}

/** ID2: too many attempts failed. */
export function tooSoon(waitMs: number): No {
  const says = `Too many attempts failed; try again in ${Math.ceil(waitMs / 1_000)} s.`;
  return { kind: 'refused', refusal: { rule: 'ID2', at: [], says }, waitMs };
}
