import type { WorkedOut } from '../case/case-event.ts';
import type { Language, Tier } from '../document/document.ts';
import { actName } from '../hearing/act-words.ts';
import { spanishDate } from './spanish-date.ts';
import type { ExhibitUse, Fate, Gap, Outcome } from './draft.ts';

/** Everything that a draft says in words of its own, in one language. */
export type DraftWords = {
  readonly title: string;
  readonly notSigned: string;
  readonly court: string;
  readonly procedure: string;
  readonly parties: string;
  readonly noParties: string;
  /** A role of `case.yaml` in words; another role, as the procedure calls it, stays. */
  readonly role: (role: string) => string;
  readonly hearing: (date: string) => string;
  readonly filedOn: (date: string) => string;
  readonly factsOn: (date: string) => string;
  readonly decimal: (value: number) => string;
  readonly cause: (name: string, tier: string) => string;
  readonly noCause: string;
  readonly tiers: Readonly<Record<Tier, string>>;
  readonly workedOut: string;
  readonly workedOutWhat: Readonly<Record<WorkedOut['what'], string>>;
  readonly disposition: string;
  readonly dispositionText: Readonly<Record<'granted' | 'denied', string>>;
  readonly proved: (list: string) => string;
  readonly failed: (list: string) => string;
  readonly allegations: string;
  readonly underIssues: string;
  readonly answeredUnder: string;
  readonly unanswered: string;
  readonly issues: string;
  readonly nature: Readonly<Record<'element' | 'exception' | 'allegation', string>>;
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly standard: (name: string, thresholds: string) => string;
  readonly thresholds: (least: number, margin: number, contrary: number) => string;
  readonly burden: (side: string) => string;
  readonly goesAgainst: (side: string) => string;
  readonly side: Readonly<
    Record<'civil' | 'criminal', Readonly<Record<'prosecutor' | 'defender', string>>>
  >;
  readonly weights: (proved: string, notProved: string) => string;
  readonly forIt: string;
  readonly againstIt: string;
  readonly nothingOffered: string;
  readonly nothingSays: (text: string, passages: number, words: string) => string;
  readonly nearest: (place: string, quote: string) => string;
  readonly noNearest: string;
  readonly noted: (passages: string) => string;
  readonly usually: (how: string) => string;
  readonly conceded: string;
  readonly weight: (value: string, name: string) => string;
  readonly fate: Readonly<Record<Fate, string>>;
  readonly open: (questions: string) => string;
  readonly doubted: (text: string) => string;
  readonly facts: string;
  readonly noFacts: string;
  readonly means: string;
  readonly exhibits: string;
  readonly use: Readonly<Record<ExhibitUse, string>>;
  readonly law: string;
  readonly version: (date: string) => string;
  readonly official: string;
  readonly summary: string;
  readonly notInForce: string;
  readonly flips: string;
  readonly flip: (target: string, sets: string) => string;
  readonly noFlip: (target: string) => string;
  readonly flipCut: string;
  readonly and: string;
  readonly or: string;
  readonly theDisposition: string;
  readonly objections: string;
  readonly ruled: Readonly<Record<'overruled' | 'sustained', string>>;
  readonly rejected: string;
  readonly noRejected: string;
  /** How often the same was rejected, where it was more than once. */
  readonly times: (count: number) => string;
  readonly act: (act: string) => string;
  readonly minds: string;
  readonly mind: (name: string) => string;
  readonly person: string;
  readonly calls: (count: number, models: string) => string;
  readonly completeness: string;
  readonly complete: string;
  readonly gap: Readonly<Record<Gap['kind'], (about: string) => string>>;
  readonly computed: string;
  readonly accrual: Readonly<Record<'strongest' | 'independent', string>>;
};

