import { describe, expect, test } from 'vitest';
import { argonPasswordHasher, usualArgon } from './password-hasher.ts';

const small = { ...usualArgon, memory: 8, passes: 1 };

describe('argon2id', () => {
  test('a password is right against its own hash alone, and no two hashes are alike', async () => {
    const hasher = argonPasswordHasher(small);
    const [one, two] = [await hasher.hash('quince lanterns'), await hasher.hash('quince lanterns')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(await hasher.check('quince lanterns', one)).toBe('right');
    expect(await hasher.check('quince lantern', one)).toBe('wrong');
  });

  test('other parameters are read from the hash, and called stale', async () => {
    const hash = await argonPasswordHasher({ ...small, memory: 16 }).hash('quince lanterns');
    const hasher = argonPasswordHasher(small);
    expect(await hasher.check('quince lanterns', hash)).toBe('stale');
    expect(await hasher.check('other', hash)).toBe('wrong');
  });

  test.each([null, '', 'plain', '$argon2id$v=19$m=99999999,t=1,p=1$AAAA$AAAA'])(
    'no password is right against %j',
    async (hash) => {
      expect(await argonPasswordHasher(small).check('quince lanterns', hash)).toBe('wrong');
    },
  );

  test('so many wait, and the next is told to come again', async () => {
    const hasher = argonPasswordHasher({ ...small, atOnce: 1, queue: 2 });
    const all = await Promise.allSettled([1, 2, 3, 4].map((n) => hasher.hash(`password ${n}`)));
    expect(all.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(all[3]).toMatchObject({ reason: { port: 'password-hasher', retryable: true } });
    expect(await hasher.hash('later')).not.toBe('');
  });

  test('is argon2id as others compute it', async () => {
    // Made with the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32
    const hash =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await argonPasswordHasher(small).check('password', hash)).toBe('stale');
  });
});
