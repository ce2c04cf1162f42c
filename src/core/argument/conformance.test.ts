import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { seededOrder } from './seeded-order.ts';
import { graphFromYaml, graphToYaml, type GraphFile } from './yaml.ts';

const folder = new URL('../../../../shared/data/argument-graphs/', import.meta.url);
const present = existsSync(folder);
if (!present) {
  process.stderr.write(`SKIPPED: no argument graphs to conform with at ${folder.pathname}\n`);
}
const names = present ? readdirSync(folder).filter((name) => name.endsWith('.yml')) : [];

function read(name: string): GraphFile {
  const file = graphFromYaml(readFileSync(new URL(name, folder), 'utf8'));
  if ('refusals' in file) throw new Error(JSON.stringify(file.refusals));
  return file;
}

describe.runIf(present)('conformance with the labels of published graphs', () => {
  test.each(names)('%s, in 50 random orders', (name) => {
    const { graph, tests } = read(name);
    for (let seed = 0; seed < 50; seed += 1) {
      const labelling = evaluate(graph, seededOrder(seed));
      expect(tests.filter(({ statement, label }) => labelling.label(statement) !== label)).toEqual(
        [],
      );
    }
  });

  test.each(names)('%s, written and read again', (name) => {
    const { graph, tests } = read(name);
    const again = graphFromYaml(graphToYaml(graph));
    if ('refusals' in again) throw new Error(JSON.stringify(again.refusals));
    const labelling = evaluate(again.graph);
    expect(tests.filter(({ statement, label }) => labelling.label(statement) !== label)).toEqual(
      [],
    );
  });

  test.runIf(names.includes('walton.yml'))('the schemes of Walton load, and apply', () => {
    const { theory, graph } = read('walton.yml');
    expect(theory.schemes.size).toBe(24);
    const questions = [...theory.schemes.values()].flatMap(({ assumptions, exceptions }) => [
      ...assumptions,
      ...exceptions,
    ]);
    expect(questions.length).toBeGreaterThan(30);

    const claim = '¬caused_by(global_warming,humans)';
    const opinion = [...graph.arguments].filter(([, { scheme }]) => scheme === 'expert_opinion');
    expect(opinion).toMatchObject([
      [`expert_opinion(joe,climate,${claim})`, { conclusion: claim }],
    ]);
    const labelling = evaluate(graph);
    // Biased, so untrustworthy; and other experts disagree: the opinion is undercut.
    expect(labelling.label('untrustworthy(joe)')).toBe('in');
    expect(labelling.label(`undercut(expert_opinion(joe,climate,${claim}))`)).toBe('in');
    expect(labelling.label(claim)).toBe('out');
  });
});
