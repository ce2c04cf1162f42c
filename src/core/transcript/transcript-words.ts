import type { Language } from '../document/document.ts';
import { actName } from '../hearing/act-words.ts';

export type TranscriptWords = {
  readonly title: string;
  readonly takes: (seat: string, who: string) => string;
  readonly mind: (name: string) => string;
  readonly person: string;
  readonly admitted: (exhibit: string) => string;
  readonly excluded: (exhibit: string) => string;
  readonly objects: (ground: string) => string;
  readonly ruled: Readonly<Record<'overruled' | 'sustained', string>>;
  readonly concedes: (element: string) => string;
  readonly rejected: (act: string, rules: string) => string;
  readonly lapsed: (seat: string, because: string) => string;
  readonly searched: (element: string, passages: number) => string;
  readonly noted: (element: string, places: string) => string;
  readonly reweighs: (value: number, reason: string) => string;
  readonly drafted: string;
  readonly decided: (decision: 'signed' | 'rejected', by: string) => string;
};

const english: TranscriptWords = {
  title: 'Transcript',
  takes: (seat, who) => `${seat}: ${who}.`,
  mind: (name) => name,
  person: 'a person',
  admitted: (exhibit) => `${exhibit} is admitted.`,
  excluded: (exhibit) => `${exhibit} is excluded.`,
  objects: (ground) => `Objection, ${ground}.`,
  ruled: { overruled: 'Overruled.', sustained: 'Sustained.' },
  concedes: (element) => `Concedes ${element}.`,
  rejected: (act, rules) => `Rejected at the gate (${act}). ${rules}`,
  lapsed: (seat, because) => `${seat} loses the turn. ${because}`,
  searched: (element, passages) =>
    `On ${element} nobody showed anything; ${passages} passages were searched.`,
  noted: (element, places) => `These bear on ${element}, for whom is left open: ${places}.`,
  reweighs: (value, reason) => `Weighs it at ${value}: ${reason}`,
  drafted: 'The draft resolution is made. It waits for a person to sign.',
  decided: (decision, by) => `${by} ${decision === 'signed' ? 'signs' : 'rejects'} the draft.`,
};

const spanish: TranscriptWords = {
  title: 'Transcripción',
  takes: (seat, who) => `${seat}: ${who}.`,
  mind: (name) => `agente «${name}»`,
  person: 'una persona',
  admitted: (exhibit) => `Se incorpora ${exhibit}.`,
  excluded: (exhibit) => `Se excluye ${exhibit}.`,
  objects: (ground) => `Objeción: ${ground}.`,
  ruled: { overruled: 'No ha lugar.', sustained: 'Ha lugar.' },
  concedes: (element) => `Reconoce el punto «${element}».`,
  rejected: (act, rules) => `No superó el control (${actName('es', act)}). ${rules}`,
  lapsed: (seat, because) => `${seat} pierde su turno. ${because}`,
  searched: (element, passages) =>
    `Nadie rindió prueba sobre ${element}; se revisaron ${passages} pasajes.`,
  noted: (element, places) =>
    `Guardan relación con ${element}, sin que se sepa a favor de quién: ${places}.`,
  reweighs: (value, reason) => `Le asigna un peso de ${String(value).replace('.', ',')}: ${reason}`,
  drafted: 'El proyecto de resolución está listo y queda a la espera de la firma de una persona.',
  decided: (decision, by) =>
    decision === 'signed' ? `${by} firma el proyecto.` : `${by} rechaza el proyecto.`,
};

export const transcriptWords = (language: Language): TranscriptWords =>
  language === 'es' ? spanish : english;
