import type { Language } from '../core/document/document.ts';
import type { Label } from '../core/argument/graph.ts';
import type { LabelRule } from '../core/argument/situation.ts';
import type { StandardTest } from '../core/argument/standard.ts';

/** How a derivation is told, in the language of the court. */
export type WhyWords = {
  readonly label: Readonly<Record<Label, string>>;
  readonly rule: Readonly<Record<LabelRule, string>>;
  readonly test: Readonly<Record<StandardTest['test'], string>>;
  readonly decimal: (value: number) => string;
  /** A statement of the graph, as people call it. */
  readonly node: (id: string) => string;
  readonly headline: (target: string, label: string) => string;
  readonly weight: (value: string) => string;
  readonly tested: (met: boolean, test: string, by: string) => string;
  readonly argument: (name: string, scheme: string, weight: string, premises: string) => string;
  readonly unless: (exception: string) => string;
  readonly lost: Readonly<Record<'exhibits' | 'passages', string>>;
  readonly turns: (target: string, sets: string, lost: string) => string;
  readonly noTurn: (target: string, lost: string) => string;
  readonly or: string;
  readonly cut: string;
  readonly asked: (questions: string) => string;
  readonly noIssue: (target: string, known: string) => string;
};

const english: WhyWords = {
  label: { in: 'in', out: 'out', undecided: 'undecided' },
  rule: {
    assumed: 'assumed',
    'rival-assumed': 'rival-assumed',
    unsupported: 'unsupported',
    supported: 'supported',
    'issue-resolved': 'issue-resolved',
    undecided: 'undecided',
  },
  test: {
    'above-least': 'above-least',
    unopposed: 'unopposed',
    ahead: 'ahead',
    margin: 'margin',
    contrary: 'contrary',
  },
  decimal: (value) => value.toFixed(2),
  node: (id) => id,
  headline: (target, label) => `${target} is ${label}.`,
  weight: (value) => `, weight ${value}`,
  tested: (met, test, by) => `${met ? 'met' : 'missed'}: ${test} by ${by}`,
  argument: (name, scheme, weight, premises) =>
    `${name} [${scheme}] weight ${weight} from ${premises}`,
  unless: (exception) => `; unless ${exception}`,
  lost: { exhibits: 'exhibits', passages: 'passages' },
  turns: (target, sets, lost) => `${target} turns without ${sets} (${lost}).`,
  noTurn: (target, lost) => `No loss of ${lost} turns ${target}.`,
  or: 'or',
  cut: 'The search stopped at its bound.',
  asked: (questions) => `Questions that were put: ${questions}.`,
  noIssue: (target, known) => `This case has no issue «${target}»; there are: ${known}.`,
};

const spanish: WhyWords = {
  label: { in: 'establecido', out: 'no establecido', undecided: 'sin decidir' },
  rule: {
    assumed: 'se tiene por cierto',
    'rival-assumed': 'se tiene por cierto lo contrario',
    unsupported: 'nada lo sostiene',
    supported: 'tiene sustento',
    'issue-resolved': 'según el estándar de prueba',
    undecided: 'depende de sí mismo',
  },
  test: {
    'above-least': 'peso mínimo',
    unopposed: 'sin oposición',
    ahead: 'superioridad sobre lo contrario',
    margin: 'ventaja exigida',
    contrary: 'límite de lo contrario',
  },
  decimal: (value) => value.toFixed(2).replace('.', ','),
  node: (id) =>
    id
      .replace(/^granted$/u, 'lo pedido')
      .replace(/^defeated$/u, 'excepción acreditada')
      .replace(/^disposition$/u, 'decisión')
      .replace(/^founded/u, 'fundamento de derecho')
      .replace(/^norm:/u, 'norma ')
      .replace(/^in-force:/u, 'vigencia de ')
      .replace(/^defeat:/u, 'excepción ')
      .replace(/:not-proved$/u, ' (lo contrario)')
      .replace(/:proved$/u, '')
      .replace(/^(.+):undercut$/u, 'excepción a $1'),
  headline: (target, label) => `${target}: ${label}.`,
  weight: (value) => `, peso ${value}`,
  tested: (met, test, by) => `${met ? 'cumple' : 'no cumple'}: ${test}, por ${by}`,
  argument: (name, scheme, weight, premises) =>
    `${name} [${scheme}] peso ${weight}, a partir de ${premises}`,
  unless: (exception) => `; salvo ${exception}`,
  lost: { exhibits: 'antecedentes', passages: 'pasajes' },
  turns: (target, sets, lost) => `${target} cambiaría sin ${sets} (${lost}).`,
  noTurn: (target, lost) => `${target} no cambiaría por la falta de ${lost}.`,
  or: 'o',
  cut: 'La búsqueda se detuvo en su límite; puede haber más.',
  asked: (questions) => `Preguntas críticas formuladas: ${questions}.`,
  noIssue: (target, known) => `Esta causa no tiene el punto «${target}»; tiene: ${known}.`,
};

export const whyWords = (language: Language): WhyWords => (language === 'es' ? spanish : english);
