import type { PersonClaims } from '../../core/person/claims.ts';
import { lifetimes } from '../../core/person/lifetimes.ts';
import { normalizePassword, refusePassword } from '../../core/person/password-policy.ts';
import { currentSession, lacksSecondFactor, type Present } from './current-session.ts';
import type { Office } from './office.ts';
import { no, type No, tooSoon } from './outcome.ts';
import { attemptOn } from './sign-in.ts';

export type PasswordChange = {
  readonly password: string;
  /** Not asked for shortly after a reset link was used. */
  readonly current: string | null;
  readonly address: string;
};

/** Sets a new password and ends all other sessions (ID5, ID11, ID12, ID13). */
export async function changePassword(
  office: Office,
  claims: PersonClaims,
  change: PasswordChange,
): Promise<{ readonly kind: 'changed' } | No> {
  const present = await currentSession(office, claims);
  if (present.kind === 'refused') return present;
  const { account } = present.user;
  const lacks = lacksSecondFactor(present) ?? (await doubtsPerson(office, present, change));
  if (lacks !== null) return lacks;
  const refusal = refusePassword(change.password, account.email);
  if (refusal !== null) return { kind: 'refused', refusal, waitMs: null };
  const hash = await office.hasher.hash(normalizePassword(change.password));
  const now = office.now();
  await office.store.accounts.setPassword(account.personId, hash, now);
  await office.store.sessions.end(
    { personId: account.personId, which: 'others', sessionId: present.session.id },
    now,
  );
  office.cutOffs.renew();
  return { kind: 'changed' };
}

/** ID13: an open session is not enough, for somebody else may sit before it. */
async function doubtsPerson(
  office: Office,
  { session, user }: Present,
  { current, address }: PasswordChange,
): Promise<No | null> {
  const age = office.now().getTime() - session.createdAt.getTime();
  if (session.method === 'reset' && age < lifetimes.freshReset) return null;
  if (current === null) {
    return no('ID13', ['current_password'], 'Say the password that you have now, too.');
  }
  const attempt = attemptOn('account', user.account.email, address);
  const wait = await office.store.failures.attempt(attempt, office.now());
  if (wait > 0) return tooSoon(wait);
  const check = await office.hasher.check(normalizePassword(current), user.account.passwordHash);
  if (check !== 'wrong') {
    await office.store.failures.succeeded(attempt);
    return null;
  }
  await office.store.failures.failed(attempt, office.now());
  return no('ID13', ['current_password'], 'That is not the password that you have now.');
}
