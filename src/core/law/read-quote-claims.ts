import type { Refusal } from '../refusal.ts';
import type { QuoteClaim } from './check-quote.ts';
import { isIsoDate } from './iso-date.ts';

export type QuoteClaims =
  | { readonly kind: 'read'; readonly claims: readonly QuoteClaim[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** Most refusals that are told of one list: nobody reads a thousand. */
const most = 20;

/**
 * LAW8: a list of quotations is an array of `{ work, article, quote, on }`, all text, `on` an ISO date.
 * `onField` names the field that holds the date, where it is not `on`. Other fields are left alone.
 */
export function readQuoteClaims(value: unknown, onField: string): QuoteClaims {
  if (!Array.isArray(value)) {
    const says = 'A list of quotes is a JSON array of { work, article, quote, on }.';
    return { kind: 'refused', refusals: [{ rule: 'LAW8', at: [], says }] };
  }
  const claims: QuoteClaim[] = [];
  const refusals: Refusal[] = [];
  for (const [index, item] of (value as readonly unknown[]).entries()) {
    const refuse = (field: string, says: string) => {
      refusals.push({ rule: 'LAW8', at: [index, field], says: `Item ${index + 1}: ${says}` });
    };
    const fields = new Map<string, unknown>(
      typeof item === 'object' && item !== null ? Object.entries(item) : [],
    );
    const text = (field: string): string => {
      const found = fields.get(field);
      if (typeof found === 'number' && field === 'article') return String(found);
      if (typeof found === 'string' && found.trim() !== '') return found;
      refuse(field, `«${field}» is missing, empty or not text.`);
      return '';
    };
    const claim = {
      work: text('work'),
      article: text('article'),
      quote: text('quote'),
      on: text(onField),
    };
    if (claim.on !== '' && !isIsoDate(claim.on)) {
      refuse(
        onField,
        `«${onField}» is a date such as 2026-08-12, and not «${claim.on.slice(0, 40)}».`,
      );
    }
    claims.push(claim);
    if (refusals.length >= most) break;
  }
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'read', claims };
}
