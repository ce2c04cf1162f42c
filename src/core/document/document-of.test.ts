import { expect, test } from 'vitest';
import { documentOf } from './document-of.ts';

const reading = {
  name: 'letter.txt',
  format: 'text',
  sha256: 'ab',
  size: 10,
  pages: [
    { text: 'Carta\n\nEstimada Rosalía:\n\nEl 12 de marzo de 2026 pagué $ 85.000.' },
    { text: 'Véase la Ley 1. Saluda atentamente, don Baltazar Ruz.' },
  ],
  warnings: ['It is short.'],
} as const;

test('a document is made of its pages alone', () => {
  const document = documentOf(reading, (text) => [
    { start: text.indexOf('Ley 1'), end: text.indexOf('Ley 1') + 5, text: 'Ley 1' },
  ]);
  expect(document).toMatchObject({
    name: 'letter.txt',
    format: 'text',
    sha256: 'ab',
    size: 10,
    language: 'es',
    kind: 'correspondence',
    kindConfidence: 'strong',
    warnings: ['It is short.'],
  });
  expect(document.pages.map(({ n, start, end }) => [n, document.text.slice(start, end)])).toEqual([
    [1, 'Carta Estimada Rosalía: El 12 de marzo de 2026 pagué $ 85.000.'],
    [2, 'Véase la Ley 1. Saluda atentamente, don Baltazar Ruz.'],
  ]);
  expect(document.mentions.dates.map(({ iso }) => iso)).toEqual(['2026-03-12']);
  expect(document.mentions.amounts.map(({ value }) => value)).toEqual([85_000]);
  expect(document.mentions.people.map(({ name }) => name)).toEqual(['Baltazar Ruz']);
  expect(document.mentions.norms.map(({ text }) => text)).toEqual(['Ley 1']);
  expect(document.passages.at(-1)?.page).toBe(2);
  expect(documentOf(reading, () => [])).toEqual(documentOf(reading, () => []));
});
