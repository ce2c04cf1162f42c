import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { court, folder, root } from './court-command.ts';

/** English words that are no Spanish ones and that hardly an English sentence does without. */
const english = new Set(
  (
    'the of and is are was were be been it its this that these those which who whom what when where why how not nor or ' +
    'but if than then by with without from for to in on at into about against because there here their they he she you ' +
    'we our your my his her an any each every some such more most other another nobody nothing nothing everything ' +
    'has have had does did says said asks may must shall should would could can will only before after under over ' +
    'proved argue object offer rule close draft weight for named passage statement claim complaint answer witness'
  ).split(' '),
);

/** English words of a paper of the court, quotations of the file left out, each with the line it stands in. */
function englishIn(paper: string): readonly string[] {
  return paper.split('\n').flatMap((line) => {
    const own = line.replaceAll(/«[^»]*»/gu, ' ').replaceAll(/"[^"]*"/gu, ' ');
    return (own.match(/\p{L}+/gu) ?? [])
      .filter((word) => english.has(word.toLowerCase()))
      .map((word) => `${word}: ${line}`);
  });
}

/** Sentences of a JSON paper: its strings of several words, quotations of the file left out. */
function sentencesIn(json: string): string {
  const found: string[] = [];
  JSON.parse(json, (key, value: unknown) => {
    if (typeof value === 'string' && value.includes(' ') && key !== 'quote') found.push(value);
    return value;
  });
  return found.join('\n');
}

describe.each(['cases/bodega-nocturna', 'cases/evaluation/development/lesiones-acusacion'])(
  'the papers of %s',
  (name) => {
    test('hold no English outside of quotations of the file', async () => {
      const out = await folder();
      const heard = await court(['hear', join(root, name), '--out', out]);
      expect(heard.code).toBe(0);
      const paper = (file: string) => readFileSync(join(out, file), 'utf8');
      const [reading = '', ...streamed] = heard.out.split('\n');
      expect(reading).toMatch(/^Reading/u);
      const told = streamed.filter((line) => !line.startsWith(out)).join('\n');
      expect(englishIn(told)).toEqual([]);
      expect(englishIn(paper('transcript.md'))).toEqual([]);
      expect(englishIn(paper('resolution.md'))).toEqual([]);
      expect(englishIn(sentencesIn(paper('resolution.json')))).toEqual([]);

      const why = await court(['why', join(out, 'bundle.zip')]);
      const passages = /^E\d+@/u;
      const derived = why.out.split('\n').filter((line) => !passages.test(line));
      expect(derived.length).toBeGreaterThan(20);
      expect(englishIn(derived.join('\n'))).toEqual([]);
    }, 60_000);
  },
);

test('an English sentence is noticed, and one that is quoted is not', () => {
  expect(englishIn('El tribunal: Its own speaker is not sure of it.')).toHaveLength(5);
  expect(englishIn('Sobre S4: «it is not so»')).toEqual([]);
});
