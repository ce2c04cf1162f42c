import type { Language } from '../document/document.ts';
import type { ProposalKind } from './proposal.ts';

/** Why the gate refuses, and why it calls a support weak, in the language of the jurisdiction. */
export type GateWords = {
  readonly tooLong: (most: number) => string;
  readonly noCharacter: string;
  readonly wholeOffset: string;
  readonly needsWords: string;
  readonly manyAnchors: (most: number) => string;
  readonly manyBindings: (most: number) => string;
  readonly noScheme: (scheme: string) => string;
  readonly unbound: (scheme: string, variable: string) => string;
  readonly noVariable: (scheme: string, name: string) => string;
  readonly anchorCount: (scheme: string, least: number, most: number, count: number) => string;
  readonly sameWords: string;
  readonly needsPassage: string;
  readonly noSource: (source: string) => string;
  readonly quotesNothing: string;
  readonly manyParts: (most: number) => string;
  readonly farApart: (most: number) => string;
  readonly severalPlaces: (source: string, start: number, end: number) => string;
  /** `nearest` is empty where no passage has anything of the quote. */
  readonly notWordForWord: (source: string, nearest: string) => string;
  readonly excluded: (source: string, because: string) => string;
  readonly noLaw: (source: string) => string;
  readonly notAdmitted: (source: string) => string;
  readonly lawProvesNoFact: (source: string) => string;
  readonly pleadingProvesNothing: (source: string) => string;
  readonly noEvidence: (source: string) => string;
  readonly movesNoLabel: (kind: ProposalKind) => string;
  readonly notInIssue: (element: string) => string;
  readonly noStatement: (statement: string) => string;
  readonly noQuestion: (statement: string, question: string) => string;
  readonly saidBefore: (statement: string) => string;
  readonly sharesNoWord: string;
  readonly foreignNumbers: (numbers: readonly string[]) => string;
  readonly differsByNegation: string;
  readonly omitsNegation: string;
  readonly omitsMore: string;
  readonly cutsWord: string;
  readonly speakerUnsure: string;
};

const english: GateWords = {
  tooLong: (most) => `At most ${most} characters stand here.`,
  noCharacter: 'Half of a surrogate pair is no character.',
  wholeOffset: 'An offset is a whole number.',
  needsWords: 'A proposal needs words.',
  manyAnchors: (most) => `A proposal has at most ${most} anchors.`,
  manyBindings: (most) => `A proposal binds at most ${most} variables.`,
  noScheme: (scheme) => `This court knows no scheme «${scheme}».`,
  unbound: (scheme, variable) => `The scheme «${scheme}» needs a value for ${variable}.`,
  noVariable: (scheme, name) => `The scheme «${scheme}» has no variable ${name}.`,
  anchorCount: (scheme, least, most, count) =>
    `The scheme «${scheme}» takes ${least} to ${most} anchors, not ${count}.`,
  sameWords: 'Two anchors of one proposal rest on different words.',
  needsPassage: 'What is asserted needs an exact passage.',
  noSource: (source) => `There is no source ${source}.`,
  quotesNothing: 'A quote without a word quotes nothing.',
  manyParts: (most) => `A quote has at most ${most} parts.`,
  farApart: (most) => `The parts of a quote lie at most ${most} characters apart.`,
  severalPlaces: (source, start, end) =>
    `${source} says that in more than one place, and not at ${start} to ${end}.`,
  notWordForWord: (source, nearest) =>
    `${source} does not say that, word for word.${nearest === '' ? '' : ` Nearest: «${nearest}»`}`,
  excluded: (source, because) => `${source} is excluded: ${because}`,
  noLaw: (source) => `${source} is not law.`,
  notAdmitted: (source) => `${source} has not been admitted.`,
  lawProvesNoFact: (source) => `${source} is law and proves no fact.`,
  pleadingProvesNothing: (source) => `${source} says what is claimed and proves nothing.`,
  noEvidence: (source) => `That place of ${source} is a heading or a caption, no evidence.`,
  movesNoLabel: (kind) => `A ${kind} remark moves no label.`,
  notInIssue: (element) => `«${element}» is not in issue.`,
  noStatement: (statement) => `There is no statement ${statement}.`,
  noQuestion: (statement, question) =>
    `The scheme of ${statement} has no critical question «${question}».`,
  saidBefore: (statement) => `${statement} said the same from the same passage.`,
  sharesNoWord: 'The statement shares next to no word with its quote.',
  foreignNumbers: (numbers) => `The quote does not say ${numbers.join(', ')}.`,
  differsByNegation: 'The statement and its quote differ by a negation.',
  omitsNegation: 'The quote leaves out a negation or an exception.',
  omitsMore: 'The quote leaves out more than it says.',
  cutsWord: 'The quote is cut out of a word or a number.',
  speakerUnsure: 'Its own speaker is not sure of it.',
};

