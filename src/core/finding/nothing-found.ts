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
  return {
    element: element.id,
    searchedFor: [...new Set([...sought, ...element.terms])].slice(0, mostWords),
    passages: index.passages,
    nearest: nearest === null ? null : placeOf(nearest, documents[nearest.document] as Document),
    usuallyProvedBy: element.usuallyProvedBy,
  };
}

function placeOf({ passage, start, end }: Unit, { name, text }: Document): NothingFound['nearest'] {
  return { name, passage: passage.n, quote: text.slice(start, end) };
}
