import type { Document } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import type { FileIndex, Unit } from './file-index.ts';
import type { NothingFound } from './finding.ts';
import type { Proposition } from './proposition.ts';

const mostWords = 12;

/** What is told of an element on which the file is silent: the words sought, where, and the nearest passage. */
export function nothingFound(
  element: Element,
  documents: readonly Document[],
  index: FileIndex,
  propositions: readonly Proposition[],
  nearest: Unit | null,
): NothingFound {
  const sought = propositions.flatMap((proposition) =>
    proposition.terms.map((term) => term.folded),
  );
  const document = nearest === null ? undefined : documents[nearest.document];
  return {
    element: element.id,
    searchedFor: [...new Set([...sought, ...element.terms])].slice(0, mostWords),
    passages: index.passages,
    nearest:
      nearest === null || document === undefined
        ? null
        : {
            name: document.name,
            passage: nearest.passage.n,
            quote: document.text.slice(nearest.start, nearest.end),
          },
    usuallyProvedBy: element.usuallyProvedBy,
  };
}
