import type { Passage } from '../src/core/document/document.ts';
import { languageOf } from '../src/core/document/language-of.ts';
import { layOut, type PageText } from '../src/core/document/layout.ts';
import { splitPassages } from '../src/core/document/split-passages.ts';

/** Pages laid out and split: the layout, the passages, and what each of them says. */
export function readPages(...pages: readonly (string | PageText)[]) {
  const layout = layOut(pages.map((page) => (typeof page === 'string' ? { text: page } : page)));
  const passages = splitPassages(layout, languageOf(layout.text));
  const words = ({ start, end }: Passage) => layout.text.slice(start, end);
  return { ...layout, passages, words, said: passages.map(words) };
}