const english: DraftWords = {
  title: 'Draft resolution',
  notSigned: 'Draft. It binds nobody until a judge has signed it.',
  court: 'Court',
  procedure: 'Procedure',
  parties: 'Parties',
  noParties: 'The file names no party.',
  role: (role) => role,
  hearing: (date) => `Heard on ${date}`,
  filedOn: (date) => `Filed on ${date}`,
  factsOn: (date) => `Facts of ${date}`,
  decimal: (value) => value.toFixed(2),
  cause: (name, tier) => `Cause: **${name}** (${tier}).`,
  noCause: 'No cause of this jurisdiction fits; each allegation is an issue of its own.',
  tiers: { strong: 'sure', fair: 'fairly sure', weak: 'unsure' },
  workedOut: 'What the secretary worked out from the papers',
  workedOutWhat: {
    complaint: 'Complaint',
    parties: 'Parties',
    matter: 'Matter',
    cause: 'Cause',
    jurisdiction: 'Jurisdiction',
    dates: 'Dates',
    papers: 'Papers',
  },
  disposition: 'Disposition',
  dispositionText: { granted: 'What is claimed is granted.', denied: 'What is claimed is denied.' },
  proved: (list) => `Proved: ${list}.`,
  failed: (list) => `Not proved: ${list}.`,
  allegations: 'The allegations, one by one',
  underIssues:
    'Each is answered by the issues under which it falls. A detail counts as found only where a fact found below says it.',
  answeredUnder: 'Answered under',
  unanswered: 'not answered',
  issues: 'The issues',
  nature: { element: 'Element', exception: 'Exception', allegation: 'Allegation' },
  outcome: {
    proved: 'proved',
    'not-proved': 'not proved',
    'no-evidence': 'not proved: no evidence was offered',
  },
  standard: (name, thresholds) => `Standard: ${name} (${thresholds}).`,
  thresholds: (least, margin, contrary) =>
    `weight above ${least}, ahead by more than ${margin}${contrary < 1 ? `, nothing contrary of ${contrary} or more` : ''}`,
  burden: (side) => `Burden of persuasion: ${side}.`,
  goesAgainst: (side) => `What is not proved goes against ${side}, who bears the burden.`,
  side: {
    civil: { prosecutor: 'the claimant', defender: 'the respondent' },
    criminal: { prosecutor: 'the prosecution', defender: 'the defence' },
  },
  weights: (proved, notProved) => `Weights: ${proved} for, ${notProved} against.`,
  forIt: 'For',
  againstIt: 'Against',
  nothingOffered: 'none',
  nothingSays: (text, passages, words) =>
    `No passage of the file says this: «${text}». ${passages} passages were searched for ${words}.`,
  nearest: (place, quote) => `Nearest, not relied on: ${place} «${quote}».`,
  noNearest: 'No passage comes near.',
  noted: (passages) => `Bears on it, for whom is left open (not relied on): ${passages}.`,
  usually: (how) => `Usually proved by ${how}.`,
  conceded: 'Conceded.',
  weight: (value, name) => `weight ${value}${name === '' ? '' : `, ${name}`}`,
  fate: {
    'relied-on': 'relied on',
    outweighed: 'did not prevail',
    undercut: 'not counted: an exception to it was shown',
    unanswered: 'not counted: a question put to it was not answered',
    weightless: 'not counted: it carries no weight as it stands',
  },
  open: (questions) => `Left open: ${questions}.`,
  doubted: (text) => `Put to it: ${text}.`,
  facts: 'Facts found, each with its means of proof',
  noFacts: 'No fact is found.',
  means: 'Means of proof',
  exhibits: 'All exhibits: relied on, or set aside and why',
  use: {
    'relied-on': 'relied on',
    pleading: 'a pleading: it says what is claimed and proves nothing',
    excluded: 'excluded',
    'not-offered': 'filed and never offered',
    'not-preferred': 'weighed and not preferred',
    'never-cited': 'admitted; nothing in it was found to bear on an issue',
  },
  law: 'Law',
  version: (date) => date,
  official: 'official text',
  summary: 'summary of this court, not the official text',
  notInForce: 'not in force on the date that matters',
  flips: 'What would change this',
  flip: (target, sets) => `${target} would turn without ${sets}.`,
  noFlip: (target) => `${target} turns with no loss of exhibits.`,
  flipCut: 'The search stopped at its bound; there may be more.',
  and: 'and',
  or: 'or',
  theDisposition: 'The disposition',
  objections: 'Objections and rulings',
  ruled: { overruled: 'overruled', sustained: 'sustained' },
  rejected: 'Proposals that were rejected on the way',
  noRejected: 'None.',
  times: (count) => `${count} times`,
  act: (act) => act,
  minds: 'Who sat where',
  mind: (name) => name,
  person: 'a person',
  calls: (count, models) => `${count} calls of ${models}`,
  completeness: 'Completeness',
  complete:
    'Every exhibit is used or set aside, every fact found has its means of proof, every allegation is answered.',
  gap: {
    'not-offered': (exhibit) => `${exhibit} was filed and never offered.`,
    'proved-by-nothing': (element) => `${element} is proved by nothing that is named.`,
    'no-means': (statement) => `${statement} names no means of proof.`,
    unanswered: (n) => `Allegation ${n} is not answered.`,
  },
  computed:
    'This draft was computed from the record: agents proposed, a gate admitted exact passages alone, and an argument engine labelled each issue. It can be recomputed without any model.',
  accrual: {
    strongest: 'Of several arguments for one position the strongest counts.',
    independent: 'Independent sources for one position add up.',
  },
};

