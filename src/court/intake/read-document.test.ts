import { describe, expect, test } from 'vitest';
import type { DocumentFormat } from '../../core/document/document.ts';
import type { DocumentReader, DocumentReaders } from '../../ports/document-reader.ts';
import { normsIn } from './norms-in.ts';
import { readDocument, tooLarge } from './read-document.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

function reader(format: DocumentFormat): DocumentReader {
  return {
    format,
    read: async ({ name, bytes: content }) =>
      content.includes(33)
        ? { kind: 'refused', refusals: [{ rule: 'DOC5', at: [name], says: `${name} is broken.` }] }
        : {
            kind: 'read',
            format,
            pages: [{ text: Buffer.from(content).toString('latin1') }],
            warnings: ['Read in a test.'],
            attachments: [{ name: 'inner.txt', bytes: bytes('inner') }],
          },
  };
}

const readers: DocumentReaders = {
  pdf: reader('pdf'),
  docx: reader('docx'),
  email: reader('email'),
  text: reader('text'),
  markdown: reader('markdown'),
};

async function refusals(name: string, content: string, limit?: number) {
  const read = await readDocument({ name, bytes: bytes(content) }, readers, normsIn, limit);
  return read.kind === 'refused' ? read.refusals.map(({ rule, says }) => `${rule}: ${says}`) : [];
}

describe('reading a file', () => {
  test('makes a document of what the reader gives', async () => {
    const read = await readDocument(
      {
        name: 'note.txt',
        bytes: bytes(
          'See artículo 12 de la Ley N° 19.628.'.replace('í', '\xED').replace('°', '\xB0'),
        ),
      },
      readers,
      normsIn,
    );
    expect(read).toMatchObject({
      kind: 'read',
      document: {
        name: 'note.txt',
        format: 'text',
        size: 36,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        warnings: ['Read in a test.'],
        mentions: { norms: [{ start: 4, text: 'artículo 12 de la Ley N° 19.628' }] },
      },
      attachments: [{ name: 'inner.txt' }],
    });
  });

  test('[DOC1] an empty file is refused', async () => {
    expect(await refusals('a.txt', '')).toEqual(['DOC1: a.txt is empty.']);
  });

  test('[DOC2] a file over the limit is refused, by its size alone', async () => {
    expect(await refusals('a.txt', 'x'.repeat(200), 100)).toEqual([
      'DOC2: a.txt is too large: 0.0 MB; the limit is 0.0 MB.',
    ]);
    expect(tooLarge('a.txt', 200_000_000)?.says).toBe(
      'a.txt is too large: 200.0 MB; the limit is 50.0 MB.',
    );
    expect(tooLarge('a.txt', 50_000_000)).toBeNull();
  });

  test('[DOC3] what the court does not read is refused, and a false name told', async () => {
    expect(await refusals('a.png', '\x89PNG\r\n')).toEqual([
      'DOC3: a.png is a picture (PNG); the court reads PDF, DOCX, e-mail, Markdown and text.',
    ]);
    expect(await refusals('a.pdf', 'PK\x03\x04')).toEqual([
      'DOC3: a.pdf is not what its name says: it is an archive (ZIP).',
    ]);
  });

  test('a refusal of the reader is handed on', async () => {
    expect(await refusals('a.pdf', '%PDF-!')).toEqual(['DOC5: a.pdf is broken.']);
  });

  test('a file with the name of another format is read as what it is, with a warning', async () => {
    const read = await readDocument({ name: 'a.docx', bytes: bytes('%PDF-1.7') }, readers, normsIn);
    expect(read).toMatchObject({
      document: {
        format: 'pdf',
        warnings: ['a.docx is not what its name says: it was read as pdf.', 'Read in a test.'],
      },
    });
    const plain = await readDocument({ name: 'notes', bytes: bytes('words') }, readers, normsIn);
    expect(plain).toMatchObject({ document: { warnings: ['Read in a test.'] } });
  });
});

test('norms and statutes are cited norms, case law is not', () => {
  expect(
    normsIn('Ley N° 19.628 and 12 F.3d 34 and 42 U.S.C. § 1983').map(({ text }) => text),
  ).toEqual(['Ley N° 19.628', '42 U.S.C. § 1983']);
});
