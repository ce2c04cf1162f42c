import { expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

test.each([
  ['The tenant was told to leave the flat by the end of the month.', 'en'],
  ['El arrendatario fue notificado de que debía dejar la casa a fin de mes.', 'es'],
  ['Acme 2026 GmbH', 'unknown'],
  ['The house of the tenant. La casa de la abuela.', 'unknown'],
  ['', 'unknown'],
])('%s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
