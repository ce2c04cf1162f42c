import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildCases } from '../../scripts/cases/build.ts';
import { documentReaders } from '../../src/adapters/reading/document-readers.ts';
import type { CasePage } from '../../src/core/case/case-page.ts';
import { readCasePage } from '../../src/court/intake/case-page.ts';
import { readDocument } from '../../src/court/intake/read-document.ts';
import { canonicalText } from '../../src/core/text/canonical.ts';

const cases = new URL('../../cases/', import.meta.url);
const giveOrders: Readonly<Record<string, string>> = {
  'greenhouse-heater': 'supplementary-note.pdf',
  'bodega-nocturna': 'minuta-complementaria.md',
};
const names = Object.keys(giveOrders);

const passage = z.strictObject({ file: z.string(), quote: z.string() });
const Expectation = z.strictObject({
  cause: z.string(),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      expected: z.enum(['proved', 'not proved', 'no evidence', 'contested']),
    }),
  ),
  keys: z.array(passage.extend({ element: z.string(), side: z.enum(['for', 'against', 'both']) })),
  alsoGood: z.array(passage),
});

const folder = (name: string) => new URL(`${name}/`, cases);
const papersOf = (name: string) => readdirSync(folder(name)).filter((file) => file !== 'case.yaml');
const expectationOf = (name: string) =>
  Expectation.parse(JSON.parse(readFileSync(new URL(`${name}.expect.json`, cases), 'utf8')));

function pageOf(name: string): CasePage {
  const text = readFileSync(new URL('case.yaml', folder(name)), 'utf8');
  const read = readCasePage({ name: 'case.yaml', text }, papersOf(name));
  if (read.kind === 'refused') throw new Error(read.refusals.map(({ says }) => says).join(' '));
  return read.page;
}

async function textOf(name: string, file: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(new URL(file, folder(name))));
  const read = await readDocument({ name: file, bytes }, documentReaders(), () => []);
  if (read.kind === 'refused') throw new Error(read.refusals.map(({ says }) => says).join(' '));
  return read.document.text;
}

test('the committed files are what their sources give, byte for byte', async () => {
  const built = await buildCases();
  const committed = names.flatMap((name) =>
    papersOf(name)
      .filter((file) => ['.pdf', '.docx', '.eml'].includes(extname(file)))
      .map((file) => `${name}/${file}`),
  );
  expect(built.map((file) => file.path).toSorted()).toEqual(committed.toSorted());
  for (const file of built) {
    const bytes = readFileSync(new URL(file.path, cases));
    expect(bytes.equals(file.bytes), `${file.path} differs from its source`).toBe(true);
  }
});

describe.each(names)('the case folder %s', (name) => {
  test('has a page that the court takes, and lists each of its 8 to 12 papers once', () => {
    const listed = (pageOf(name).documents ?? []).map(({ file }) => file);
    const papers = papersOf(name);
    expect(listed.toSorted()).toEqual(papers.toSorted());
    expect(papers.length).toBeGreaterThanOrEqual(8);
    expect(papers.length).toBeLessThanOrEqual(12);
  });

  test('says of each paper who filed it, and of each witness where the statement stands', () => {
    const { documents = [], witnesses = [] } = pageOf(name);
    expect(documents.filter(({ by }) => by === undefined)).toEqual([]);
    expect(witnesses.length).toBeGreaterThan(2);
  });

  test('lets the facts, the filing and the hearing follow one another in 2025', () => {
    const { facts = '', filed = '', hearing = '' } = pageOf(name).dates ?? {};
    expect([facts, filed, hearing]).toEqual([facts, filed, hearing].toSorted());
    expect([facts, filed, hearing].every((date) => date.startsWith('2025-'))).toBe(true);
  });

  test('is annotated with quotes that stand in its papers, each in one place', async () => {
    const { keys, alsoGood } = expectationOf(name);
    const astray: string[] = [];
    for (const file of papersOf(name)) {
      const text = await textOf(name, file);
      const quotes = [...keys, ...alsoGood].filter((found) => found.file === file);
      for (const { quote } of quotes) {
        if (text.split(canonicalText(quote)).length !== 2) astray.push(`${file}: ${quote}`);
      }
    }
    expect(astray).toEqual([]);
    expect(papersOf(name)).toEqual(expect.arrayContaining(keys.map(({ file }) => file)));
  });

  test('is annotated for each element but those without evidence, and for both sides', () => {
    const { cause, elements, keys } = expectationOf(name);
    const withKeys = new Set(keys.map((key) => key.element));
    const expected = elements.filter((element) => element.expected !== 'no evidence');
    expect([...withKeys].toSorted()).toEqual(expected.map((element) => element.id).toSorted());
    expect(keys.filter((key) => key.side === 'against').length).toBeGreaterThan(keys.length / 4);
    expect(cause).toBe(pageOf(name).cause);
  });

  test('holds a paper that gives orders to its readers, and nothing of it is a finding', async () => {
    const orders = giveOrders[name] ?? '';
    const { keys, alsoGood } = expectationOf(name);
    expect(await textOf(name, orders)).toMatch(/ignore the rules|ignora todas las reglas/u);
    expect([...keys, ...alsoGood].filter(({ file }) => file === orders)).toEqual([]);
  });
});
