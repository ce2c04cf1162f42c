import type { Language } from '../../core/document/document.ts';
import type { NotInForce, NotKnown } from '../../core/law/look-up.ts';

/** What the secretary says of the law that the case calls for. */
export type LawWords = {
  /** An article that was not in force, or is not known to have been, and why. */
  readonly wanting: (known: boolean, article: string, date: string, because: string) => string;
  /** Why, by rule: LF1 to LF3, LF4, and LF5 to LF7. */
  readonly notInForce: (answer: NotInForce) => string;
  readonly repealed: string;
  readonly notKnown: Readonly<Record<NotKnown['rule'], string>>;
  readonly laterLaw: string;
  readonly legality: string;
};

type Reasons = Readonly<Record<NotInForce['rule'], (since: string) => string>>;

const englishReasons: Reasons = {
  LF1: (since) => `the work itself came into force on ${since}`,
  LF2: (since) => `the text in force since ${since} has no such article`,
  LF3: (since) => `the text in force since ${since} keeps the number without words`,
};

const english: LawWords = {
  wanting: (known, article, date, because) =>
    known
      ? `${article}, was not in force on ${date}: ${because}`
      : `whether ${article}, was in force on ${date} is not known here: ${because}`,
  notInForce: ({ rule, since, appears }) =>
    `${englishReasons[rule](since)}${appears === null ? '' : `; the next text loaded that has it begins on ${appears}`}`,
  repealed:
    'between the facts and the judgment a penal law no longer had it, and what exempts is the milder law',
  notKnown: {
    LF5: 'nothing of the work is loaded',
    LF6: 'what is loaded of the work begins later',
    LF7: 'of that date a summary alone is loaded, which has not every article',
  },
  laterLaw: 'later law, to be preferred where it is milder',
  legality: 'nobody is punished under a law that was not in force',
};

const spanishReasons: Reasons = {
  LF1: (since) => `el cuerpo legal entró en vigencia el ${since}`,
  LF2: (since) => `el texto vigente desde el ${since} no contiene ese artículo`,
  LF3: (since) => `el texto vigente desde el ${since} conserva el número sin contenido`,
};

const spanish: LawWords = {
  wanting: (known, article, date, because) =>
    known
      ? `${article}, no estaba vigente el ${date}: ${because}`
      : `no consta aquí si ${article}, estaba vigente el ${date}: ${because}`,
  notInForce: ({ rule, since, appears }) =>
    `${spanishReasons[rule](since)}${appears === null ? '' : `; el siguiente texto disponible que lo contiene comienza el ${appears}`}`,
  repealed:
    'entre los hechos y el fallo una ley penal dejó de contenerlo, y la ley que exime es la más favorable',
  notKnown: {
    LF5: 'no se dispone de texto alguno de ese cuerpo legal',
    LF6: 'el texto de que se dispone comienza después',
    LF7: 'de esa fecha solo se dispone de un resumen, que no contiene todos los artículos',
  },
  laterLaw: 'ley posterior, que se aplica si es más favorable al acusado',
  legality: 'nadie es castigado en virtud de una ley que no estaba vigente',
};

export const lawWords = (language: Language): LawWords => (language === 'es' ? spanish : english);
