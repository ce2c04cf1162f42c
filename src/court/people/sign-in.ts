import { networkOf } from '../../core/person/network.ts';
import { normalizePassword } from '../../core/person/password-policy.ts';
import type { Attempt } from '../../ports/identity/failures.ts';
import type { Office } from './office.ts';
import { type Granted, openSession } from './open-session.ts';
import { no, type No, tooSoon } from './outcome.ts';
import { nameOf } from './secrets.ts';

/**
 * Signs in with a password. An unknown account takes as long as a wrong password and is refused in the same
 * words (ID1); too many failures make it wait (ID2), known or not.
 */
export async function signIn(
  office: Office,
  asked: { readonly email: string; readonly password: string; readonly address: string },
): Promise<Granted | No> {
  const { failures, accounts } = office.store;
  const email = asked.email.toLowerCase();
  const attempt = attemptOn('account', email, asked.address);
  const wait = await failures.attempt(attempt, office.now());
  if (wait > 0) return tooSoon(wait);
  const password = normalizePassword(asked.password);
  const account = await accounts.byEmail(email);
  const check = await office.hasher.check(password, account?.passwordHash ?? null);
  if (account === null || check === 'wrong') {
    await failures.failed(attempt, office.now());
    return no('ID1', [], 'The e-mail address or the password is wrong.');
  }
  await failures.succeeded(attempt);
  if (check === 'stale') {
    const hash = await office.hasher.hash(password);
    await accounts.setPassword(account.personId, hash, office.now());
  }
  if (account.verifiedAt === null) {
    return no(
      'ID4',
      ['email'],
      'This e-mail address is not verified yet; open the letter sent to it.',
    );
  }
  return openSession(office, account, 'password');
}

export function attemptOn(kind: Attempt['kind'], what: string, address: string): Attempt {
  return {
    kind,
    subject: nameOf(kind, what),
    address: nameOf('address', networkOf(address)),
  };
}
