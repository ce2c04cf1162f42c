import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { expect, test } from 'vitest';
import { documentReaderContract } from '../../ports/document-reader.contract.ts';
import { pdfReader } from './document-reader.ts';

const typeset = async (source: string) =>
  Uint8Array.from(NodeCompiler.create().pdf({ mainFileContent: source }));

const limits = { pages: 20, milliseconds: 30_000 };
documentReaderContract('pdf', pdfReader(limits), () => typeset('The rent is due.'));

/** A PDF of one page without text, by hand; PDF.js rebuilds the missing table of places. */
const bare = (trailer: string, content = '') =>
  new TextEncoder().encode(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >> endobj
${content}
trailer << /Root 1 0 R ${trailer} >>
%%EOF`);

async function read(bytes: Uint8Array, reader = pdfReader(limits)) {
  const reading = await reader.read({ name: 'a.pdf', bytes });
  return reading.kind === 'read'
    ? { pages: reading.pages.map(({ text }) => text), warnings: reading.warnings }
    : { refused: reading.refusals.map(({ rule, says }) => `${rule}: ${says}`) };
}

test('lines, paragraphs and pages are kept', async () => {
  const { pages } = await read(
    await typeset(
      '#set page(width: 10cm)\nThe rent\\\nis due.\n\nPay it at the “office”.\n#pagebreak()\nTwo',
    ),
  );
  expect(pages).toEqual(['The rent\nis due.\n\nPay it at the “office”.', 'Two']);
});

test('a scan says that it needs OCR, and on which pages', async () => {
  const image = '4 0 obj << /Subtype /Image /Length 0 >> stream\nendstream endobj';
  expect(await read(bare('', image))).toEqual({
    pages: [''],
    warnings: [
      'No page holds text, only images: it is a scan and needs OCR before it can be read.',
    ],
  });
  expect(await read(bare(''))).toEqual({ pages: [''], warnings: ['Page 1 without text.'] });
});

test('[DOC5] what is no PDF inside is refused', async () => {
  expect(await read(new TextEncoder().encode('%PDF-1.7 nothing'))).toEqual({
    refused: ['DOC5: a.pdf is a PDF too damaged to read.'],
  });
});

test('[DOC6] a locked file is refused', async () => {
  const secret = `<${'ab'.repeat(32)}>`;
  const lock = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`;
  expect(await read(bare(lock))).toEqual({
    refused: ['DOC6: a.pdf is locked with a password; file it unlocked.'],
  });
});

test('[DOC7] more pages than the limit are refused', async () => {
  const bytes = await typeset('a\n#pagebreak()\nb\n#pagebreak()\nc');
  expect(await read(bytes, pdfReader({ ...limits, pages: 2 }))).toEqual({
    refused: ['DOC7: a.pdf has 3 pages; the limit is 2.'],
  });
});

test('[DOC8] what takes too long is ended, and the next file read', async () => {
  const reader = pdfReader({ pages: 20, milliseconds: -600 });
  const bytes = await typeset('The rent is due.');
  expect(await read(bytes, reader)).toEqual({
    refused: ['DOC8: a.pdf took longer than -0.6 s to read.'],
  });
  expect(await read(bytes, reader)).toHaveProperty('refused');
});

test('files asked for together are read in turn', async () => {
  const reader = pdfReader(limits);
  const files = await Promise.all(['One', 'Two', 'Three'].map(typeset));
  const readings = await Promise.all(files.map((bytes) => read(bytes, reader)));
  expect(readings.map(({ pages }) => pages)).toEqual([['One'], ['Two'], ['Three']]);
});
