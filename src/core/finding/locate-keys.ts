import type { Span } from '../language/span.ts';
import { canonicalText } from '../text/canonical.ts';
import type { Admitted, Expectation, Heard, Key } from './expectation.ts';

/** A key with its place and the admitted anchors that find it. */
export type LocatedKey = {
  readonly key: Key;
  readonly place: Span;
  readonly anchors: readonly Admitted[];
};

export type KeysLocated = {
  readonly keys: readonly LocatedKey[];
  readonly missing: readonly Key[];
};

/** Finds the quotes of the keys in the texts, and the anchors that cover at least half of one or lie within it. */
export function locateKeys(expectation: Expectation, heard: Heard): KeysLocated {
  const keys: LocatedKey[] = [];
  const missing: Key[] = [];
  for (const key of expectation.keys) {
    const place = locate(key, heard);
    if (place === null) missing.push(key);
    else
      keys.push({
        key,
        place,
        anchors: heard.admitted.filter(
          (anchor) => anchor.file === key.file && finds(anchor, place),
        ),
      });
  }
  return { keys, missing };
}

export function locate(
  { file, quote }: { readonly file: string; readonly quote: string },
  heard: Heard,
): Span | null {
  const sought = canonicalText(quote);
  const start = heard.texts.get(file)?.indexOf(sought) ?? -1;
  return start < 0 || sought === '' ? null : { start, end: start + sought.length };
}

function finds(anchor: Span, key: Span): boolean {
  const within = key.start <= anchor.start && anchor.end <= key.end;
  return within || 2 * overlap(anchor, key) >= key.end - key.start;
}

/** Code units that two places share. */
export function overlap(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}
