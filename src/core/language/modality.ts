import { matchCue } from './cue.ts';
import type { NameIndex } from './entities.ts';
import { inventories, type Inventories } from './inventory/inventories.ts';
import type { Word } from './words.ts';

/** How a clause is said, beside what it says. Each is a reason to trust it less or otherwise. */
export const manners = ['condition', 'doubt', 'promise', 'hearsay', 'question', 'duty'] as const;
export type Manner = (typeof manners)[number];

/** The manners of a clause; `asks`: whether its sentence is a question; `among`: the cues to try. */
export function mannersOf(
  found: readonly Word[],
  asks: boolean,
  names: NameIndex,
  among: Inventories = inventories,
): ReadonlySet<Manner> {
  return new Set(
    manners.filter((manner) =>
      manner === 'question'
        ? asks
        : among[manner].some(({ cue }) => matchCue(cue, found, names) !== null),
    ),
  );
}
