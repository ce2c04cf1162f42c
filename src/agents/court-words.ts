import type { Ruling } from '../core/evidence/ruling.ts';

/** Set phrases of the courtroom. */
export type CourtWords = {
  readonly ruling: Readonly<Record<Ruling['reason'], string>>;
  readonly cannotSay: string;
  readonly closes: string;
};

const english: CourtWords = {
  ruling: {
    'bears-on-an-issue':
      'Overruled. The exhibit bears on an issue; what it is worth is for argument.',
    'bears-on-nothing': 'Sustained. The exhibit bears on no issue of this case.',
    'goes-to-weight':
      'Overruled. The objection goes to the weight of the exhibit, not to its admission.',
    leading: 'Sustained. The question puts the answer into the mouth of the witness.',
    open: 'Overruled. The witness may answer.',
  },
  cannotSay: 'My statement does not speak to that.',
  closes: 'I rest on what was argued.',
};

const spanish: CourtWords = {
  ruling: {
    'bears-on-an-issue':
      'No ha lugar. El antecedente se refiere a un hecho controvertido; su valor se discutirá en los alegatos.',
    'bears-on-nothing': 'Ha lugar. El antecedente no se refiere a ningún hecho controvertido.',
    'goes-to-weight':
      'No ha lugar. La objeción mira al valor del antecedente y no a su incorporación.',
    leading: 'Ha lugar. La pregunta sugiere la respuesta.',
    open: 'No ha lugar. Conteste el testigo.',
  },
  cannotSay: 'Mi declaración no se refiere a eso.',
  closes: 'Me remito a lo ya argumentado.',
};

export const courtWords = (language: 'en' | 'es'): CourtWords =>
  language === 'es' ? spanish : english;
