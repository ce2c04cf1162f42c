import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const page = readFileSync(new URL('docs/rules.md', root), 'utf8');
const listed = Array.from(page.matchAll(/^\| ([A-Z]{2,4}\d{1,2}) \|/gmu), ([, id]) => id ?? '');

const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const paths = globSync(['src/**/*.ts', 'test/**/*.test.ts'], { cwd: root });
const isTest = (path: string) => /\.(?:test|contract)\.ts$/u.test(path);
const sources = paths.filter((path) => !path.endsWith('.test.ts')).map(read);
const tests = paths.filter(isTest).map(read);

/** Rules as code names them: `'GT1'` in a refusal, `[RS1]` in the name of a contract's test. */
const named = new Set(
  sources.flatMap((source) =>
    Array.from(source.matchAll(/'([A-Z]{2,4}\d{1,2})'|\[([A-Z]{2,4}\d{1,2})\]/gu), (match) => {
      const [, quoted, bracketed] = match;
      return quoted ?? bracketed ?? '';
    }),
  ),
);

test('every rule that the code names stands in docs/rules.md', () => {
  expect([...named].filter((id) => !listed.includes(id))).toEqual([]);
});

test('every rule of docs/rules.md stands there once, and in the code', () => {
  expect(listed.filter((id, index) => listed.indexOf(id) < index)).toEqual([]);
  const isInCode = (id: string) => sources.some((source) => new RegExp(`\\b${id}\\b`).test(source));
  expect(listed.filter((id) => !isInCode(id))).toEqual([]);
  expect(listed.length).toBeGreaterThan(100);
});

test('every rule of docs/rules.md is tested under its name', () => {
  const isTested = (id: string) => tests.some((text) => new RegExp(`\\b${id}\\b`).test(text));
  expect(listed.filter((id) => !isTested(id))).toEqual([]);
});
