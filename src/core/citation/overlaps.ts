import type { Span } from './citation.ts';

/** In order of place; of two that overlap the one that begins first stays, then the longer one. */
export function withoutOverlaps<Found extends Span>(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  let end = 0;
  for (const span of found.toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  )) {
    if (span.start < end) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}
