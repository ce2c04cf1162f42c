import type { Seat } from '../../core/gate/proposal.ts';

/** How the offline mind puts things. It says what it found and nothing more. */
export type Speech = {
  readonly opening: (points: readonly string[]) => string;
  readonly answering: (points: readonly string[]) => string;
  readonly offers: (exhibits: readonly string[]) => string;
  readonly objects: (exhibit: string) => string;
  readonly asks: (witness: string, element: string) => string;
  readonly says: (who: string, quote: string) => string;
  readonly writes: (where: string, quote: string) => string;
  readonly answers: (quote: string) => string;
  readonly doubts: (statement: string, because: string) => string;
  readonly closing: (relied: readonly string[], silent: readonly string[]) => string;
};

const list = (items: readonly string[]) => items.map((item) => `«${item}»`).join('; ');

const english: Speech = {
  opening: (points) => `We will rest on the file for each of these points: ${list(points)}.`,
  answering: (points) => `It is for the other side to prove its case: ${list(points)}.`,
  offers: (exhibits) => `We offer ${exhibits.join(', ')}.`,
  objects: (exhibit) => `Nobody says who wrote ${exhibit}, when, or from what knowledge.`,
  asks: (witness, element) => `${witness}, what does your statement say on this: «${element}»?`,
  says: (who, quote) => `${who}: «${quote}»`,
  writes: (where, quote) => `${where}: «${quote}»`,
  answers: (quote) => `My statement: «${quote}»`,
  doubts: (statement, because) => `On ${statement}: ${because}`,
  closing: (relied, silent) =>
    [
      relied.length === 0 ? 'We rest.' : `We rest on ${relied.join(', ')}.`,
      ...(silent.length === 0 ? [] : [`The other side showed nothing on ${silent.join(', ')}.`]),
    ].join(' '),
};

const spanish: Speech = {
  opening: (points) => `Cada uno de estos puntos se fundará en los antecedentes: ${list(points)}.`,
  answering: (points) => `Corresponde a la contraria probar lo que sostiene: ${list(points)}.`,
  offers: (exhibits) => `Ofrecemos ${exhibits.join(', ')}.`,
  objects: (exhibit) => `No consta quién escribió ${exhibit}, cuándo, ni cómo lo supo.`,
  asks: (witness, element) => `${witness}, ¿qué dice su declaración sobre esto: «${element}»?`,
  says: (who, quote) => `${who}: «${quote}»`,
  writes: (where, quote) => `${where}: «${quote}»`,
  answers: (quote) => `Mi declaración: «${quote}»`,
  doubts: (statement, because) => `Sobre ${statement}: ${because}`,
  closing: (relied, silent) =>
    [
      relied.length === 0 ? 'Nada más que agregar.' : `Nos fundamos en ${relied.join(', ')}.`,
      ...(silent.length === 0 ? [] : [`La contraria no rindió prueba sobre ${silent.join(', ')}.`]),
    ].join(' '),
};

export const speechIn = (language: 'en' | 'es'): Speech => (language === 'es' ? spanish : english);

export type Counsel = Extract<Seat, 'prosecutor' | 'defender'>;
