import type { CompiledCue } from '../language/cue-pattern.ts';
import { inventories } from '../language/inventory/inventories.ts';
import type { ElementCues } from './element-cues.ts';
import type { FileIndex } from './file-index.ts';
import { keysOf, type Proposition } from './proposition.ts';
import { relevance } from './relevance.ts';

/** A unit worth reading for an element, with its relevance from 0 to 1. */
export type Candidate = { readonly unit: number; readonly relevance: number };

const mostByRelevance = 40;
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
 * What to read for an element: units that hold the words of a cue for it, units that hold those of a
 * cue against it, and the most relevant to what is alleged; in the order of the file.
 */
export function candidates(
  index: FileIndex,
  cues: ElementCues,
  propositions: readonly Proposition[],
): readonly Candidate[] {
  const scores = relevance(index, keysOf(propositions));
  const ranked = [...scores].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]);
  const top = ranked[0]?.[1] ?? 1;
  const chosen = new Set(ranked.slice(0, mostByRelevance).map(([unit]) => unit));
  for (const cue of [...cues.cuesFor, ...cues.cuesAgainst, ...general]) {
    for (const unit of holding(index, cue)) chosen.add(unit);
  }
  return [...chosen]
    .toSorted((one, other) => one - other)
    .map((unit) => ({ unit, relevance: (scores.get(unit) ?? 0) / top }));
}

function holding(index: FileIndex, { needs }: CompiledCue): readonly number[] {
  return needs.flatMap(({ text, stem }) => {
    if (!stem) return [...(index.vocabulary.get(text) ?? [])];
    return [...index.vocabulary].flatMap(([word, units]) =>
      word.startsWith(text) ? [...units] : [],
    );
  });
}
