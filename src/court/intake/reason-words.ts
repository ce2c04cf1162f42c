import type { ComplaintSign, Reason } from '../../core/complaint/reason.ts';
import type { Language } from '../../core/document/document.ts';

const quoted = (words: readonly string[]) => words.map((word) => `«${word}»`).join(', ');

const englishSigns: Readonly<Record<ComplaintSign, string>> = {
  kind: 'it reads like a complaint',
  name: 'its name says so',
  opening: 'it opens like one',
  request: 'it asks a court for something',
  accusation: 'it accuses',
  proposition: 'it states a proposition',
  redress: 'it asks a court for redress',
  caption: 'it sets one party against another',
};

function english(reason: Reason): string {
  switch (reason.why) {
    case 'told':
      return 'the case says so';
    case 'signs':
      return reason.signs.map((sign) => englishSigns[sign]).join(', ');
    case 'no-offence':
      return 'nothing in the complaint speaks of an offence';
    case 'offence':
      return `the complaint says «${reason.offence}»`;
    case 'more-of-a-claim':
      return `the complaint speaks of an offence («${reason.offence}»), but more of a claim («${reason.claim}»)`;
    case 'both-sides-named':
      return 'the complaint names both sides';
    case 'sides-unclear':
      return 'the complaint does not say which names are the parties';
    case 'no-cause-known':
      return 'no cause of this matter is known here';
    case 'cause-named':
      return `the complaint names it: ${quoted(reason.named)}`;
    case 'elements-spoken-of':
      return 'the complaint does not name it, but speaks of most of its elements';
    case 'no-cause-named':
      return 'the complaint names no cause known here';
  }
}

const spanishSigns: Readonly<Record<ComplaintSign, string>> = {
  kind: 'tiene forma de demanda o acusación',
  name: 'así lo indica su nombre',
  opening: 'comienza como tal',
  request: 'pide algo a un tribunal',
  accusation: 'formula una acusación',
  proposition: 'enuncia una proposición',
  redress: 'pide a un tribunal que repare un daño',
  caption: 'enfrenta a una parte con otra',
};

function spanish(reason: Reason): string {
  switch (reason.why) {
    case 'told':
      return 'así se indica en la carátula';
    case 'signs':
      return reason.signs.map((sign) => spanishSigns[sign]).join(', ');
    case 'no-offence':
      return 'nada en el escrito principal habla de un delito';
    case 'offence':
      return `el escrito principal dice «${reason.offence}»`;
    case 'more-of-a-claim':
      return `el escrito principal menciona un delito («${reason.offence}»), pero más bien reclama («${reason.claim}»)`;
    case 'both-sides-named':
      return 'el escrito principal nombra a ambas partes';
    case 'sides-unclear':
      return 'el escrito principal no dice quiénes son las partes';
    case 'no-cause-known':
      return 'no se conoce aquí ninguna figura en esta competencia';
    case 'cause-named':
      return `así la nombra el escrito principal: ${quoted(reason.named)}`;
    case 'elements-spoken-of':
      return 'el escrito principal no la nombra, pero se refiere a la mayoría de sus elementos';
    case 'no-cause-named':
      return 'el escrito principal no nombra ninguna figura que aquí se conozca';
  }
}

/** From what the secretary worked something out, in words. */
export const reasonWords = (language: Language): ((reason: Reason) => string) =>
  language === 'es' ? spanish : english;