const spanishKinds: Readonly<Record<ProposalKind, string>> = {
  fact: 'de hecho',
  law: 'de derecho',
  argument: 'de argumento',
  hypothetical: 'hipotética',
  procedural: 'de mero trámite',
};

const spanish: GateWords = {
  tooLong: (most) => `Aquí caben a lo más ${most} caracteres.`,
  noCharacter: 'La mitad de un par sustituto de Unicode no es un carácter.',
  wholeOffset: 'Una posición en el texto es un número entero.',
  needsWords: 'Una propuesta debe decir algo.',
  manyAnchors: (most) => `Una propuesta cita a lo más ${most} pasajes.`,
  manyBindings: (most) => `Una propuesta da valor a lo más a ${most} variables.`,
  noScheme: (scheme) => `Este tribunal no conoce el esquema «${scheme}».`,
  unbound: (scheme, variable) => `El esquema «${scheme}» requiere un valor para ${variable}.`,
  noVariable: (scheme, name) => `El esquema «${scheme}» no tiene la variable ${name}.`,
  anchorCount: (scheme, least, most, count) =>
    `El esquema «${scheme}» admite de ${least} a ${most} citas, y no ${count}.`,
  sameWords: 'Dos citas de una misma propuesta no pueden recaer en las mismas palabras.',
  needsPassage: 'Lo que se afirma debe fundarse en un pasaje exacto.',
  noSource: (source) => `No existe la fuente ${source}.`,
  quotesNothing: 'Una cita sin palabras nada cita.',
  manyParts: (most) => `Una cita tiene a lo más ${most} partes.`,
  farApart: (most) => `Las partes de una cita distan entre sí a lo más ${most} caracteres.`,
  severalPlaces: (source, start, end) =>
    `${source} dice eso en más de un lugar, y no entre las posiciones ${start} y ${end}.`,
  notWordForWord: (source, nearest) =>
    `${source} no dice eso a la letra.${nearest === '' ? '' : ` Lo más cercano: «${nearest}»`}`,
  excluded: (source, because) => `${source} fue excluido: ${because}`,
  noLaw: (source) => `${source} no es norma.`,
  notAdmitted: (source) => `${source} no ha sido incorporado.`,
  lawProvesNoFact: (source) => `${source} es norma y no prueba hechos.`,
  pleadingProvesNothing: (source) =>
    `${source} es un escrito de parte: dice lo que se pide y nada prueba.`,
  noEvidence: (source) => `Ese lugar de ${source} es un título o encabezado y nada prueba.`,
  movesNoLabel: (kind) => `Una intervención ${spanishKinds[kind]} no decide ningún punto.`,
  notInIssue: (element) => `«${element}» no es un punto de prueba de esta causa.`,
  noStatement: (statement) => `No existe la intervención ${statement}.`,
  noQuestion: (statement, question) =>
    `El esquema de ${statement} no admite la pregunta crítica «${question}».`,
  saidBefore: (statement) => `${statement} ya dijo lo mismo a partir del mismo pasaje.`,
  sharesNoWord: 'Lo dicho casi no comparte palabras con su cita.',
  foreignNumbers: (numbers) => `La cita no menciona ${numbers.join(', ')}.`,
  differsByNegation: 'Lo dicho y su cita difieren en una negación.',
  omitsNegation: 'La cita omite una negación o una excepción.',
  omitsMore: 'La cita omite más de lo que dice.',
  cutsWord: 'La cita corta una palabra o una cifra.',
  speakerUnsure: 'Quien lo invoca no está seguro de ello.',
};

export const gateWords = (language: Language): GateWords => (language === 'es' ? spanish : english);
