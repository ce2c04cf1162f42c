import type { FileIndex, Unit } from './file-index.ts';

/** Okapi BM25 (Robertson and Zaragoza 2009), with its usual constants, set once. */
const k1 = 1.2;
const b = 0.75;
/** A file of fewer sentences is weighed as if it had so many, for in it every word is common. */
const fewestUnits = 30;

/** How rare a stem or concept is among the sentences of the file; never negative. */
export function rarity(index: FileIndex, key: string): number {
  const holding = index.postings.get(key)?.size ?? 0;
  const units = Math.max(index.units.length, fewestUnits);
  return Math.log(1 + (units - holding + 0.5) / (holding + 0.5));
}

/** Scores the units that hold any of the keys: unit number to score. */
export function relevance(index: FileIndex, keys: Iterable<string>): Map<number, number> {
  const scores = new Map<number, number>();
  for (const key of new Set(keys)) {
    const weight = rarity(index, key);
    for (const [at, frequency] of index.postings.get(key) ?? []) {
      const { length } = index.units[at] as Unit;
      const damped = frequency + k1 * (1 - b + (b * length) / index.averageLength);
      scores.set(at, (scores.get(at) ?? 0) + (weight * frequency * (k1 + 1)) / damped);
    }
  }
  return scores;
}
