import type { Language } from '../document/document.ts';

export type TranscriptWords = {
  readonly title: string;
  readonly takes: (seat: string, who: string) => string;
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
  decided: (decision, by) => `The draft is ${decision} by ${by}.`,
};

const spanish: TranscriptWords = {
  title: 'Transcripción',
  takes: (seat, who) => `${seat}: ${who}.`,
  person: 'una persona',
  admitted: (exhibit) => `Se incorpora ${exhibit}.`,
  excluded: (exhibit) => `Se excluye ${exhibit}.`,
  objects: (ground) => `Objeción, ${ground}.`,
  ruled: { overruled: 'No ha lugar.', sustained: 'Ha lugar.' },
  concedes: (element) => `Reconoce ${element}.`,
  rejected: (act, rules) => `Rechazado en el control (${act}). ${rules}`,
  lapsed: (seat, because) => `${seat} pierde su turno. ${because}`,
  searched: (element, passages) =>
    `Sobre ${element} nadie mostró nada; se buscó en ${passages} pasajes.`,
  noted: (element, places) =>
    `Guardan relación con ${element}, sin que se sepa a favor de quién: ${places}.`,
  reweighs: (value, reason) => `Le da un peso de ${value}: ${reason}`,
  drafted: 'El proyecto de resolución está hecho. Espera la firma de una persona.',
  decided: (decision, by) =>
    decision === 'signed'
      ? `El proyecto es firmado por ${by}.`
      : `El proyecto es rechazado por ${by}.`,
};

export const transcriptWords = (language: Language): TranscriptWords =>
  language === 'es' ? spanish : english;
