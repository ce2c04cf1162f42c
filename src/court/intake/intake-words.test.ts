import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { intakeWords } from './intake-words.ts';

const english = intakeWords('en');
const spanish = intakeWords('es');

describe('the caption of a case that nobody captioned', () => {
  test('sets one party against the other as the courts of the language do', () => {
    expect(english.versus('civil', 'Larch', 'Rowan')).toBe('Larch v. Rowan');
    expect(spanish.versus('civil', 'Alerce', 'Serbal')).toBe('Alerce con Serbal');
    expect(spanish.versus('criminal', 'Ministerio Público', 'Serbal')).toBe(
      'Ministerio Público contra Serbal',
    );
  });
});

describe('a paper that was left out', () => {
  const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
  const rules = Array.from(page.matchAll(/^\| (DOC\d{1,2}|IN6) \|/gmu), ([, id]) => String(id));
  const refusal = (rule: string) => ({ rule, at: ['foto.png'], says: 'foto.png is no paper.' });
  const unknown = 'quedó fuera foto.png: no pudo leerse';

  test.each(rules)('%s is told with its reason', (rule) => {
    expect(english.leftOut(refusal(rule))).toBe('foto.png is no paper.');
    const told = spanish.leftOut(refusal(rule));
    expect(told).toMatch(/^quedó fuera foto\.png: \p{Ll}/u);
    expect(told).not.toBe(unknown);
  });

  test('is told even where nobody foresaw why', () => {
    expect(spanish.leftOut(refusal('X1'))).toBe(unknown);
  });
});

test('a complaint of too many allegations is told in both languages', () => {
  expect(english.manyAllegations('a.txt', 300, 200)).toBe(
    'a.txt holds 300 allegations; the court hears the first 200.',
  );
  expect(spanish.manyAllegations('a.txt', 300, 200)).toBe(
    'a.txt contiene 300 alegaciones; el tribunal conoce de las primeras 200',
  );
});

test('a witness whom the paper does not name goes by the paper', () => {
  expect(english.authorOf('E3')).toBe('The author of E3');
  expect(spanish.authorOf('E3')).toBe('Quien suscribe E3');
});
