import type { Ruling } from '../core/evidence/ruling.ts';

/** Set phrases of the courtroom. */
export type CourtWords = {
  readonly ruling: Readonly<Record<Ruling['reason'], string>>;
  readonly cannotSay: string;
  readonly closes: string;
  /** Why a seat loses its turn. */
  readonly nothingLawful: string;
};

const english: CourtWords = {
  ruling: {
    'bears-on-an-issue': 'The exhibit bears on an issue; what it is worth is for argument.',
    'bears-on-nothing': 'The exhibit bears on no issue of this case.',
    'goes-to-weight': 'The objection goes to the weight of the exhibit, not to its admission.',
    leading: 'The question puts the answer into the mouth of the witness.',
    open: 'The witness may answer.',
  },
  cannotSay: 'My statement does not speak to that.',
  closes: 'I rest on what was argued.',
  nothingLawful: 'Nothing lawful came of its tries.',
};

const spanish: CourtWords = {
  ruling: {
    'bears-on-an-issue':
      'El antecedente se refiere a un hecho controvertido; su valor se discutirá en los alegatos.',
    'bears-on-nothing': 'El antecedente no se refiere a ningún hecho controvertido.',
    'goes-to-weight': 'La objeción mira al valor del antecedente y no a su incorporación.',
    leading: 'La pregunta sugiere la respuesta.',
    open: 'Conteste el testigo.',
  },
  cannotSay: 'Mi declaración no se refiere a eso.',
  closes: 'Me remito a lo ya argumentado.',
  nothingLawful: 'De sus intentos no salió nada lícito.',
};

export const courtWords = (language: 'en' | 'es'): CourtWords =>
  language === 'es' ? spanish : english;
