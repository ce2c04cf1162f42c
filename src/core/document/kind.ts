import type { DocumentKind, Passage, Tier } from './document.ts';

export type KindReading = {
  readonly kind: DocumentKind;
  readonly confidence: Tier;
  /** What told it, in a sentence. */
  readonly because: string;
};

export function kindOf(name: string, text: string, passages: readonly Passage[]): KindReading {
  return { kind: 'other', confidence: 'weak', because: 'Nothing in it tells its kind.' };
}
