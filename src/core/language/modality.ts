import { matchCue } from './cue.ts';
import type { NameIndex } from './entities.ts';
import { inventories } from './inventory/inventories.ts';
import type { Word } from './words.ts';

/** How a clause is said, beside what it says. Each is a reason to trust it less or otherwise. */
export const manners = ['condition', 'doubt', 'promise', 'hearsay', 'question', 'duty'] as const;
export type Manner = (typeof manners)[number];

/** The manners of a clause; `asks`: whether its sentence is a question. */
export function mannersOf(
  found: readonly Word[],
  asks: boolean,
  names: NameIndex,
): ReadonlySet<Manner> {
  return new Set(
    manners.filter((manner) =>
      manner === 'question'
        ? asks
        : inventories[manner].some(({ cue }) => matchCue(cue, found, names) !== null),
    ),
  );
}
