/** Hits beyond these are not paged through: a search is made narrower instead. */
export const deepest = 1_000;

/** The cursor of the page that begins at this hit; none beyond `deepest`. */
export function cursorAt(offset: number): string | null {
  return offset < deepest ? `after-${offset}` : null;
}

/** Where a page begins; `null` for a cursor that was never given. */
export function placeOfCursor(cursor: string | null): number | null {
  if (cursor === null) return 0;
  const [, offset] = /^after-([1-9]\d{0,3})$/.exec(cursor) ?? [];
  return offset === undefined || Number(offset) >= deepest ? null : Number(offset);
}