const spanishRoles: ReadonlyMap<string, string> = new Map([
  ['claimant', 'demandante'],
  ['respondent', 'demandado'],
  ['prosecution', 'acusador'],
  ['accused', 'acusado'],
  ['victim', 'víctima'],
]);

const comma = (value: number) => String(value).replace('.', ',');

const spanish: DraftWords = {
  title: 'Proyecto de resolución',
  notSigned: 'Proyecto. Carece de todo efecto mientras no lo firme un juez.',
  court: 'Tribunal',
  procedure: 'Procedimiento',
  parties: 'Intervinientes',
  noParties: 'Los antecedentes no nombran a ningún interviniente.',
  role: (role) => spanishRoles.get(role) ?? role,
  hearing: (date) => `Audiencia: ${spanishDate(date)}`,
  filedOn: (date) => `Presentación: ${spanishDate(date)}`,
  factsOn: (date) => `Hechos: ${spanishDate(date)}`,
  decimal: (value) => value.toFixed(2).replace('.', ','),
  cause: (name, tier) => `Materia: **${name}** (${tier}).`,
  noCause:
    'Ninguna figura de esta jurisdicción corresponde al caso; cada alegación se resuelve por separado.',
  tiers: { strong: 'certeza alta', fair: 'certeza media', weak: 'certeza baja' },
  workedOut: 'Lo que la secretaría dedujo de los antecedentes',
  workedOutWhat: {
    complaint: 'Escrito principal',
    parties: 'Intervinientes',
    matter: 'Competencia',
    cause: 'Materia',
    jurisdiction: 'Jurisdicción',
    dates: 'Fechas',
    papers: 'Antecedentes',
  },
  disposition: 'Decisión',
  dispositionText: { granted: 'Se acoge lo pedido.', denied: 'Se rechaza lo pedido.' },
  proved: (list) => `Probado: ${list}.`,
  failed: (list) => `No probado: ${list}.`,
  allegations: 'Las alegaciones, una por una',
  underIssues:
    'A cada una se responde con los puntos de prueba que le corresponden. Un detalle se tiene por acreditado solo si lo afirma alguno de los hechos acreditados más abajo.',
  answeredUnder: 'Se resuelve en',
  unanswered: 'sin respuesta',
  issues: 'Los puntos de prueba',
  nature: { element: 'Elemento', exception: 'Excepción', allegation: 'Alegación' },
  outcome: {
    proved: 'probado',
    'not-proved': 'no probado',
    'no-evidence': 'no probado: no se rindió prueba',
  },
  standard: (name, thresholds) => `Estándar de prueba: ${name} (${thresholds}).`,
  thresholds: (least, margin, contrary) =>
    `peso superior a ${comma(least)}, ventaja superior a ${comma(margin)}${contrary < 1 ? `, nada en contrario de ${comma(contrary)} o más` : ''}`,
  burden: (side) => `Carga de la prueba: ${side}.`,
  goesAgainst: (side) =>
    `Al no haberse probado, el punto se resuelve en contra de ${side}, que tenía la carga de la prueba.`,
  side: {
    civil: { prosecutor: 'la parte demandante', defender: 'la parte demandada' },
    criminal: { prosecutor: 'la parte acusadora', defender: 'la defensa' },
  },
  weights: (proved, notProved) => `Pesos: ${proved} a favor, ${notProved} en contra.`,
  forIt: 'A favor',
  againstIt: 'En contra',
  nothingOffered: 'no se rindió prueba',
  nothingSays: (text, passages, words) =>
    `Ningún pasaje de los antecedentes dice esto: «${text}». Se revisaron ${passages} pasajes en busca de: ${words}.`,
  nearest: (place, quote) =>
    `Lo más cercano, en lo que no se funda la decisión: ${place} «${quote}».`,
  noNearest: 'Ningún pasaje se aproxima.',
  noted: (passages) =>
    `Guarda relación con el punto, sin que conste a favor de quién (la decisión no se funda en ello): ${passages}.`,
  usually: (how) => `Suele probarse con ${how}.`,
  conceded: 'La contraria lo reconoció en la audiencia.',
  weight: (value, name) => `peso ${value}${name === '' ? '' : `, ${name}`}`,
  fate: {
    'relied-on': 'en ello se funda la decisión',
    outweighed: 'no prevaleció',
    undercut: 'no se considera: se acreditó una excepción a su respecto',
    unanswered: 'no se considera: quedó sin responder una pregunta a su respecto',
    weightless: 'no se considera: tal como está, carece de peso',
  },
  open: (questions) => `Quedó sin responder: ${questions}.`,
  doubted: (text) => `Se le opuso: ${text}.`,
  facts: 'Hechos acreditados, cada uno con su medio de prueba',
  noFacts: 'Ningún hecho se tuvo por acreditado.',
  means: 'Medio de prueba',
  exhibits: 'Los antecedentes, uno por uno: valorados, o desestimados y por qué',
  use: {
    'relied-on': 'en él se funda la decisión',
    pleading: 'escrito de parte: dice lo que se pide y nada prueba',
    excluded: 'excluido',
    'not-offered': 'acompañado y no ofrecido como prueba',
    'not-preferred': 'valorado; no prevaleció',
    'never-cited': 'incorporado; nada en él se refiere a un punto de prueba',
  },
  law: 'Derecho',
  version: (date) => `texto vigente desde el ${spanishDate(date)}`,
  official: 'texto oficial',
  summary: 'resumen de este tribunal, no el texto oficial',
  notInForce: 'no vigente en la fecha pertinente',
  flips: 'Qué haría cambiar lo resuelto',
  flip: (target, sets) => `${target} cambiaría sin ${sets}.`,
  noFlip: (target) => `${target} no cambiaría por la falta de antecedentes.`,
  flipCut: 'La búsqueda se detuvo en su límite; puede haber más.',
  and: 'y',
  or: 'o',
  theDisposition: 'La decisión',
  objections: 'Objeciones y su resolución',
  ruled: { overruled: 'rechazada', sustained: 'acogida' },
  rejected: 'Propuestas que no superaron el control',
  noRejected: 'Ninguna.',
  times: (count) => `${count} veces`,
  act: (act) => actName('es', act),
  minds: 'Quiénes ocuparon cada puesto',
  mind: (name) => `agente «${name}»`,
  person: 'una persona',
  calls: (count, models) => `${count} consultas a ${models}`,
  completeness: 'Integridad',
  complete:
    'Todo antecedente fue valorado o desestimado, todo hecho acreditado tiene su medio de prueba y toda alegación tiene respuesta.',
  gap: {
    'not-offered': (exhibit) => `${exhibit} fue acompañado y no se ofreció como prueba.`,
    'proved-by-nothing': (element) => `${element} se tiene por probado sin que se indique con qué.`,
    'no-means': (statement) => `${statement} no indica medio de prueba.`,
    unanswered: (n) => `La alegación ${n} quedó sin respuesta.`,
  },
  computed:
    'Este proyecto se calculó a partir del registro: los agentes propusieron, un control admitió únicamente citas exactas y un motor de argumentación resolvió cada punto. Puede recalcularse sin modelo alguno.',
  accrual: {
    strongest: 'Entre varios argumentos a favor de una misma posición cuenta el más fuerte.',
    independent: 'Las fuentes independientes a favor de una misma posición se suman.',
  },
};

export const draftWords = (language: Language): DraftWords =>
  language === 'es' ? spanish : english;
