import type { Language } from '../../core/document/document.ts';
import type { Matter } from '../../core/jurisdiction/profile.ts';
import type { Side } from '../../core/gate/proposal.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ChosenJurisdiction } from './choose-jurisdiction.ts';

type Guessed = Exclude<ChosenJurisdiction['because'], { why: 'told' }>;

/** What the secretary says in words of its own. */
export type IntakeWords = {
  readonly unknownCaption: string;
  readonly versus: (matter: Matter, one: string, other: string) => string;
  readonly side: Readonly<Record<Matter, Readonly<Record<Side, string>>>>;
  readonly jurisdiction: (because: Guessed) => string;
  /** A witness whose name the paper does not tell. */
  readonly authorOf: (exhibit: string) => string;
  readonly noComplaint: string;
  readonly noCause: string;
  readonly noDate: string;
  readonly dateOf: (document: string, date: string) => string;
  readonly manyAllegations: (document: string, pleaded: number, heard: number) => string;
  /** Why a paper was left out that could not be read. */
  readonly leftOut: (refusal: Refusal) => string;
  readonly disposition: { readonly granted: string; readonly denied: string };
};

const english: IntakeWords = {
  unknownCaption: 'Parties unknown',
  versus: (_matter, one, other) => `${one} v. ${other}`,
  side: {
    civil: { prosecutor: 'the claimant', defender: 'the respondent' },
    criminal: { prosecutor: 'the prosecution', defender: 'the accused' },
  },
  jurisdiction: (because) =>
    because.why === 'language-told'
      ? `the case is in ${englishTongues[because.language]}`
      : `${because.papers} of ${because.of} papers are in ${englishTongues[because.language]}`,
  authorOf: (exhibit) => `The author of ${exhibit}`,
  noComplaint: 'no document reads like a complaint: without one nothing is alleged',
  noCause: 'no cause that this court knows',
  noDate:
    'no date of the facts stands in the papers; the law of the day of filing is applied, or else of the hearing',
  dateOf: (document, date) => `${document} names ${date} first`,
  manyAllegations: (document, pleaded, heard) =>
    `${document} holds ${pleaded} allegations; the court hears the first ${heard}.`,
  leftOut: ({ says }) => says,
  disposition: {
    granted: 'Everything that the complaint alleges is proved.',
    denied: 'Not everything that the complaint alleges is proved.',
  },
};

const englishTongues = { en: 'English', es: 'Spanish' } as const;

const spanish: IntakeWords = {
  unknownCaption: 'Intervinientes desconocidos',
  versus: (matter, one, other) =>
    matter === 'criminal' ? `${one} contra ${other}` : `${one} con ${other}`,
  side: {
    civil: { prosecutor: 'la parte demandante', defender: 'la parte demandada' },
    criminal: { prosecutor: 'el Ministerio Público', defender: 'el acusado' },
  },
  jurisdiction: (because) =>
    because.why === 'language-told'
      ? `la carátula indica que la causa está en ${spanishTongues[because.language]}`
      : `${because.papers} de ${because.of} antecedentes están en ${spanishTongues[because.language]}`,
  authorOf: (exhibit) => `Quien suscribe ${exhibit}`,
  noComplaint:
    'ningún documento parece demanda ni acusación: sin escrito principal nada se ha alegado',
  noCause: 'ninguna figura que este tribunal conozca',
  noDate:
    'los antecedentes no dan fecha de los hechos; se aplica la ley vigente al presentarse la causa o, en su defecto, al día de la audiencia',
  dateOf: (document, date) => `${document} menciona primero la fecha ${date}`,
  manyAllegations: (document, pleaded, heard) =>
    `${document} contiene ${pleaded} alegaciones; el tribunal conoce de las primeras ${heard}`,
  leftOut: (refusal) => {
    const why = unreadable.get(refusal.rule) ?? 'no pudo leerse';
    return `quedó fuera ${refusal.at.join(' ')}: ${why}`;
  },
  disposition: {
    granted: 'Se acreditó todo lo alegado en el escrito principal.',
    denied: 'No se acreditó todo lo alegado en el escrito principal.',
  },
};

const spanishTongues = { en: 'inglés', es: 'castellano' } as const;

/** Why a paper could not be read, by rule. */
const unreadable: ReadonlyMap<string, string> = new Map([
  ['DOC1', 'está vacío'],
  ['DOC2', 'es demasiado grande'],
  ['DOC3', 'no es de un formato que aquí se lea, o no es lo que su nombre indica'],
  ['DOC4', 'lleva nombre de texto y no contiene texto'],
  ['DOC5', 'es un PDF dañado'],
  ['DOC6', 'está protegido con contraseña'],
  ['DOC7', 'tiene demasiadas páginas'],
  ['DOC8', 'tarda demasiado en leerse'],
  ['DOC9', 'descomprimido, excede los límites de este tribunal'],
  ['DOC10', 'es un documento de Word dañado'],
  ['DOC11', 'es un correo dañado o con demasiados correos dentro'],
  ['IN6', 'son demasiados los antecedentes, o está dentro de demasiados otros'],
]);

export const intakeWords = (language: Language): IntakeWords =>
  language === 'es' ? spanish : english;
