import { describe, expect, test } from 'vitest';
import { claimsOf, openTestOffice, type TestOffice } from '../../../test/identity-desk.ts';
import { masterKeyOf } from '../../../test/vault.ts';
import type { PersonClaims } from '../../core/person/claims.ts';
import { signingKeyRules } from '../../core/person/signing-keys.ts';
import { type Keyring, keyring } from './keyring.ts';

const claims: PersonClaims = {
  sub: '00000000-0000-4000-8000-000000000001',
  role: 'authenticated',
  aud: 'authenticated',
  iss: 'https://court.example/auth/v1',
  iat: 1,
  exp: 2,
  app_metadata: { courts: {} },
};

describe('the keys of tokens', () => {
  test('are made once, however many replicas start at once', async () => {
    const here = await openTestOffice();
    const rings = Array.from({ length: 6 }, () => ringOf(here));
    const kids = new Set(await Promise.all(rings.map(kidOf)));
    expect(kids.size).toBe(1);
    const sealed = await here.admin('select sealed_private from identity.signing_keys');
    expect(sealed).toHaveLength(1);
  });

  test('change every ninety days: next, current, retired', async () => {
    const here = await openTestOffice();
    const ring = ringOf(here);
    const first = await kidOf(ring);
    const published = async () => (await ring.published()).map(({ kid }) => kid);
    here.pass(signingKeyRules.signsFor - signingKeyRules.publishedAhead);
    await published();
    here.pass(6_000);
    const [, second = ''] = await published();
    expect(await published()).toEqual([first, second]);
    expect(await kidOf(ring)).toBe(first);
    here.pass(signingKeyRules.publishedAhead);
    expect(await kidOf(ring)).toBe(second);
    expect(await ring.publicKey(first)).toMatchObject({ kid: first });
    here.pass(signingKeyRules.publishedAfter);
    expect(await published()).toEqual([second]);
    const taken = [await ring.isPublished(first), await ring.isPublished(second)];
    expect(taken).toEqual([false, true]);
  });

  test('are replaced after a leak, here at once and on other replicas within five seconds', async () => {
    const here = await openTestOffice();
    const [ring, other] = [ringOf(here), ringOf(here)];
    const leaked = await kidOf(ring);
    expect(await kidOf(other)).toBe(leaked);
    await ring.replace();
    expect(await kidOf(ring)).not.toBe(leaked);
    expect(await ring.isPublished(leaked)).toBe(false);
    here.pass(5_000);
    expect(await other.isPublished(leaked)).toBe(false);
    expect(await kidOf(other)).not.toBe(leaked);
    expect(await other.publicKey(leaked)).toBeNull();
  });

  test('cannot be used without the master key', async () => {
    const here = await openTestOffice();
    await kidOf(ringOf(here));
    const without = ringOf({ ...here, office: { ...here.office, masterKey: masterKeyOf([2]) } });
    await expect(without.sign(claims)).rejects.toThrow('no master key of version 1');
    await expect(without.sign(claims)).rejects.toThrow('no master key of version 1');
  });

  test('a store that failed is asked again', async () => {
    const here = await openTestOffice();
    const { signingKeys } = here.office.store;
    let failures = 1;
    const all: typeof signingKeys.all = async () => {
      if ((failures -= 1) >= 0) throw new Error('the store is away');
      return signingKeys.all();
    };
    const ring = keyring({ ...here.office, signingKeys: { ...signingKeys, all } });
    await expect(ring.published()).rejects.toThrow('away');
    expect(await ring.published()).toHaveLength(1);
  });
});

describe('what was cut off', () => {
  test('is asked for once in five seconds, and again after a fault', async () => {
    const here = await openTestOffice();
    const { sessions } = here.office.store;
    const { knownCutOffs } = await import('./cut-offs.ts');
    let asked = 0;
    const cutOffs = knownCutOffs(
      {
        async cutOffsSince(since) {
          asked += 1;
          if (asked === 1) throw new Error('the store is away');
          return sessions.cutOffsSince(since);
        },
      },
      here.office.now,
      600_000,
    );
    await expect(cutOffs.isVoid(claims)).rejects.toThrow('away');
    await sessions.cutOff(claims.sub, here.office.now());
    expect(await Promise.all([cutOffs.isVoid(claims), cutOffs.isVoid(claims)])).toEqual([
      true,
      true,
    ]);
    here.pass(4_999);
    await cutOffs.isVoid(claims);
    expect(asked).toBe(2);
    here.pass(1);
    await cutOffs.isVoid(claims);
    expect(asked).toBe(3);
  });
});

const ringOf = ({ office }: Pick<TestOffice, 'office'>): Keyring =>
  keyring({ ...office, signingKeys: office.store.signingKeys });

async function kidOf(ring: Keyring): Promise<string> {
  const token = await ring.sign(claims);
  expect(claimsOf(token).sub).toBe(claims.sub);
  return String(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid);
}
