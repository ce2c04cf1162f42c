import type { Language } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import type { DraftNorm } from './draft.ts';

/** What a draft says of the law on which the cause rests, in one language. */
export type GroundWords = {
  readonly title: string;
  /** An article with the date on which it would have to be in force. */
  readonly norm: (article: string, date: string | null) => string;
  readonly standing: Readonly<Record<DraftNorm['standing'], string>>;
  /** Why the cause fails, and by which articles nobody is punished without law. */
  readonly fails: Readonly<Record<Matter, (articles: string, legality: string) => string>>;
  /** The condition of a draft that grants: of one article, or of several. */
  readonly condition: (article: string, date: string) => string;
  readonly conditions: Readonly<Record<Matter, (articles: string) => string>>;
  /** What is denied needs no condition. */
  readonly deniedAnyway: (articles: string) => string;
  readonly standsOnOthers: string;
  readonly dateWorkedOut: (tier: string, because: string) => string;
};

const english: GroundWords = {
  title: 'Whether the law was in force',
  norm: (article, date) => (date === null ? article : `${article}, on ${date}`),
  standing: {
    'in-force': 'in force',
    'not-in-force': 'not in force',
    'not-known': 'not known to be in force',
  },
  fails: {
    criminal: (articles, legality) =>
      `Acquittal for want of a norm, whatever was proved. Not in force on the date that matters: ${articles}.${legality === '' ? '' : ` Nobody is punished under a law that was not in force (${legality}).`}`,
    civil: (articles) =>
      `Dismissed for want of a norm, whatever was proved. The claim has no other ground. Not in force on the date that matters: ${articles}.`,
  },
  condition: (article, date) =>
    `On condition: provided that ${article}, was in force on ${date}, which the law loaded here does not show.`,
  conditions: {
    criminal: (articles) =>
      `On condition: provided that each of these was in force, which the law loaded here does not show: ${articles}.`,
    civil: (articles) =>
      `On condition: provided that at least one of these was in force, which the law loaded here does not show: ${articles}.`,
  },
  deniedAnyway: (articles) =>
    `The law loaded here does not show whether these were in force: ${articles}. What is denied here is denied whether they were or not.`,
  standsOnOthers: 'The claim rests on its other articles, which were in force.',
  dateWorkedOut: (tier, because) =>
    `The date of the facts, on which this turns, was worked out by the secretary (${tier}): ${because}`,
};

const spanish: GroundWords = {
  title: 'Vigencia de la ley',
  norm: (article, date) => (date === null ? article : `${article}, al ${date}`),
  standing: {
    'in-force': 'vigente',
    'not-in-force': 'no vigente',
    'not-known': 'no consta su vigencia',
  },
  fails: {
    criminal: (articles, legality) =>
      `Absolución por falta de norma, cualquiera sea la prueba rendida. No vigente en la fecha que importa: ${articles}.${legality === '' ? '' : ` Nadie es castigado en virtud de una ley que no estaba vigente (${legality}).`}`,
    civil: (articles) =>
      `Rechazo por falta de norma, cualquiera sea la prueba rendida. La demanda no tiene otro fundamento. No vigente en la fecha que importa: ${articles}.`,
  },
  condition: (article, date) =>
    `Bajo condición: siempre que ${article}, haya estado vigente el ${date}, lo que el texto legal de que aquí se dispone no acredita.`,
  conditions: {
    criminal: (articles) =>
      `Bajo condición: siempre que cada uno de estos artículos haya estado vigente, lo que el texto legal de que aquí se dispone no acredita: ${articles}.`,
    civil: (articles) =>
      `Bajo condición: siempre que al menos uno de estos artículos haya estado vigente, lo que el texto legal de que aquí se dispone no acredita: ${articles}.`,
  },
  deniedAnyway: (articles) =>
    `El texto legal de que aquí se dispone no acredita si estaban vigentes: ${articles}. Lo que aquí se rechaza se rechaza en uno y otro caso.`,
  standsOnOthers: 'La demanda se funda en sus demás artículos, que estaban vigentes.',
  dateWorkedOut: (tier, because) =>
    `La fecha de los hechos, de la que esto depende, la dedujo la secretaría (${tier}): ${because}`,
};

export const groundWords = (language: Language): GroundWords =>
  language === 'es' ? spanish : english;
