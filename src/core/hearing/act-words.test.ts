import { expect, test } from 'vitest';
import { acts } from '../jurisdiction/profile.ts';
import { actName } from './act-words.ts';

test('acts go by their names in English, and each by one of its own in Spanish', () => {
  expect(acts.map((act) => actName('en', act))).toEqual(acts);
  const names = new Set(acts.map((act) => actName('es', act)));
  expect(names.size).toBe(acts.length);
  expect(names).toContain('contrainterrogar');
});

test('what is no act is called acting, whatever its name', () => {
  expect(actName('es', 'none')).toBe('actuar');
  expect(actName('es', 'constructor')).toBe('actuar');
});
