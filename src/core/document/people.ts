import type { Passage, PersonMention } from './document.ts';

export function findPeople(text: string, passages: readonly Passage[]): PersonMention[] {
  return [];
}
