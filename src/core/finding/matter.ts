import type { FileIndex } from './file-index.ts';
import { keysOf, type Proposition } from './proposition.ts';
import { rarity } from './relevance.ts';

/**
 * How far each unit is about the matter that the complaint pleads, 0 to 1: by its own words, by those
 * beside it, and by how much of its document speaks of it. A paper that is about something else gives
 * no evidence by the chance that a common cue stands in it; a short one that names a party or speaks of
 * the matter at all is taken to be about it.
 */
export function matterOfUnits(
  index: FileIndex,
  allegations: readonly Proposition[],
  namesParty: readonly boolean[],
): readonly number[] {
  const keys = new Set(keysOf(allegations));
  const scale = Math.log(index.units.length + 1) * enoughWords;
  const own = index.units.map((unit) => {
    const terms = unit.clauses.flatMap((clause) => clause.terms);
    const shared = new Set(
      terms.flatMap(
        (term) => [term.stem, term.concept?.name ?? term.stem].find((key) => keys.has(key)) ?? [],
      ),
    );
    return Math.min(1, [...shared].reduce((sum, key) => sum + rarity(index, key), 0) / scale);
  });
  const documents = Map.groupBy(own.keys(), (at) => index.units[at]?.document);
  const share = new Map(
    [...documents].map(([document, units]) => {
      const linked = units.filter((at) => (own[at] ?? 0) > 0).length;
      const isShort = units.length <= shortDocument;
      const about = isShort && (linked > 0 || namesParty[document ?? 0] === true);
      return [document, Math.max(linked / units.length, about ? leastOfShort : 0)];
    }),
  );
  return index.units.map((unit, at) => {
    // in a long document neighbours and company prove nothing
    if ((documents.get(unit.document)?.length ?? 0) > longDocument) return own[at] ?? 0;
    const beside = [at - 1, at + 1].map((other) =>
      index.units[other]?.document === unit.document ? (own[other] ?? 0) * besideShare : 0,
    );
    return Math.max(own[at] ?? 0, ...beside, share.get(unit.document) ?? 0);
  });
}

/** A unit that shares as many rare words with the complaint is wholly about the matter. */
const enoughWords = 2.5;
const besideShare = 0.5;
const shortDocument = 20;
/** Units from which chance alone brings common words together in a document. */
export const longDocument = 60;
const leastOfShort = 0.3;
