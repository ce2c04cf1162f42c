import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const firstOf2025 = Date.UTC(2025, 0, 1) / 1000;

/**
 * PDF/A-2b bytes of a typst source. The source names a typeface that the compiler carries in itself,
 * and the time of creation is a fixed one, so that the same source gives the same bytes.
 */
export function pdfOf(source: string): Uint8Array {
  const compiler = NodeCompiler.create();
  const settings = { pdfStandard: 'a-2b', creationTimestamp: firstOf2025 };
  return new Uint8Array(compiler.pdf({ mainFileContent: source }, settings));
}
