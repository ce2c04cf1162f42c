import type { RecordedEvent } from '../record/event.ts';

/**
 * Hashes of the texts that the record holds of a document: what was filed of it, the allegations read in it,
 * and every quote from it. What people said about it in words of their own is theirs.
 */
export function textsOfExhibit(
  events: readonly Pick<RecordedEvent, 'type' | 'data'>[],
  exhibit: string,
): readonly string[] {
  const found = events.flatMap(({ type, data }) =>
    holdsItsWords.has(type) && data['exhibit'] === exhibit
      ? sealedIn(data)
      : quotesFrom(exhibit, data),
  );
  return [...new Set(found)];
}

const holdsItsWords: ReadonlySet<string> = new Set(['exhibit-filed', 'allegation-noted']);

function sealedIn(value: unknown): readonly string[] {
  return entriesOf(value).flatMap(([name, inner]) =>
    name === 'sealed' && typeof inner === 'string' ? [inner] : sealedIn(inner),
  );
}

/** An anchor is `{ source, start, end, quote }`, wherever it stands. */
function quotesFrom(exhibit: string, value: unknown): readonly string[] {
  const entries = entriesOf(value);
  return entries.some(([name, inner]) => name === 'source' && inner === exhibit)
    ? sealedIn(value)
    : entries.flatMap(([, inner]) => quotesFrom(exhibit, inner));
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
