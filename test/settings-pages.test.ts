import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseEnv } from 'node:util';
import { settingsPages } from '../scripts/settings/write-pages.ts';
import { configOf } from '../src/read-config.ts';

test.each(settingsPages().map(({ path, text }) => [path, text]))(
  '%s is what the list of settings makes (npm run settings)',
  (path, text) => {
    expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(text);
  },
);

test('.env.example with every sign # taken away is good settings', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const set = parseEnv(text.replaceAll(/^#(?=[A-Z_]+=)/gm, ''));
  expect(Object.keys(set).length).toBeGreaterThan(30);
  expect(configOf(set).kind).toBe('read');
});
