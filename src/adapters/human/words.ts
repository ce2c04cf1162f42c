import type { Act } from '../../core/jurisdiction/profile.ts';

/** What the court says to a person in a seat. */
export type DeskWords = {
  readonly acts: Readonly<Record<Act, string>>;
  readonly turn: (title: string, phase: string) => string;
  readonly refused: string;
  readonly same: string;
  readonly whatNow: string;
  readonly leave: string;
  readonly back: string;
  readonly backByText: string;
  readonly done: string;
  readonly none: string;
  readonly needed: string;
  readonly nothingToChoose: string;
  readonly text: string;
  readonly reason: string;
  readonly exhibit: string;
  readonly exhibits: string;
  readonly ground: string;
  readonly aboutWhat: string;
  readonly side: string;
  readonly proved: string;
  readonly notProved: string;
  readonly neither: string;
  readonly scheme: string;
  readonly variable: (name: string) => string;
  readonly source: (chosen: number) => string;
  readonly passage: string;
  readonly noPassage: string;
  readonly quote: string;
  readonly notThere: string;
  readonly witness: string;
  readonly statement: string;
  readonly question: string;
  readonly weight: string;
  readonly ruling: string;
  readonly overruled: string;
  readonly sustained: string;
};

const english: DeskWords = {
  acts: {
    open: 'open the hearing',
    appear: 'state who appears',
    'state-case': 'state the case',
    offer: 'offer exhibits',
    object: 'object',
    rule: 'rule on the objection',
    examine: 'examine a witness',
    'cross-examine': 'cross-examine a witness',
    answer: 'answer',
    argue: 'argue a point',
    'raise-question': 'ask a critical question',
    'answer-question': 'answer a critical question',
    concede: 'concede a point',
    pass: 'pass',
    close: 'make the closing address',
    deliberate: 'deliberate',
    reweigh: 'change a weight',
    draft: 'draft the resolution',
  },
  turn: (title, phase) => `${title}, it is your turn (${phase}).`,
  refused: 'Refused:',
  same: 'That is the very move that was refused.',
  whatNow: 'What do you do?',
  leave: 'leave the seat to the court’s own mind',
  back: 'back',
  backByText: '«<» goes back',
  done: 'that is all',
  none: 'none',
  needed: 'Words are needed.',
  nothingToChoose: 'There is nothing to choose from.',
  text: 'In your words',
  reason: 'Your reason',
  exhibit: 'Which exhibit?',
  exhibits: 'Which exhibits?',
  ground: 'On what ground?',
  aboutWhat: 'About what?',
  side: 'What does it show?',
  proved: 'proved',
  notProved: 'not proved',
  neither: 'neither',
  scheme: 'What kind of argument?',
  variable: (name) => `Who or what is the ${name}?`,
  source: (chosen) => `Which source? (${chosen} chosen)`,
  passage: 'Number of the passage, or a word to search for (empty: all)',
  noPassage: 'No passage holds that.',
  quote: 'The exact words (empty: the whole passage)',
  notThere: 'The passage does not say that, word for word.',
  witness: 'Which witness?',
  statement: 'Which statement?',
  question: 'Which question?',
  weight: 'What does it weigh, from 0 to 1?',
  ruling: 'The objection is',
  overruled: 'overruled',
  sustained: 'sustained',
};

const spanish: DeskWords = {
  acts: {
    open: 'abrir la audiencia',
    appear: 'dejar constancia de quiénes comparecen',
    'state-case': 'exponer el caso',
    offer: 'ofrecer antecedentes',
    object: 'objetar',
    rule: 'resolver la objeción',
    examine: 'interrogar a un testigo',
    'cross-examine': 'contrainterrogar a un testigo',
    answer: 'responder',
    argue: 'argumentar un punto',
    'raise-question': 'hacer una pregunta crítica',
    'answer-question': 'responder una pregunta crítica',
    concede: 'conceder un punto',
    pass: 'pasar',
    close: 'hacer el alegato de clausura',
    deliberate: 'deliberar',
    reweigh: 'cambiar un peso',
    draft: 'redactar la resolución',
  },
  turn: (title, phase) => `${title}, es su turno (${phase}).`,
  refused: 'Rechazado:',
  same: 'Es la misma actuación que se rechazó.',
  whatNow: '¿Qué hace?',
  leave: 'dejar el asiento a la mente propia del tribunal',
  back: 'volver',
  backByText: '«<» vuelve atrás',
  done: 'eso es todo',
  none: 'ninguno',
  needed: 'Hacen falta palabras.',
  nothingToChoose: 'No hay nada que elegir.',
  text: 'En sus palabras',
  reason: 'Su razón',
  exhibit: '¿Qué antecedente?',
  exhibits: '¿Qué antecedentes?',
  ground: '¿Por qué motivo?',
  aboutWhat: '¿Sobre qué?',
  side: '¿Qué muestra?',
  proved: 'probado',
  notProved: 'no probado',
  neither: 'ni lo uno ni lo otro',
  scheme: '¿Qué clase de argumento?',
  variable: (name) => `¿Quién o qué es «${name}»?`,
  source: (chosen) => `¿Qué fuente? (elegidos: ${chosen})`,
  passage: 'Número del pasaje, o una palabra que buscar (vacío: todos)',
  noPassage: 'Ningún pasaje contiene eso.',
  quote: 'Las palabras exactas (vacío: el pasaje entero)',
  notThere: 'El pasaje no dice eso, palabra por palabra.',
  witness: '¿Qué testigo?',
  statement: '¿Qué declaración?',
  question: '¿Qué pregunta?',
  weight: '¿Cuánto pesa, de 0 a 1?',
  ruling: 'La objeción',
  overruled: 'no ha lugar',
  sustained: 'ha lugar',
};

export const deskWords = (language: 'en' | 'es'): DeskWords =>
  language === 'es' ? spanish : english;
