import { expect, test } from 'vitest';
import type { Language } from '../../core/document/document.ts';
import { courtRoles } from '../../core/person/roles.ts';
import { type Letter, letterTo } from './letters.ts';

const settings = {
  issuer: 'https://court.example/auth/v1',
  site: 'https://court.example',
  signUp: true,
  name: 'First Court',
  language: 'en',
  accessTokenMs: 600_000,
  idleSessionMs: 1,
} as const;

const letters: readonly Letter[] = [
  ...courtRoles.map((role) => ({ kind: 'invite', role, token: 'secret' }) as const),
  { kind: 'verify', token: 'secret' },
  { kind: 'reset', token: 'secret' },
];

test.each(['en', 'es'] as const)(
  'every letter (%s) keeps its secret behind the # of one link',
  (language) => {
    for (const letter of letters) {
      const { to, subject, text } = letterTo('ada@court.example', letter, language, settings);
      expect([to, subject.startsWith('First Court: ')]).toEqual(['ada@court.example', true]);
      expect(text.match(/https:\/\/court\.example\/\w+#\S*=secret/g)).toHaveLength(1);
    }
  },
);

test.each([
  ['en', 'as clerk', 'within 7 days'],
  ['es', 'como secretario', 'dentro de 7 días'],
])('who reads %s is written to in it', (language, role, time) => {
  const letter: Letter = { kind: 'invite', role: 'clerk', token: 'secret' };
  const { text } = letterTo('ada@court.example', letter, language as Language, settings);
  expect(text).toContain(role);
  expect(text.toLowerCase()).toContain(time);
});
