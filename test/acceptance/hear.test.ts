import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { court, fixed, folder, keyFile, root } from './court-command.ts';

// Each test starts processes of its own, on a machine that may have other work.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const shared = fileURLToPath(new URL('../../../shared/data/cases/', import.meta.url));
const cases = [
  ...['greenhouse-heater', 'bodega-nocturna'].map(
    (name) => [name, join(root, 'cases', name)] as const,
  ),
  ...['late-essay', 'draw-remarks'].map((name) => [name, join(shared, name)] as const),
];
const there = cases.filter(([, path]) => existsSync(path));
for (const [name] of cases.filter(([, path]) => !existsSync(path))) {
  process.stderr.write(`SKIPPED: the shared case ${name} is not there; it was not heard.\n`);
}

const papers = [
  'bundle.zip',
  'graph.yml',
  'record.jsonl',
  'resolution.json',
  'resolution.md',
  'resolution.pdf',
  'transcript.md',
];

describe.each(there)('court hear %s', (_name, path) => {
  test('hears the case to the end, and twice the same with clock and key fixed', async () => {
    const out = await folder();
    const key = await keyFile();
    const one = await court(['hear', path, '--out', join(out, 'one'), ...fixed(key)]);
    expect(one.err).toBe('');
    expect(one.code).toBe(0);
    const two = await court(['hear', path, '--out', join(out, 'two'), ...fixed(key), '--json']);
    expect(two.code).toBe(0);
    expect(JSON.parse(two.out)).toMatchObject({ papers: expect.arrayContaining(papers) });

    expect((await readdir(join(out, 'one'))).toSorted()).toEqual(papers);
    for (const name of papers) {
      const [first, second] = await Promise.all(
        ['one', 'two'].map((run) => readFile(join(out, run, name))),
      );
      expect(`${name} ${first?.equals(second ?? Buffer.alloc(0))}`).toBe(`${name} true`);
    }

    const draft = JSON.parse(await readFile(join(out, 'one/resolution.json'), 'utf8'));
    expect(draft.completeness).toEqual([]);
    expect(draft.exhibits.length).toBeGreaterThan(2);
    for (const { answers } of draft.allegations) expect(answers).not.toEqual([]);
    for (const { means } of draft.factsFound) expect(means).not.toEqual([]);
    expect(await readFile(join(out, 'one/resolution.md'), 'utf8')).not.toMatch(
      /\{(?:claimant|respondent)\}|undefined/u,
    );

    const bundle = join(out, 'one/bundle.zip');
    const replayed = await court(['replay', bundle, '--json']);
    expect(replayed.code).toBe(0);
    expect(JSON.parse(replayed.out)).toMatchObject({ draft: 'same' });
    expect((await court(['verify', bundle])).code).toBe(0);
  });
});

test('private notes of a seat leave the house in no paper', async () => {
  const out = await folder();
  await court(['hear', 'cases/greenhouse-heater', '--out', out]);
  const page = await readFile(join(root, 'cases/greenhouse-heater/case.yaml'), 'utf8');
  const secret = 'The roof vent is the best point';
  expect(page).toContain(secret);
  for (const name of papers) {
    expect(await readFile(join(out, name), 'utf8')).not.toContain(secret);
  }
});
