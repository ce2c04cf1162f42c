/**
 * BM25 (Robertson and Zaragoza, «The Probabilistic Relevance Framework: BM25 and Beyond», 2009): `k1` says how
 * soon more of the same word stops to count, `b` how much a long passage is held against it.
 */
export type Bm25 = { readonly k1: number; readonly b: number };

/** Tuned on articles of law and contracts: see docs/decisions/0024-search.md. */
export const tuned: Bm25 = { k1: 0.9, b: 0.7 };

/** What the caller may see, as a whole. */
export type Collection = { readonly passages: number; readonly averageWords: number };

/** How much it tells that a word stands in a passage, when `found` passages have it. */
export function rarity({ passages }: Collection, found: number): number {
  return Math.log(1 + (passages - found + 0.5) / (found + 0.5));
}

/** What a word that stands `times` in a passage of so many words adds to its score. */
export function weight(
  { k1, b }: Bm25,
  { averageWords }: Collection,
  times: number,
  words: number,
): number {
  return (times * (k1 + 1)) / (times + k1 * (1 - b + (b * words) / averageWords));
}
