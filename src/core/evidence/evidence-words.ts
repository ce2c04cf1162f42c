import type { Language } from '../document/document.ts';

/** What the argument graph says in words of its own. */
export type EvidenceWords = {
  readonly not: (proposition: string) => string;
  readonly doesNotCount: (statement: string) => string;
  readonly defeated: string;
  readonly concededBy: (seat: string) => string;
};

const english: EvidenceWords = {
  not: (proposition) => `Not: ${proposition}`,
  doesNotCount: (statement) => `${statement} does not count.`,
  defeated: 'An exception defeats the cause.',
  concededBy: (seat) => `conceded by ${seat}`,
};

const spanish: EvidenceWords = {
  not: (proposition) => `No es efectivo que: ${proposition}`,
  doesNotCount: (statement) => `${statement} no se considera.`,
  defeated: 'Una excepción enerva la acción.',
  concededBy: (seat) => `reconocido en audiencia (${seat})`,
};

export const evidenceWords = (language: Language): EvidenceWords =>
  language === 'es' ? spanish : english;
