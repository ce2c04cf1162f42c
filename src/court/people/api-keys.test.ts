import { expect, test } from 'vitest';
import { court, granted, openTestOffice, ruleOf } from '../../../test/identity-desk.ts';
import type { Identity } from '../../core/person/claims.ts';
import { createKey, listKeys, revokeKey } from './api-keys.ts';
import { machineClaims } from './machine-claims.ts';

const asked = { name: 'Scanner', roles: ['clerk'], scopes: ['read'], expiresAt: null } as const;

test('[SV3] nobody, and not the court itself, gives keys', async () => {
  const { office } = await openTestOffice();
  for (const identity of [{ kind: 'anon' }, { kind: 'service' }] as const) {
    expect(ruleOf(await createKey(office, identity, court, asked))).toBe('SV3');
    expect(ruleOf(await listKeys(office, identity, court))).toBe('SV3');
    expect(ruleOf(await revokeKey(office, identity, crypto.randomUUID()))).toBe('SV3');
  }
});

test('[ID14] no key is made that has expired', async () => {
  const here = await openTestOffice();
  const ada = await administrator(here);
  const past = { ...asked, expiresAt: here.office.now() };
  expect(ruleOf(await createKey(here.office, ada, court, past))).toBe('ID14');
});

test('[SV2] a key that is not there cannot be taken back', async () => {
  const here = await openTestOffice();
  const ada = await administrator(here);
  expect(ruleOf(await revokeKey(here.office, ada, crypto.randomUUID()))).toBe('SV2');
});

test('what a machine files carries its name, and its claims are one object while they are remembered', async () => {
  const here = await openTestOffice();
  const ada = await administrator(here);
  const read = machineClaims(here.office, 1);
  const one = granted(await createKey(here.office, ada, court, asked));
  const two = granted(await createKey(here.office, ada, court, { ...asked, name: 'Printer' }));
  const claims = await read(one.secret);
  expect(claims).toMatchObject({
    sub: one.key.id,
    app_metadata: { courts: { [court]: ['clerk'] }, scopes: ['read'], machine: 'Scanner' },
  });
  expect(await read(one.secret)).toBe(claims);
  expect((await read(two.secret))?.sub).toBe(two.key.id);
  expect(await read(one.secret)).not.toBe(claims);
  const again = await read(one.secret);
  here.pass(5_000);
  expect(await read(one.secret)).not.toBe(again);
  const people = await here.admin(`select name, email from court.people where id = $1`, [
    one.key.id,
  ]);
  expect(people).toEqual([{ name: 'Scanner', email: `${one.key.id}@keys.invalid` }]);
});

test('a key that was taken back is void at once, though it was remembered', async () => {
  const here = await openTestOffice();
  const ada = await administrator(here);
  const read = machineClaims(here.office, 10);
  const { key, secret } = granted(await createKey(here.office, ada, court, asked));
  expect(await read(secret)).not.toBeNull();
  here.pass(1_000);
  granted(await revokeKey(here.office, ada, key.id));
  expect(await read(secret)).toBeNull();
});

async function administrator(here: Awaited<ReturnType<typeof openTestOffice>>): Promise<Identity> {
  const sub = await here.settle('ada', ['administrator']);
  return {
    kind: 'person',
    claims: {
      sub,
      role: 'authenticated',
      aud: 'authenticated',
      iss: 'us',
      iat: 1,
      exp: 2,
      app_metadata: { courts: { [court]: ['administrator'] } },
    },
  };
}
