import { stopwords } from '../language/stopwords.ts';
import { words } from '../language/words.ts';
import type { Admitted, ExpectedElement, Expectation, ElementOutcome } from './expectation.ts';
import type { LocatedKey } from './locate-keys.ts';

type Pair = { readonly expected: string; readonly court: string; readonly shared: number };

/**
 * Elements of the reader and of the court, matched by the keys they share, greedily, most first; those
 * without evidence, which have no keys, by the words of their text. Expected id to the court's id.
 */
export function matchElements(
  expectation: Expectation,
  keys: readonly LocatedKey[],
  outcomes: readonly ElementOutcome[],
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  const byKeys = expectation.elements.flatMap((expected) =>
    outcomes.map((outcome): Pair => ({
      expected: expected.id,
      court: outcome.element,
      shared: sharedKeys(expected, outcome, keys),
    })),
  );
  takeGreedily(byKeys, matched);
  const byWords = expectation.elements.flatMap((expected) =>
    outcomes.map((outcome): Pair => ({
      expected: expected.id,
      court: outcome.element,
      shared: sharedWords(expected.text, outcome.text),
    })),
  );
  takeGreedily(
    byWords.filter(({ expected }) => keys.every((key) => key.key.element !== expected)),
    matched,
  );
  return matched;
}

function takeGreedily(pairs: readonly Pair[], matched: Map<string, string>): void {
  const taken = new Set(matched.values());
  for (const { expected, court } of pairs
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => other.shared - one.shared)) {
    if (matched.has(expected) || taken.has(court)) continue;
    matched.set(expected, court);
    taken.add(court);
  }
}

function sharedKeys(
  expected: ExpectedElement,
  outcome: ElementOutcome,
  keys: readonly LocatedKey[],
): number {
  return keys.filter(
    ({ key, anchors }) =>
      key.element === expected.id &&
      anchors.some((anchor: Admitted) => anchor.element === outcome.element),
  ).length;
}

function sharedWords(one: string, other: string): number {
  const own = contentWords(one);
  return [...contentWords(other)].filter((word) => own.has(word)).length;
}

function contentWords(text: string): ReadonlySet<string> {
  return new Set(
    words(text).flatMap(({ folded }) => (stopwords.has(folded) ? [] : [folded.slice(0, 5)])),
  );
}
