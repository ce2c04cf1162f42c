import { expect, test } from 'vitest';
import { documentReaderContract } from '../../ports/document-reader.contract.ts';
import { textReader } from './document-reader.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
documentReaderContract('text', textReader('text'), async () => utf8('The rent is due.'));
documentReaderContract('markdown', textReader('markdown'), async () => utf8('# The rent is due.'));

async function read(bytes: Uint8Array) {
  const reading = await textReader('text').read({ name: 'a.txt', bytes });
  return reading.kind === 'read'
    ? { text: reading.pages.map(({ text }) => text).join('|'), warnings: reading.warnings }
    : { refused: reading.refusals.map(({ rule, says }) => `${rule}: ${says}`) };
}

test('UTF-8 and UTF-16 by their marks, and a form feed begins a page', async () => {
  expect(await read(utf8('\uFEFFseñor\fdos'))).toEqual({ text: 'señor|dos', warnings: [] });
  const wide = Buffer.from('\uFEFFseñor', 'utf16le');
  expect(await read(wide)).toEqual({ text: 'señor', warnings: [] });
  expect(await read(Buffer.from(wide).swap16())).toEqual({ text: 'señor', warnings: [] });
});

test('what is no UTF-8 is read as Windows-1252, with a warning that names it', async () => {
  expect(await read(Buffer.from('se\xF1or \x93x\x94', 'latin1'))).toEqual({
    text: 'señor “x”',
    warnings: ['a.txt does not say how it is encoded; it was read as windows-1252.'],
  });
});

test('UTF-16 without its mark is told by its zeros', async () => {
  const wide = Buffer.from('The rent is due.', 'utf16le');
  const warnings = (encoding: string) => [
    `a.txt does not say how it is encoded; it was read as ${encoding}.`,
  ];
  expect(await read(wide)).toEqual({ text: 'The rent is due.', warnings: warnings('utf-16le') });
  expect(await read(Buffer.from(wide).swap16())).toEqual({
    text: 'The rent is due.',
    warnings: warnings('utf-16be'),
  });
});

test('[DOC4] bytes that are no text are refused', async () => {
  const says = 'DOC4: a.txt is not what its name says: its bytes are no text.';
  const zeros = new Uint8Array(400);
  expect(await read(zeros)).toEqual({ refused: [says] });
  expect(await read(Uint8Array.from([0xff, 0xfe, ...zeros]))).toEqual({ refused: [says] });
  expect(await read(Uint8Array.from([0x80, 1, 2, 3, 4, 5]))).toEqual({ refused: [says] });
});

test('a page of markup is read as its text', async () => {
  expect(await read(utf8('<!doctype html><html><body><p>One</p><p>Two</p>'))).toEqual({
    text: 'One\n\nTwo',
    warnings: ['a.txt is a page of HTML; its text was taken.'],
  });
});
