import type { FileIndex } from './file-index.ts';
import type { Proposition } from './proposition.ts';

/**
 * How far each unit is about the matter that the complaint pleads, 0 to 1: by its own words, by those
 * beside it, and by how much of its document speaks of it. A paper that is about something else gives
 * no evidence by the chance that a common cue stands in it.
 */
export function matterOfUnits(
  index: FileIndex,
  allegations: readonly Proposition[],
): readonly number[] {
  const keys = new Set(
    allegations.flatMap(({ terms }) =>
      terms.flatMap((term) =>
        term.concept === null ? [term.stem] : [term.stem, term.concept.name],
      ),
    ),
  );
  const shared = index.units.map((unit) => {
    const found = new Set<string>();
    for (const clause of unit.clauses) {
      for (const term of clause.terms) {
        if (keys.has(term.stem)) found.add(term.stem);
        else if (term.concept !== null && keys.has(term.concept.name)) found.add(term.concept.name);
      }
    }
    return found.size;
  });
  const counts = new Map<number, { units: number; linked: number }>();
  for (const [at, unit] of index.units.entries()) {
    const count = counts.get(unit.document) ?? { units: 0, linked: 0 };
    count.units += 1;
    if ((shared[at] ?? 0) > 0) count.linked += 1;
    counts.set(unit.document, count);
  }
  return index.units.map((unit, at) => {
    const { units, linked } = counts.get(unit.document) ?? { units: 1, linked: 0 };
    const beside = Math.max(
      ...[-1, 1].map((step) =>
        index.units[at + step]?.document === unit.document ? (shared[at + step] ?? 0) : 0,
      ),
    );
    const own = Math.min(1, (shared[at] ?? 0) * ownShare);
    return Math.max(own, Math.min(1, beside * besideShare), linked / units);
  });
}

const ownShare = 0.4;
const besideShare = 0.2;
