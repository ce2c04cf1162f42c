import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Page, Printer } from '../../ports/printer.ts';
import { typstOf } from './markup.ts';

/** Prints PDF/A-2b with the typefaces that the compiler carries in itself. */
export function typstPrinter(): Printer {
  return {
    async print({ markdown, title, language, at }: Page) {
      const mainFileContent = `${layout(title, language)}\n${typstOf(markdown)}`;
      const settings = {
        pdfStandard: 'a-2b',
        creationTimestamp: Math.floor(Date.parse(at) / 1000),
      };
      return new Uint8Array(NodeCompiler.create().pdf({ mainFileContent }, settings));
    },
  };
}

const layout = (title: string, language: string) => `
#set document(title: ${JSON.stringify(title.replaceAll('\\', ''))})
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.6cm), numbering: "1 / 1")
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "${language}")
#set par(justify: true, leading: 0.62em)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading: set block(above: 1.3em, below: 0.7em)
#show quote: set text(style: "italic")
`;
