import { languageOf } from './language-of.ts';
import { kindOf, type KindReading } from './kind.ts';
import { layOut } from './layout.ts';
import { splitPassages } from './split-passages.ts';

/** The kind of a text without pages, as the court reads it. */
export function readKind(text: string, name = 'file.txt'): KindReading {
  const layout = layOut([{ text }]);
  return kindOf(name, layout.text, splitPassages(layout, languageOf(layout.text)));
}
