import type { Language } from '../../core/document/document.ts';

/** What the secretary says where the papers say nothing. */
export type IntakeWords = {
  readonly told: string;
  readonly unknownCaption: string;
  readonly noComplaint: string;
  readonly noCause: string;
  readonly noDate: string;
  readonly dateOf: (document: string, date: string) => string;
  readonly noLaw: (work: string, article: string, date: string) => string;
  readonly laterLaw: string;
  readonly disposition: { readonly granted: string; readonly denied: string };
};

const english: IntakeWords = {
  told: 'the case says so',
  unknownCaption: 'Parties unknown',
  noComplaint: 'no document reads like a complaint: without one nothing is alleged',
  noCause: 'no cause that this court knows',
  noDate: 'no date of the facts stands in the papers; the law of the day of the hearing is applied',
  noLaw: (work, article, date) =>
    `no text of ${work}, art. ${article}, in force on ${date} is known here`,
  laterLaw: 'later law, to be preferred where it is milder',
  dateOf: (document, date) => `${document} names ${date} first`,
  disposition: {
    granted: 'Everything that the complaint alleges is proved.',
    denied: 'Not everything that the complaint alleges is proved.',
  },
};

const spanish: IntakeWords = {
  told: 'así lo dice la carátula',
  unknownCaption: 'Intervinientes desconocidos',
  noComplaint: 'ningún documento parece escrito principal: sin él nada se alega',
  noCause: 'ninguna materia que este tribunal conozca',
  noDate: 'los antecedentes no dan fecha de los hechos; se aplica la ley del día de la audiencia',
  noLaw: (work, article, date) =>
    `aquí no se conoce texto vigente al ${date} de ${work}, art. ${article}`,
  laterLaw: 'ley posterior, que se prefiere si es más favorable',
  dateOf: (document, date) => `${document} nombra primero el ${date}`,
  disposition: {
    granted: 'Todo lo alegado en el escrito principal está probado.',
    denied: 'No todo lo alegado en el escrito principal está probado.',
  },
};

export const intakeWords = (language: Language): IntakeWords =>
  language === 'es' ? spanish : english;
