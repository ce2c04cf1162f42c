import type { PersonClaims } from '../../core/person/claims.ts';
import type { Session } from '../../ports/identity/sessions.ts';
import type { Office } from './office.ts';
import { isGuarded, type User, userOf } from './open-session.ts';
import { no, type No } from './outcome.ts';

export type Present = {
  readonly kind: 'present';
  readonly session: Session;
  readonly user: User;
};

/** ID12: whose session this is, where it is still open: the token alone does not know. */
export async function currentSession(office: Office, claims: PersonClaims): Promise<Present | No> {
  const { sessions, accounts } = office.store;
  const [session, account] = await Promise.all([
    claims.session_id === undefined ? null : sessions.find(claims.session_id, office.now()),
    accounts.byId(claims.sub),
  ]);
  if (session === null || account === null) {
    return no('ID12', ['headers', 'authorization'], 'This session is over; sign in again.');
  }
  return { kind: 'present', session, user: await userOf(office, account) };
}

/** ID11: whoever has a second factor changes nothing of how they sign in before it was shown. */
export function lacksSecondFactor({ session, user }: Present): No | null {
  if (session.aal === 'aal2' || !isGuarded(user.factors)) return null;
  return no('ID11', [], 'Show your second factor first.');
}
