import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { court, goodPassword, openTestDoor, type TestDoor } from '../../../test/identity-desk.ts';
import { codeOfStep } from '../../core/person/totp.ts';

const email = 'ada@court.example';

test('supabase-js signs in, asks who it is, refreshes and signs out', async () => {
  const door = await openTestDoor();
  const id = await door.settle('ada', ['clerk']);
  const { auth } = await clientOf(door);
  const signedIn = await auth.signInWithPassword({ email, password: goodPassword });
  expect(signedIn.error).toBeNull();
  expect(signedIn.data.user).toMatchObject({
    id,
    email,
    app_metadata: { courts: { [court]: ['clerk'] } },
  });
  const { data: asked } = await auth.getUser();
  expect(asked.user?.id).toBe(id);
  door.pass(60_000);
  const before = signedIn.data.session?.refresh_token;
  const refreshed = await auth.refreshSession();
  expect(refreshed.error).toBeNull();
  expect(refreshed.data.session?.refresh_token).not.toBe(before);
  const { error } = await auth.signOut();
  expect(error).toBeNull();
  const again = await auth.refreshSession({
    refresh_token: refreshed.data.session?.refresh_token ?? '',
  });
  expect(again.error?.code).toBe('refresh_token_not_found');
});

test('supabase-js reads what we refuse: [ID1], [ID5], [ID13]', async () => {
  const door = await openTestDoor();
  await door.settle('ada');
  const { auth } = await clientOf(door);
  const wrong = await auth.signInWithPassword({ email, password: 'not the password' });
  expect(wrong.error).toMatchObject({ status: 400, code: 'invalid_credentials' });
  await auth.signInWithPassword({ email, password: goodPassword });
  const bare = await auth.updateUser({ password: 'seven otters in a kayak' });
  expect(bare.error?.code).toBe('reauthentication_not_valid');
  const weak = await auth.updateUser({ password: 'password', current_password: goodPassword });
  expect(weak.error?.code).toBe('weak_password');
  const better = { password: 'seven otters in a kayak', current_password: goodPassword };
  expect((await auth.updateUser(better)).error).toBeNull();
  expect((await auth.signInWithPassword({ email, password: goodPassword })).error).not.toBeNull();
});

test('supabase-js signs up, verifies the address by the letter, and comes back by a reset', async () => {
  const door = await openTestDoor();
  const { auth } = await clientOf(door);
  const options = { data: { name: 'Ada Ejemplo' } };
  const made = await auth.signUp({ email, password: goodPassword, options });
  expect(made).toMatchObject({ error: null, data: { session: null, user: { email } } });
  await door.settled();
  const early = await auth.signInWithPassword({ email, password: goodPassword });
  expect(early.error?.code).toBe('email_not_confirmed');
  const verified = await auth.verifyOtp({ type: 'signup', token_hash: door.linkTo(email) });
  expect(verified.data.session?.user.user_metadata['name']).toBe('Ada Ejemplo');
  await auth.signOut();
  expect((await auth.resetPasswordForEmail(email)).error).toBeNull();
  await door.settled();
  await auth.verifyOtp({ type: 'recovery', token_hash: door.linkTo(email) });
  expect((await auth.updateUser({ password: 'seven otters in a kayak' })).error).toBeNull();
});

test('supabase-js enrols a second factor, shows it, and takes it away', async () => {
  const door = await openTestDoor();
  await door.settle('ada', ['clerk']);
  const { auth } = await clientOf(door);
  await auth.signInWithPassword({ email, password: goodPassword });
  const enrolled = await auth.mfa.enroll({ factorType: 'totp', friendlyName: 'telephone' });
  expect(enrolled.error).toBeNull();
  if (enrolled.data?.type !== 'totp') throw new Error('no factor was enrolled');
  const factorId = enrolled.data.id;
  const seed = unbase32(enrolled.data.totp.secret);
  const code = () => codeOfStep(seed, Math.floor(door.office.now().getTime() / 30_000));
  const wrong = await auth.mfa.challengeAndVerify({ factorId, code: '000000' });
  expect(wrong.error?.code).toBe('mfa_verification_failed');
  const shown = await auth.mfa.challengeAndVerify({ factorId, code: code() });
  expect(shown.error).toBeNull();
  const level = await auth.mfa.getAuthenticatorAssuranceLevel();
  expect(level.data).toMatchObject({ currentLevel: 'aal2', nextLevel: 'aal2' });
  expect((await auth.mfa.unenroll({ factorId })).data?.id).toBe(factorId);
});

async function clientOf({ app }: TestDoor) {
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return createClient(address, 'a-public-key', {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

function unbase32(text: string): Uint8Array {
  const bits = Array.from(text, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
}
