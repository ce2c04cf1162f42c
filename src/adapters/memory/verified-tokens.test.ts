import { expect, test } from 'vitest';
import type { TokenVerifier } from '../../ports/token-verifier.ts';
import type { PersonClaims } from '../../core/person/claims.ts';
import { rememberVerified } from './verified-tokens.ts';

test('a token that held is verified once, until it expires, its key goes, or others take its room', async () => {
  let [time, isPublished] = [0, true];
  const asked: string[] = [];
  const slow: TokenVerifier = {
    async verify(token) {
      asked.push(token);
      if (token === 'bad') {
        return { kind: 'refused', refusal: { rule: 'SV3', at: [], says: 'No.' } };
      }
      const claims: PersonClaims = {
        sub: token,
        role: 'authenticated',
        aud: 'authenticated',
        iss: 'us',
        iat: 0,
        exp: 10,
        app_metadata: { courts: {} },
      };
      return { kind: 'verified', claims, kid: 'key' };
    },
  };
  const verifier = rememberVerified(
    slow,
    2,
    () => new Date(time),
    () => isPublished,
  );
  const first = await verifier.verify('a');
  expect(await verifier.verify('a')).toBe(first);
  for (const token of ['bad', 'bad', 'b', 'a', 'c', 'a', 'b']) await verifier.verify(token);
  expect(asked.join(' ')).toBe('a bad bad b c b');
  isPublished = false;
  await verifier.verify('a');
  isPublished = true;
  time = 10_000;
  await verifier.verify('a');
  expect(asked.join(' ')).toBe('a bad bad b c b a a');
});
