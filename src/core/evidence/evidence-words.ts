import type { Language } from '../document/document.ts';

/** What the argument graph says in words of its own. */
export type EvidenceWords = {
  readonly not: (proposition: string) => string;
  readonly doesNotCount: (statement: string) => string;
  readonly defeated: string;
  /** Some article of the cause was law, in a matter where each can carry it alone, or all were. */
  readonly founded: string;
  readonly inForce: (article: string) => string;
  readonly onCondition: (article: string, date: string) => string;
  readonly notInForce: (article: string, because: string) => string;
  readonly concededBy: (seat: string) => string;
};

const english: EvidenceWords = {
  not: (proposition) => `Not: ${proposition}`,
  doesNotCount: (statement) => `${statement} does not count.`,
  defeated: 'An exception defeats the cause.',
  founded: 'The cause rests on law that was in force.',
  inForce: (article) => `${article}, was in force on the date that matters.`,
  onCondition: (article, date) =>
    `${article}, was in force on ${date}: a condition, which the law loaded here does not show.`,
  notInForce: (article, because) => `${article}, was not in force: ${because}.`,
  concededBy: (seat) => `conceded by ${seat}`,
};

const spanish: EvidenceWords = {
  not: (proposition) => `No es efectivo que: ${proposition}`,
  doesNotCount: (statement) => `${statement} no se considera.`,
  defeated: 'Una excepción enerva la acción.',
  founded: 'La acción se funda en derecho vigente.',
  inForce: (article) => `${article}, estaba vigente en la fecha que importa.`,
  onCondition: (article, date) =>
    `${article}, estaba vigente el ${date}: es una condición, que el texto legal de que aquí se dispone no acredita.`,
  notInForce: (article, because) => `${article}, no estaba vigente: ${because}.`,
  concededBy: (seat) => `reconocido en audiencia (${seat})`,
};

export const evidenceWords = (language: Language): EvidenceWords =>
  language === 'es' ? spanish : english;
