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
  const linked = index.units.map((unit) => {
    const terms = unit.clauses.flatMap((clause) => clause.terms);
    const shared = new Set(
      terms.flatMap(
        ({ stem, concept }) => [stem, concept?.name ?? stem].find((key) => keys.has(key)) ?? [],
      ),
    );
    const own = [...shared].reduce((sum, key) => sum + rarity(index, key), 0) / scale;
    return { document: unit.document, own: Math.min(1, own) };
  });
  // the units of a document stand together, so the groups in order are the units in order
  return [...Map.groupBy(linked, ({ document }) => document)].flatMap(([document, units]) =>
    matterOfDocument(units, namesParty[document] === true),
  );
}

function matterOfDocument(
  units: readonly { readonly own: number }[],
  namesParty: boolean,
): readonly number[] {
  // in a long document neighbours and company prove nothing
  if (units.length > longDocument) return units.map(({ own }) => own);
  const linked = units.filter(({ own }) => own > 0).length;
  const isAbout = units.length <= shortDocument && (linked > 0 || namesParty);
  const company = Math.max(linked / units.length, isAbout ? leastOfShort : 0);
  return units.map(({ own }, at) => {
    const beside = [units[at - 1], units[at + 1]].map((unit) =>
      unit === undefined ? 0 : unit.own * besideShare,
    );
    return Math.max(own, company, ...beside);
  });
}

/** A unit that shares as many rare words with the complaint is wholly about the matter. */
const enoughWords = 2.5;
const besideShare = 0.5;
const shortDocument = 20;
/** Units from which chance alone brings common words together in a document. */
export const longDocument = 60;
const leastOfShort = 0.3;
