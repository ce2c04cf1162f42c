import type { Case, Exhibit } from '../case/case.ts';
import { foldedWords } from '../gate/words.ts';
import type { Anchor, Side } from '../gate/proposal.ts';

/**
 * The side of whoever says the anchored words: the speaker of the passage where it names one, else the
 * side that wrote the exhibit where its kind is an admission. Not told by the exhibit: `undefined`.
 */
export function authorSide(
  { parties }: Case,
  { numbered }: Exhibit,
  { start, end }: Pick<Anchor, 'start' | 'end'>,
): Side | undefined {
  const speaker = numbered.find((passage) => passage.start < end && start < passage.end)?.speaker;
  if (speaker == null) return undefined;

  const spoken = new Set(foldedWords(speaker));
  const party = parties.find(({ name, aliases }) =>
    [name, ...aliases].some(({ prose }) => {
      const words = foldedWords(prose);
      return words.length > 0 && (words.every((word) => spoken.has(word)) || within(spoken, words));
    }),
  );
  return party === undefined || party.side === 'none' ? undefined : party.side;
}

/** «Samantha» speaks for «Samantha Roe» too. */
const within = (spoken: ReadonlySet<string>, words: readonly string[]) =>
  spoken.size > 0 && [...spoken].every((word) => words.includes(word));
