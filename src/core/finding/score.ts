import type { Tier } from '../document/document.ts';
import type { Admitted, Expectation, Heard, Key } from './expectation.ts';
import { locate, locateKeys, overlap, type LocatedKey } from './locate-keys.ts';
import { matchElements } from './match-elements.ts';

/** So many of so many; rates of several folders come from adding these up. */
export type Share = { readonly hits: number; readonly of: number };

/** How a hearing of one or more folders compares with what careful readers found. */
export type Score = {
  readonly keys: Share;
  /** Of the found keys that speak for one side, and on which a side was taken: those where it was the right one. */
  readonly side: Share;
  readonly contrary: Share;
  readonly contrarySide: Share;
  /** Of the found keys: those that were noted and that nobody argues for a side. */
  readonly open: Share;
  /** What `side` would be if everything spoke for the claimant. */
  readonly allFor: Share;
  readonly precision: Readonly<Record<Tier | 'all', Share>>;
  readonly elements: Share;
  /** Of the elements that were called proved: those that the reader calls unproved. */
  readonly provedAgainstReader: Share;
  /** Of the elements that the reader finds without evidence: those that got none. */
  readonly silent: Share;
  readonly unmatched: readonly string[];
  /** Keys whose quote stands nowhere in the file: mistakes of the expectation. */
  readonly missing: readonly Key[];
};

export function score(heard: Heard, expectation: Expectation): Score {
  const { keys, missing } = locateKeys(expectation, heard);
  const matched = matchElements(expectation, keys, heard.outcomes);
  const found = keys.filter((key) => key.anchors.length > 0);
  const contrary = keys.filter(({ key }) => key.side === 'against');
  const sided = found.filter(({ key, anchors }) => key.side !== 'both' && anchors.some(takesSide));
  const isRight = (key: LocatedKey) => sideIsRight(key, matched.get(key.key.element));
  const good = (anchor: Admitted) => isGood(anchor, keys, expectation, heard);
  const anchors = distinct(heard.admitted);
  const tiers = (tier: Tier | 'all') =>
    share(
      anchors.filter((anchor) => tier === 'all' || anchor.tier === tier),
      good,
    );
  const proved = heard.outcomes.filter(({ outcome }) => outcome === 'proved');
  const unproved = new Set(
    expectation.elements
      .filter(({ expected }) => expected === 'not proved' || expected === 'no evidence')
      .flatMap(({ id }) => matched.get(id) ?? []),
  );
  const without = expectation.elements.filter(({ expected }) => expected === 'no evidence');
  const spoken = new Set(heard.admitted.map((anchor) => anchor.element));
  const unmatched = expectation.elements.filter(({ id }) => !matched.has(id));
  return {
    keys: { hits: found.length, of: keys.length },
    side: share(sided, isRight),
    contrary: share(contrary, (key) => key.anchors.length > 0),
    contrarySide: share(
      sided.filter(({ key }) => key.side === 'against'),
      isRight,
    ),
    open: share(found, ({ anchors }) => !anchors.some(takesSide)),
    allFor: share(sided, ({ key }) => key.side === 'for'),
    precision: {
      all: tiers('all'),
      strong: tiers('strong'),
      fair: tiers('fair'),
      weak: tiers('weak'),
    },
    elements: { hits: matched.size, of: expectation.elements.length },
    provedAgainstReader: share(proved, ({ element }) => unproved.has(element)),
    silent: share(without, ({ id }) => !spoken.has(matched.get(id) ?? '')),
    unmatched: unmatched.map(({ id, text }) => `${id}: ${text}`),
    missing,
  };
}

function share<Item>(items: readonly Item[], isHit: (item: Item) => boolean): Share {
  return { hits: items.filter(isHit).length, of: items.length };
}

/**
 * A key's side is right when arguments on its own element use it for that side at least as often as for
 * the other; where none of that element uses it, those on any element decide.
 */
function sideIsRight({ key, anchors }: LocatedKey, court: string | undefined): boolean {
  const argued = anchors.filter(takesSide);
  const own = argued.filter((anchor) => anchor.element === court);
  const deciding = own.length > 0 ? own : argued;
  const right = deciding.filter((anchor) => anchor.side === key.side).length;
  return right > 0 && 2 * right >= deciding.length;
}

const takesSide = ({ side }: Admitted) => side !== 'open';

function isGood(
  anchor: Admitted,
  keys: readonly LocatedKey[],
  expectation: Expectation,
  heard: Heard,
): boolean {
  const isKey = keys.some(
    ({ key, place }) => key.file === anchor.file && overlap(anchor, place) > 0,
  );
  return (
    isKey ||
    expectation.alsoGood.some((good) => {
      const place = good.file === anchor.file ? locate(good, heard) : null;
      return place !== null && overlap(anchor, place) > 0;
    })
  );
}

const rank: Readonly<Record<Tier, number>> = { weak: 0, fair: 1, strong: 2 };

/** Each place once, in its surest tier. */
function distinct(admitted: readonly Admitted[]): readonly Admitted[] {
  const places = new Map<string, Admitted>();
  for (const anchor of admitted) {
    const place = `${anchor.start}-${anchor.end} ${anchor.file}`;
    const known = places.get(place);
    if (known === undefined || rank[anchor.tier] > rank[known.tier]) places.set(place, anchor);
  }
  return [...places.values()];
}

/** Adds the scores of several folders. */
export function sum(scores: readonly Score[]): Score {
  const add = (pick: (score: Score) => Share): Share => ({
    hits: scores.reduce((total, one) => total + pick(one).hits, 0),
    of: scores.reduce((total, one) => total + pick(one).of, 0),
  });
  return {
    keys: add((one) => one.keys),
    side: add((one) => one.side),
    contrary: add((one) => one.contrary),
    contrarySide: add((one) => one.contrarySide),
    open: add((one) => one.open),
    allFor: add((one) => one.allFor),
    precision: {
      all: add((one) => one.precision.all),
      strong: add((one) => one.precision.strong),
      fair: add((one) => one.precision.fair),
      weak: add((one) => one.precision.weak),
    },
    elements: add((one) => one.elements),
    provedAgainstReader: add((one) => one.provedAgainstReader),
    silent: add((one) => one.silent),
    unmatched: scores.flatMap((one) => one.unmatched),
    missing: scores.flatMap((one) => one.missing),
  };
}
