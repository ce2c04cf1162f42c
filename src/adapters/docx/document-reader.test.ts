import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../core/document/layout.ts';
import { documentReaderContract } from '../../ports/document-reader.contract.ts';
import { docxReader } from './document-reader.ts';
import { usualUnpackLimits } from './unpack.ts';

async function docx(...children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const file = new Document({
    sections: [{ children }],
    numbering: {
      config: [{ reference: 'n', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }],
    },
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

documentReaderContract('docx', docxReader(), () => docx(new Paragraph('The rent is due.')));

const refusals = async (bytes: Uint8Array, reader = docxReader()) => {
  const reading = await reader.read({ name: 'a.docx', bytes });
  return reading.kind === 'refused'
    ? reading.refusals.map(({ rule, says }) => `${rule}: ${says}`)
    : [];
};

test('paragraphs, headings, lists and tables keep their lines', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const bytes = await docx(
    new Paragraph({ text: 'The House', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('The «rent» is due.'),
    new Paragraph({ text: 'first', numbering: { reference: 'n', level: 0 } }),
    new Paragraph({ text: 'second', numbering: { reference: 'n', level: 0 } }),
    new Paragraph({ text: 'loose', bullet: { level: 0 } }),
    new Table({ rows: [new TableRow({ children: [cell('May'), cell('$ 5')] })] }),
  );
  const reading = await docxReader().read({ name: 'a.docx', bytes });
  const { lines } = layOut(reading.kind === 'read' ? reading.pages : []);
  expect(lines.map(({ text, headingLevel }) => [text, headingLevel])).toEqual([
    ['The House', 1],
    ['The "rent" is due.', 0],
    ['1. first', 0],
    ['2. second', 0],
    ['- loose', 0],
    ['May $ 5', 0],
  ]);
});

describe('[DOC9] what unpacks to too much is refused before it is opened', () => {
  const zeros = new Uint8Array(30_000_000);
  const part = 'word/document.xml';

  test('by its ratio', async () => {
    expect(await refusals(zipSync({ [part]: zeros }, { level: 9 }))).toEqual([
      'DOC9: a.docx unpacks word/document.xml to more than 250 times its size, so it was not opened.',
    ]);
  });

  test('by its size', async () => {
    const limits = { ...usualUnpackLimits, ratio: 1e9 };
    expect(await refusals(zipSync({ [part]: zeros }), docxReader(limits))).toEqual([
      'DOC9: a.docx unpacks to 30000000 bytes; the limit is 24000000, so it was not opened.',
    ]);
    const pictures = { [part]: new Uint8Array(1), 'word/media/a.png': zeros };
    expect(await refusals(zipSync(pictures), docxReader({ ...limits, total: 1_000_000 }))).toEqual([
      'DOC9: a.docx unpacks to 30000001 bytes; the limit is 1000000, so it was not opened.',
    ]);
  });

  test('by the number of its parts', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`word/p${n}.xml`, new Uint8Array(1)]),
    );
    const reader = docxReader({ ...usualUnpackLimits, entries: 50 });
    expect(await refusals(zipSync({ [part]: zeros.subarray(0, 10), ...parts }), reader)).toEqual([
      'DOC9: a.docx packs 61 parts; the limit is 50, so it was not opened.',
    ]);
  });

  test('a part that holds more than it claims ends the reading', async () => {
    const bytes = zipSync({ [part]: zeros.subarray(0, 5_000_000) }, { level: 9 });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 5_000_000) view.setUint32(at, 1_000, true);
    }
    expect(await refusals(bytes)).toEqual(['DOC10: a.docx is a DOCX too damaged to read.']);
  });
});

test('[DOC6] a locked archive is refused', async () => {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(10) });
  const directory = Buffer.from(bytes).indexOf('PK\x01\x02', 0, 'latin1');
  bytes[directory + 8] = 1;
  expect(await refusals(bytes)).toEqual([
    'DOC6: a.docx is locked with a password; file it unlocked.',
  ]);
});

test('[DOC10] an archive without a document is refused', async () => {
  expect(await refusals(zipSync({ 'word/other.xml': new Uint8Array(1) }))).toEqual([
    'DOC10: a.docx is a DOCX too damaged to read.',
  ]);
});

test('a document without words says so', async () => {
  const reading = await docxReader().read({ name: 'a.docx', bytes: await docx(new Paragraph('')) });
  expect(reading).toMatchObject({ kind: 'read', warnings: ['a.docx holds no text.'] });
});
