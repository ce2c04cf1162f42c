import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizePassword, refusePassword } from './password-policy.ts';

const email = 'ada.ejemplo@court.example';

describe('[ID5] passwords', () => {
  test.each([
    'quince lanterns over Viterbo',
    'tres gatos duermen al sol',
    'mY8#vT!pQz2&LkWd',
    'vjkqhzmbxwplrtn',
    '雨が降っているので今日は家に居る',
    'ñandú corre por la pampa seca',
  ])('%j is taken', (password) => {
    expect(refusePassword(password, email)).toBeNull();
  });

  test.each([
    ['', 'at least 15'],
    ['short but nice', 'at least 15'],
    ['😀😀😀😀😀😀😀😀😀😀', 'at least 15'],
    ['x'.repeat(257), 'at most 256'],
    ['quince lanterns over \ud800', 'is text'],
  ])('%j has not the length or is no text', (password, says) => {
    expect(refusePassword(password, email)).toMatchObject({ rule: 'ID5', at: ['password'] });
    expect(refusePassword(password, email)?.says).toContain(says);
  });

  test.each([
    'passwordpassword',
    'Password12345678',
    'P@ssw0rdP@ssw0rd!!',
    'Contraseña2026!!',
    '123456789012345',
    'qwertyuiopasdfghjkl',
    'abcdefghijklmnopq',
    'zyxwvutsrqponmlk',
    'aaaaaaaaaaaaaaaaaaa',
    'xk4xk4xk4xk4xk4xk4',
    'correcthorsebatterystaple',
    'letmein-welcome-1234',
    'iloveyouiloveyou1',
  ])('%j is guessed first', (password) => {
    expect(refusePassword(password, email)?.says).toContain('first that are guessed');
  });

  test('the parts of one’s own address are no password', () => {
    expect(refusePassword('ada-ejemplo-2026-court', email)).not.toBeNull();
    expect(refusePassword('ada-ejemplo-2026-vistula', 'somebody@else.example')).toBeNull();
  });

  test('what one keyboard writes apart and another together is the same password', () => {
    expect(normalizePassword('cafe\u0301')).toBe(normalizePassword('café'));
    expect(normalizePassword('ﬁn')).toBe('fin');
  });

  test('any text is answered, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string(), (password, at) => {
        expect(['ID5', null]).toContain(refusePassword(password, at)?.rule ?? null);
      }),
    );
    expect(refusePassword('ab1'.repeat(200_000), email)?.says).toContain('at most');
  });
});
