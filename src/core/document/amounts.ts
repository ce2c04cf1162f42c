import type { AmountMention, Language } from './document.ts';

export function findAmounts(text: string, language: Language | 'unknown'): AmountMention[] {
  return [];
}
