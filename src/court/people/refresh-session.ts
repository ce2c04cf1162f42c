import type { Office } from './office.ts';
import { type Granted, grant } from './open-session.ts';
import { no, type No } from './outcome.ts';
import { hashOf, newSecret } from './secrets.ts';

/** A new access token, and a new refresh token in the place of this one, which is spent (ID7, ID8). */
export async function refreshSession(office: Office, token: string): Promise<Granted | No> {
  const { sessions, accounts } = office.store;
  const next = newSecret(office.cipher);
  const refreshed = await sessions.refresh(
    hashOf(token),
    hashOf(next),
    office.now(),
    office.settings.idleSessionMs,
  );
  switch (refreshed.kind) {
    case 'unknown':
    case 'over':
      return over();
    case 'reuse':
      office.cutOffs.renew();
      return no(
        'ID8',
        ['refresh_token'],
        'This refresh token was used before: somebody may have a copy, so the session has ended.',
      );
    case 'refreshed': {
      const account = await accounts.byId(refreshed.session.personId);
      return account === null ? over() : grant(office, account, refreshed.session, next);
    }
  }
}

function over(): No {
  return no('ID7', ['refresh_token'], 'This session is over; sign in again.');
}
