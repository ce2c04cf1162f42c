import { inventories } from '../language/inventory/inventories.ts';
import type { ElementCues } from './element-cues.ts';
import type { CuePlaces } from './cue-places.ts';
import type { FileIndex, Unit } from './file-index.ts';
import { keysOf, type Proposition } from './proposition.ts';
import { relevance } from './relevance.ts';

/** A unit worth reading for an element, with its relevance from 0 to 1. */
export type Candidate = { readonly unit: number; readonly relevance: number };

const mostByRelevance = 60;
/** The general cues that may take a side by themselves. */
const general = (
  [
    'admitting',
    'denying',
    'relying',
    'other-cause',
    'alternative',
    'elsewhere',
    'refund',
    'amount',
  ] as const
).flatMap((inventory) => inventories[inventory].map(({ cue }) => cue));

/**
 * What to read for an element: units where a cue for it may stand, or one against it, and the most
 * relevant to what is alleged; in the order of the file. In a long document a cue alone counts for
 * nothing, so only the relevant units of it are read.
 */
export function candidates(
  index: FileIndex,
  places: CuePlaces,
  long: ReadonlySet<number>,
  cues: ElementCues,
  propositions: readonly Proposition[],
): readonly Candidate[] {
  const scores = relevance(index, keysOf(propositions));
  const ranked = [...scores].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]);
  const top = ranked[0]?.[1] ?? 1;
  const chosen = new Set(ranked.slice(0, mostByRelevance).map(([unit]) => unit));
  for (const cue of [...cues.cuesFor, ...cues.cuesAgainst, ...general]) {
    for (const unit of places.units(cue)) {
      if (!long.has((index.units[unit] as Unit).document)) chosen.add(unit);
    }
  }
  return [...chosen]
    .toSorted((one, other) => one - other)
    .map((unit) => ({ unit, relevance: (scores.get(unit) ?? 0) / top }));
}
