import type { Ruling } from '../core/evidence/ruling.ts';

/** Set phrases of the courtroom. */
export type CourtWords = {
  readonly ruling: Readonly<Record<Ruling['reason'], string>>;
  readonly cannotSay: string;
  readonly closes: string;
  /** Why a seat loses its turn. */
  readonly nothingLawful: string;
  /** The outside thing behind its mind failed; `how` is what that thing said of it, in its own words. */
  readonly failed: (how: string) => string;
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
  failed: (how) => how,
};

const spanish: CourtWords = {
  ruling: {
    'bears-on-an-issue':
      'El antecedente se refiere a un hecho controvertido; su valor probatorio se discutirá en los alegatos.',
    'bears-on-nothing': 'El antecedente no se refiere a ningún hecho controvertido.',
    'goes-to-weight': 'La objeción se refiere al valor del antecedente y no a su incorporación.',
    leading: 'La pregunta sugiere la respuesta.',
    open: 'El testigo puede responder.',
  },
  cannotSay: 'Mi declaración no se refiere a eso.',
  closes: 'Me remito a lo ya argumentado.',
  nothingLawful: 'Ninguno de sus intentos fue procedente.',
  failed: (how) => `El modelo no respondió; su aviso fue «${how}»`,
};

export const courtWords = (language: 'en' | 'es'): CourtWords =>
  language === 'es' ? spanish : english;
