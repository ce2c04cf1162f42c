import type { PersonClaims } from '../../core/person/claims.ts';
import { lifetimes } from '../../core/person/lifetimes.ts';
import type { Account, CourtsOfPerson } from '../../ports/identity/accounts.ts';
import type { Factor } from '../../ports/identity/factors.ts';
import type { Session, SessionMethod } from '../../ports/identity/sessions.ts';
import type { Office } from './office.ts';
import { hashOf, newSecret } from './secrets.ts';

/** What somebody has who is signed in. */
export type Granted = {
  readonly kind: 'granted';
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  readonly user: User;
};

/** A person as identity shows them to themselves. */
export type User = {
  readonly account: Account;
  readonly courts: CourtsOfPerson;
  readonly factors: readonly Factor[];
};

export async function openSession(
  office: Office,
  account: Account,
  method: SessionMethod,
): Promise<Granted> {
  const now = office.now();
  const refreshToken = newSecret(office.cipher);
  const session = await office.store.sessions.open({
    personId: account.personId,
    method,
    createdAt: now,
    endsAt: new Date(now.getTime() + Math.max(lifetimes.session, office.settings.idleSessionMs)),
    refreshHash: hashOf(refreshToken),
  });
  return grant(office, account, session, refreshToken);
}

/** A fresh access token for an open session. */
export async function grant(
  office: Office,
  account: Account,
  session: Session,
  refreshToken: string,
): Promise<Granted> {
  const user = await userOf(office, account);
  const issuedAt = Math.floor(office.now().getTime() / 1_000);
  const expiresAt = issuedAt + office.settings.accessTokenMs / 1_000;
  const claims: PersonClaims = {
    iss: office.settings.issuer,
    sub: account.personId,
    aud: 'authenticated',
    role: 'authenticated',
    iat: issuedAt,
    exp: expiresAt,
    session_id: session.id,
    aal: session.aal,
    email: account.email,
    // Whoever has a second factor holds no office before it was shown.
    app_metadata: { courts: session.aal === 'aal1' && isGuarded(user.factors) ? {} : user.courts },
  };
  const accessToken = await office.keyring.sign(claims);
  return { kind: 'granted', accessToken, refreshToken, expiresAt, user };
}

export async function userOf(office: Office, account: Account): Promise<User> {
  const [courts, factors] = await Promise.all([
    office.store.accounts.courtsOf(account.personId),
    office.store.factors.of(account.personId),
  ]);
  return { account, courts, factors };
}

export function isGuarded(factors: readonly Factor[]): boolean {
  return factors.some(({ confirmedAt }) => confirmedAt !== null);
}
