import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { argued, caseOf, constituted } from '../../test/small-case.ts';
import { noCase } from '../core/case/case.ts';
import { wordedRefusal } from './refusal-words.ts';

const refusal = (rule: string) => ({ rule, at: ['act'], says: 'No.' });

const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
const rules = Array.from(page.matchAll(/^\| ((?:HR|CA|MV)\d{1,2}) \|/gmu), ([, id]) => String(id));

const [, ...rest] = argued();
const spanish = caseOf(constituted('es'), ...rest);

test.each(rules)('%s is told in the language of the court', (rule) => {
  const told = wordedRefusal(spanish, 'argue', refusal(rule));
  expect(told).toMatchObject({ rule, at: ['act'] });
  expect(told.says).toMatch(/^\p{Lu}.{15,}\.$/u);
  expect(wordedRefusal(caseOf(...argued()), 'argue', refusal(rule)).says).toBe('No.');
});

test('HR3 names the phase and the act', () => {
  expect(wordedRefusal(spanish, 'deliberate', refusal('HR3')).says).toBe(
    'En la etapa «Argument» no le corresponde deliberar.',
  );
});

test('what the gate said stays, and before there is a court everything does', () => {
  expect(wordedRefusal(spanish, 'argue', refusal('GT5')).says).toBe('No.');
  expect(wordedRefusal(noCase, 'argue', refusal('HR1')).says).toBe('No.');
});
