import { findAmounts } from './amounts.ts';
import { dateOrder, findDates } from './dates.ts';
import type { Document, DocumentFormat, NormMention } from './document.ts';
import { kindOf } from './kind.ts';
import { languageOf } from './language-of.ts';
import { layOut, type PageText } from './layout.ts';
import { findPeople } from './people.ts';
import { splitPassages } from './split-passages.ts';

/** What a reader made of the bytes of a file. */
export type Reading = {
  readonly name: string;
  readonly format: DocumentFormat;
  /** Lower-case hex SHA-256 of the bytes. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly pages: readonly PageText[];
  readonly warnings: readonly string[];
};

/** Finds the norms cited in a canonical text, in order. */
export type FindNorms = (text: string) => readonly NormMention[];

/** Everything that the court knows of a document, from its pages alone: the same pages, the same document. */
export function documentOf(reading: Reading, findNorms: FindNorms): Document {
  const layout = layOut(reading.pages);
  const { text, pages } = layout;
  const language = languageOf(text);
  const passages = splitPassages(layout, language);
  const { kind, confidence } = kindOf(reading.name, text, passages);
  const order = dateOrder(text, language);
  return {
    name: reading.name,
    format: reading.format,
    sha256: reading.sha256,
    size: reading.size,
    language,
    kind,
    kindConfidence: confidence,
    text,
    pages,
    passages,
    mentions: {
      people: findPeople(text, passages),
      dates: findDates(text, order),
      amounts: findAmounts(text, language),
      norms: findNorms(text),
    },
    warnings: reading.warnings,
  };
}
