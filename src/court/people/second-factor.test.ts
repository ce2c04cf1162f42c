import { describe, expect, test } from 'vitest';
import {
  claimsOf,
  court,
  goodPassword,
  granted,
  openTestOffice,
  ruleOf,
  type TestOffice,
} from '../../../test/identity-desk.ts';
import { masterKeyOf } from '../../../test/vault.ts';
import type { PersonClaims } from '../../core/person/claims.ts';
import { codeOfStep } from '../../core/person/totp.ts';
import { changePassword } from './change-password.ts';
import type { Office } from './office.ts';
import { refreshSession } from './refresh-session.ts';
import { enrolFactor, removeFactor, showFactor } from './second-factor.ts';
import { signIn } from './sign-in.ts';

const email = 'ada@court.example';
const address = '192.0.2.1';
const credentials = { email, password: goodPassword, address };

describe('a second factor', () => {
  test('[ID9] is none before a code of it was right, and each step counts once', async () => {
    const { here, claims, id, code } = await enrolled();
    expect(courtsOf(granted(await signIn(here.office, credentials)).accessToken)).toEqual([court]);
    expect(ruleOf(await show(here.office, claims, id, '000000'))).toBe('ID9');
    const shown = granted(await show(here.office, claims, id, code()));
    expect(claimsOf(shown.accessToken)).toMatchObject({ aal: 'aal2' });
    expect(shown.recoveryCodes).toHaveLength(10);
    expect(ruleOf(await show(here.office, claims, id, code()))).toBe('ID9');
    here.pass(30_000);
    expect(granted(await show(here.office, claims, id, code())).recoveryCodes).toEqual([]);
  });

  test('guards the offices: a password alone gives a token without any, until it is shown', async () => {
    const { here, claims, id, code } = await enrolled();
    granted(await show(here.office, claims, id, code()));
    here.pass(30_000);
    const bare = granted(await signIn(here.office, credentials));
    expect(claimsOf(bare.accessToken)).toMatchObject({ aal: 'aal1', app_metadata: { courts: {} } });
    const refreshed = granted(await refreshSession(here.office, bare.refreshToken));
    expect(courtsOf(refreshed.accessToken)).toEqual([]);
    const shown = granted(await show(here.office, claimsOf(bare.accessToken), id, code()));
    expect(courtsOf(shown.accessToken)).toEqual([court]);
    const old = await refreshSession(here.office, refreshed.refreshToken);
    expect(ruleOf(old)).toBe('ID7');
    const next = granted(await refreshSession(here.office, shown.refreshToken));
    expect(claimsOf(next.accessToken).aal).toBe('aal2');
  });

  test('[ID11] whoever has one changes nothing of how they sign in before it was shown', async () => {
    const { here, claims, id, code } = await enrolled();
    const bare = claimsOf(granted(await signIn(here.office, credentials)).accessToken);
    granted(await show(here.office, claims, id, code()));
    expect(ruleOf(await enrolFactor(here.office, bare, 'third'))).toBe('ID12');
    const again = claimsOf(granted(await signIn(here.office, credentials)).accessToken);
    const change = { password: 'seven otters in a kayak', current: goodPassword, address };
    const rules = [
      ruleOf(await enrolFactor(here.office, again, 'third')),
      ruleOf(await removeFactor(here.office, again, id)),
      ruleOf(await changePassword(here.office, again, change)),
    ];
    expect(rules).toEqual(['ID11', 'ID11', 'ID11']);
    here.pass(30_000);
    const raised = claimsOf(granted(await show(here.office, again, id, code())).accessToken);
    const never = granted(await enrolFactor(here.office, raised, 'never confirmed'));
    const second = granted(await enrolFactor(here.office, raised, 'second'));
    expect(ruleOf(await show(here.office, raised, never.id, codeOf(here, never.secret)))).toBe(
      'ID10',
    );
    expect(ruleOf(await show(here.office, again, second.id, '000000'))).toBe('ID9');
    const bare2 = claimsOf(granted(await signIn(here.office, credentials)).accessToken);
    expect(ruleOf(await show(here.office, bare2, second.id, '000000'))).toBe('ID11');
    const secondCode = codeOf(here, second.secret);
    expect(granted(await show(here.office, raised, second.id, secondCode)).recoveryCodes).toEqual(
      [],
    );
    expect(ruleOf(await removeFactor(here.office, raised, second.id))).toBe('');
    expect(ruleOf(await removeFactor(here.office, raised, second.id))).toBe('ID10');
  });

  test('[ID9] each recovery code stands for it once, however it is typed', async () => {
    const { here, claims, id, code } = await enrolled();
    const { recoveryCodes } = granted(await show(here.office, claims, id, code()));
    const [first = '', second = ''] = recoveryCodes;
    expect(first).toMatch(/^[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}$/);
    const bare = claimsOf(granted(await signIn(here.office, credentials)).accessToken);
    const typed = ` ${first.toLowerCase().replaceAll('-', ' ')}`;
    expect(granted(await show(here.office, bare, id, typed)).kind).toBe('granted');
    expect(ruleOf(await show(here.office, bare, id, first))).toBe('ID9');
    expect(ruleOf(await show(here.office, bare, id, second))).toBe('');
    const kept = JSON.stringify(await here.admin('select * from identity.recovery_codes'));
    expect(kept).not.toContain(first);
  });

  test('[ID2] is not guessed', async () => {
    const { here, claims, id } = await enrolled();
    const rules: string[] = [];
    for (let n = 0; n < 7; n += 1)
      rules.push(ruleOf(await show(here.office, claims, id, '000000')));
    expect(rules).toEqual(['ID9', 'ID9', 'ID9', 'ID9', 'ID9', 'ID2', 'ID2']);
  });

  test('[ID10], [ID12] of somebody else, or of a session that ended, is not there', async () => {
    const { here, claims, id, code } = await enrolled();
    await here.settle('boris');
    const boris = claimsOf(
      granted(await signIn(here.office, { ...credentials, email: 'boris@court.example' }))
        .accessToken,
    );
    expect(ruleOf(await show(here.office, boris, id, code()))).toBe('ID10');
    expect(ruleOf(await removeFactor(here.office, boris, id))).toBe('ID10');
    const sessions = { ...here.office.store.sessions, raise: async () => null };
    const office = { ...here.office, store: { ...here.office.store, sessions } };
    expect(ruleOf(await show(office, claims, id, code()))).toBe('ID12');
    const gone = { ...claims, session_id: crypto.randomUUID() };
    expect(ruleOf(await show(here.office, gone, id, code()))).toBe('ID12');
    expect(ruleOf(await removeFactor(here.office, gone, id))).toBe('ID12');
  });

  test('its seed is sealed for it alone, and cannot be read without the master key', async () => {
    const { here, claims, id, code } = await enrolled();
    const office = { ...here.office, masterKey: masterKeyOf([2]) };
    await expect(show(office, claims, id, code())).rejects.toThrow('no master key of version 1');
  });
});

const show = (office: Office, claims: PersonClaims, id: string, code: string) =>
  showFactor(office, claims, id, { code, address });

const courtsOf = (token: string) => Object.keys(claimsOf(token).app_metadata.courts);

async function enrolled() {
  const here = await openTestOffice();
  await here.settle('ada', ['clerk']);
  const claims = claimsOf(granted(await signIn(here.office, credentials)).accessToken);
  const { id, secret, uri } = granted(await enrolFactor(here.office, claims, 'telephone'));
  expect(uri).toContain(`secret=${secret}`);
  return { here, claims, id, code: () => codeOf(here, secret) };
}

function codeOf({ office }: TestOffice, secret: string): string {
  const bits = Array.from(secret, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const seed = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
  return codeOfStep(seed, Math.floor(office.now().getTime() / 30_000));
}
