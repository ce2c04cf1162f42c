import { describe, expect, test } from 'vitest';
import type { RawDocument, RawFile } from '../../ports/document-reader.ts';
import { mostPapers, readPapers } from './read-papers.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string): RawFile => ({ name, bytes: bytes(text) });

/** A reader for which a line `file NAME` stands for a file inside, `many N` for so many of one name. */
const reader = {
  format: 'text' as const,
  async read({ bytes: content }: RawFile): Promise<RawDocument> {
    const text = new TextDecoder().decode(content);
    const inside = [...text.matchAll(/^file (\S+)(.*)$/gmu)].map(([, name = '', rest = '']) =>
      file(name, rest === ' nothing' ? '' : rest.trim().replaceAll('|', '\n') || 'words'),
    );
    const count = Number(/^many (\d+)$/mu.exec(text)?.[1] ?? 0);
    const many = Array.from({ length: count }, () => file('same.txt', 'words'));
    return {
      kind: 'read',
      format: 'text',
      pages: [{ text }],
      warnings: [],
      attachments: [...inside, ...many],
    };
  },
};
const readers = { pdf: reader, docx: reader, email: reader, text: reader, markdown: reader };
const read = (...files: readonly RawFile[]) => readPapers(files, readers, () => []);

describe('the papers of a filing', () => {
  test('come in their order, each followed by what came inside it, with their bytes', async () => {
    const mail = file('mail.txt', 'file a.txt\nfile b.txt');
    const { documents, originals, refusals } = await read(mail, file('z.txt', 'End.'));
    expect(documents.map(({ name }) => name)).toEqual([
      'mail.txt',
      'mail.txt/a.txt',
      'mail.txt/b.txt',
      'z.txt',
    ]);
    expect(refusals).toEqual([]);
    expect(originals.get(documents[0]?.sha256 ?? '')).toBe(mail.bytes);
  });

  test('two of one name inside a file go by two names', async () => {
    const { documents } = await read(file('mail.txt', 'many 3'));
    expect(documents.map(({ name }) => name)).toEqual([
      'mail.txt',
      'mail.txt/same.txt',
      'mail.txt/same.txt (2)',
      'mail.txt/same.txt (3)',
    ]);
  });

  test('one that cannot be read is named, and the others are read', async () => {
    const { documents, refusals } = await read(file('empty.txt', ''), file('b.txt', 'Words.'));
    expect(documents.map(({ name }) => name)).toEqual(['b.txt']);
    expect(refusals).toMatchObject([{ rule: 'DOC1', at: ['empty.txt'] }]);
  });

  test('what cannot be read inside a file is left out and named, and stops nothing', async () => {
    const { documents, refusals, leftOut } = await read(file('mail.txt', 'file logo.png nothing'));
    expect(documents.map(({ name }) => name)).toEqual(['mail.txt']);
    expect(refusals).toEqual([]);
    expect(leftOut).toMatchObject([{ rule: 'DOC1', at: ['mail.txt/logo.png'] }]);
  });

  test('[IN6] files deeper than an e-mail in an e-mail in an e-mail are not read', async () => {
    const deep = 'file b.txt file c.txt|file d.txt file e.txt';
    const { documents, refusals } = await read(
      file('a.txt', 'file b.txt file c.txt'),
      file('m.txt', deep),
    );
    expect(documents.length).toBeGreaterThan(2);
    expect(refusals.every(({ rule }) => rule === 'IN6')).toBe(true);
    const nested = ['a', 'b', 'c', 'd', 'e'];
    let inner = 'words';
    for (const name of nested.toReversed())
      inner = `file ${name}.txt ${inner.replaceAll('\n', '|')}`;
    const chain = await read(file('top.txt', inner));
    expect(chain.documents).toHaveLength(4);
    expect(chain.refusals).toMatchObject([
      { rule: 'IN6', says: expect.stringContaining('more than 3 files deep') },
    ]);
  });

  test('[IN6] more papers than a filing may have are refused, once', async () => {
    const { documents, refusals } = await read(
      file('mail.txt', 'many 1500'),
      file('z.txt', 'End.'),
    );
    expect(documents).toHaveLength(mostPapers);
    expect(refusals).toMatchObject([{ rule: 'IN6' }]);
    expect(refusals[0]?.says).toContain('at most 1000 papers');
  });
});
