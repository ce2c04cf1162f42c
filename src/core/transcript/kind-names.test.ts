import { expect, test } from 'vitest';
import { documentKinds } from '../document/document.ts';
import { kindName } from './kind-names.ts';

test('kinds of document go by their names in English, and each by one of its own in Spanish', () => {
  expect(documentKinds.map((kind) => kindName('en', kind))).toEqual(documentKinds);
  const names = new Set(documentKinds.map((kind) => kindName('es', kind)));
  expect(names.size).toBe(documentKinds.length);
  expect(names).toContain('parte policial');
});
