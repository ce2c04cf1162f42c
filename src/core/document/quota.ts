import type { Refusal } from '../refusal.ts';

/** Bytes of documents; `null` where there is no limit. */
export type Quota = { readonly court: number | null; readonly case: number | null };

/** Bytes of documents that are kept already. */
export type Used = { readonly court: number; readonly case: number };

/** QU1 and QU2: whether a document of `size` bytes has room in its case and its court. */
export function quotaRefusals(name: string, size: number, used: Used, quota: Quota): Refusal[] {
  return [
    ...over('QU1', name, 'case', size, used.case, quota.case),
    ...over('QU2', name, 'court', size, used.court, quota.court),
  ];
}

function over(
  rule: string,
  name: string,
  whose: string,
  size: number,
  used: number,
  limit: number | null,
): Refusal[] {
  if (limit === null || used + size <= limit) return [];
  const says = `${name} has no room in its ${whose}: it has ${count(size)} bytes, ${count(used)} of the ${count(limit)} bytes of the ${whose} are taken, and ${count(Math.max(0, limit - used))} are free.`;
  return [{ rule, at: [name], says }];
}

/** With commas between the thousands. */
function count(bytes: number): string {
  return String(bytes).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}
