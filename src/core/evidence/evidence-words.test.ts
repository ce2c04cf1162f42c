import { expect, test } from 'vitest';
import { evidenceWords } from './evidence-words.ts';

test('whether an article was in force is told in the language of the court', () => {
  const [english, spanish] = [evidenceWords('en'), evidenceWords('es')];
  const article = 'Código Penal, art. 432';
  expect(english.notInForce(article, 'it came later')).toBe(
    `${article}, was not in force: it came later.`,
  );
  expect(spanish.notInForce(article, 'es posterior')).toBe(
    `${article}, no estaba vigente: es posterior.`,
  );
  expect(english.onCondition(article, '2025-03-15')).toContain('was in force on 2025-03-15');
  expect(spanish.onCondition(article, '2025-03-15')).toContain('estaba vigente el 2025-03-15');
});
