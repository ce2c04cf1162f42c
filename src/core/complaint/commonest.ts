import type { Document } from '../document/document.ts';
import { fold } from '../language/fold.ts';
import { stopwords } from '../language/stopwords.ts';
import { cleanName } from './names.ts';

const readAtMost = 20_000;
/** Fewest papers that must name a person whom the complaint does not name. */
const leastPapers = 3;

/** Words that the papers write with a small letter: no names, when one begins a sentence. */
export function commonWords(documents: readonly Document[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of documents) {
    for (const [word] of text
      .slice(0, readAtMost)
      .matchAll(/(?<=^|\s)\p{Ll}[\p{L}\p{M}]*(?=[\s,;:!?)]|\.\s|$)/gu))
      found.add(fold(word));
  }
  return found;
}

/** The person whom most of the other documents name. */
export function commonest(
  documents: readonly Document[],
  complaint: Document | null,
  respondent: readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  const taken = new Set(respondent.flatMap((found) => fold(found).split(' ')));
  const common = commonWords(documents);
  for (const document of documents) {
    if (document === complaint) continue;
    for (const found of peopleOf(document)) {
      const parts = fold(found).split(' ');
      const isPerson =
        !parts.some((part) => taken.has(part)) && !parts.every((part) => common.has(part));
      if (isPerson) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(
    (left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1),
  );
  return best === undefined || best[1] < leastPapers ? [] : [best[0]];
}

function peopleOf(document: Document): ReadonlySet<string> {
  return new Set(
    [
      ...document.mentions.people.map((person) => person.name),
      ...document.passages.flatMap((passage) => passage.speaker ?? []),
      ...Array.from(
        document.text.slice(0, readAtMost).matchAll(/(\p{Lu}\p{Ll}{2,})(?:'s)? \p{Ll}+/gu),
        (match) => String(match[1]),
      ),
    ]
      .map(cleanName)
      .filter((found) => found !== '' && !stopwords.has(fold(found))),
  );
}
