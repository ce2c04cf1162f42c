/** Bytes from `start` to before `end`. */
export type Wanted =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'none' };

/**
 * What a Range header asks of `size` bytes (RFC 9110, section 14): one range of bytes. What is not
 * understood, and several ranges at once, are answered with the whole, as the standard allows. `if-range`
 * must name these very bytes by a strong tag, or the whole is given.
 */
export function wantedBytes(
  range: string | undefined,
  ifRange: string | undefined,
  etag: string,
  size: number,
): Wanted {
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return { kind: 'whole' };
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(range) ?? [];
  if (first === '' && last === '') return { kind: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: 'none' } : { kind: 'part', start: size - length, end: size };
  }
  const start = Number(first);
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  if (last !== '' && Number(last) < start) return { kind: 'whole' };
  return start >= size ? { kind: 'none' } : { kind: 'part', start, end };
}

/** Whether an If-None-Match header names this tag; comparison is weak (RFC 9110, section 13.1.2). */
export function namesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');
}
