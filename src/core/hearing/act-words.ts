import type { Language } from '../document/document.ts';
import type { HearingAct } from './lawful-acts.ts';

const spanish: Readonly<Record<HearingAct, string>> = {
  open: 'abrir la audiencia',
  appear: 'comparecer',
  'state-case': 'exponer su posición',
  offer: 'ofrecer prueba',
  object: 'objetar',
  rule: 'resolver la objeción',
  examine: 'interrogar',
  'cross-examine': 'contrainterrogar',
  answer: 'responder',
  argue: 'argumentar',
  'raise-question': 'hacer una pregunta crítica',
  'answer-question': 'responder una pregunta crítica',
  concede: 'reconocer un punto',
  pass: 'dejar pasar',
  close: 'clausurar su alegato',
  deliberate: 'deliberar',
  reweigh: 'modificar un peso',
  draft: 'redactar el proyecto',
  sign: 'firmar el proyecto',
  reject: 'rechazar el proyecto',
};

const named: ReadonlyMap<string, string> = new Map(Object.entries(spanish));

/** What an act is called for people; what is no act at all is called acting. */
export const actName = (language: Language, act: string): string =>
  language === 'es' ? (named.get(act) ?? 'actuar') : act;
