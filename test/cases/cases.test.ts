import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildCases } from '../../scripts/cases/build.ts';

const cases = new URL('../../cases/', import.meta.url);
const names = ['greenhouse-heater', 'bodega-nocturna'];

const CaseFile = z.strictObject({
  caption: z.string(),
  jurisdiction: z.enum(['model', 'cl']),
  matter: z.enum(['civil', 'criminal']),
  cause: z.string(),
  language: z.enum(['en', 'es']),
  dates: z.strictObject({ facts: z.string(), filed: z.string(), hearing: z.string() }),
  parties: z.array(
    z.strictObject({
      id: z.string(),
      role: z.enum(['claimant', 'respondent', 'prosecution', 'accused', 'victim']),
      name: z.string(),
      aliases: z.array(z.string()),
    }),
  ),
  documents: z.array(
    z.strictObject({ file: z.string(), by: z.string(), kind: z.string().optional() }),
  ),
  witnesses: z.array(z.strictObject({ id: z.string(), name: z.string(), statement: z.string() })),
  notes: z.strictObject({ prosecutor: z.string(), defender: z.string() }),
});

const Expectation = z.strictObject({
  cause: z.string(),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      expected: z.enum(['proved', 'not proved', 'no evidence', 'contested']),
    }),
  ),
  keys: z.array(
    z.strictObject({
      element: z.string(),
      side: z.enum(['for', 'against', 'both']),
      file: z.string(),
      quote: z.string(),
    }),
  ),
  alsoGood: z.array(z.strictObject({ file: z.string(), quote: z.string() })),
});

const folded = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
const caseFileOf = (name: string) =>
  CaseFile.parse(parse(readFileSync(new URL(`${name}/case.yaml`, cases), 'utf8')));
const expectationOf = (name: string) =>
  Expectation.parse(JSON.parse(readFileSync(new URL(`${name}.expect.json`, cases), 'utf8')));

test('the committed files are what their sources give, byte for byte', async () => {
  const built = await buildCases();
  const committed = names.flatMap((name) =>
    readdirSync(new URL(`${name}/`, cases))
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
  test('names each of its 8 to 12 documents once, and each of them exists', () => {
    const { documents } = caseFileOf(name);
    const files = readdirSync(new URL(`${name}/`, cases)).filter((file) => file !== 'case.yaml');
    expect(documents.map((document) => document.file).toSorted()).toEqual(files.toSorted());
    expect(files.length).toBeGreaterThanOrEqual(8);
    expect(files.length).toBeLessThanOrEqual(12);
  });

  test('names no party and no statement that is not there', () => {
    const { parties, documents, witnesses } = caseFileOf(name);
    const ids = parties.map((party) => party.id);
    expect(documents.filter((document) => !ids.includes(document.by))).toEqual([]);
    const missing = witnesses.filter(
      (witness) => !existsSync(new URL(`${name}/${witness.statement}`, cases)),
    );
    expect(missing).toEqual([]);
  });

  test('lets the facts, the filing and the hearing follow one another in 2025', () => {
    const { facts, filed, hearing } = caseFileOf(name).dates;
    expect([facts, filed, hearing]).toEqual([facts, filed, hearing].toSorted());
    expect([facts, filed, hearing].every((date) => date.startsWith('2025-'))).toBe(true);
  });

  test('is annotated with quotes that stand in its text files', () => {
    const { keys, alsoGood } = expectationOf(name);
    const inText = [...keys, ...alsoGood].filter(({ file }) =>
      ['.md', '.txt'].includes(extname(file)),
    );
    const absent = inText.filter(({ file, quote }) => {
      const text = folded(readFileSync(new URL(`${name}/${file}`, cases), 'utf8'));
      return !text.includes(folded(quote));
    });
    expect(absent).toEqual([]);
  });

  test('holds keys for each element but those without evidence, and both sides', () => {
    const { elements, keys } = expectationOf(name);
    const withKeys = new Set(keys.map((key) => key.element));
    const expected = elements.filter((element) => element.expected !== 'no evidence');
    expect([...withKeys].toSorted()).toEqual(expected.map((element) => element.id).toSorted());
    expect(keys.filter((key) => key.side === 'against').length).toBeGreaterThan(keys.length / 4);
  });

  test('holds a document that tries to give orders, and nothing of it is a finding', () => {
    const orders =
      name === 'greenhouse-heater' ? 'supplementary-note.pdf' : 'minuta-complementaria.md';
    const { keys, alsoGood } = expectationOf(name);
    expect(caseFileOf(name).documents.map((document) => document.file)).toContain(orders);
    expect([...keys, ...alsoGood].filter(({ file }) => file === orders)).toEqual([]);
  });
});
